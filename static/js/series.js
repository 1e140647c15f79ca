/**
 * A series and its forecasts, read out of a trace.
 */

/** A number as it was typed: a true minus sign counts as one. @param {string} text */
export const numberOf = (text) => Number(text.replace(/[−–]/, '-').replace(/^\+/, ''));

/**
 * How many digits after the point a forecast of these numbers gets: as many as they have, but one or more; at most 4.
 * @param {readonly { text: string }[]} tokens
 */
export const digitsOf = (tokens) => Math.min(4, Math.max(1, ...tokens.map(({ text }) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0)));

/**
 * The values that came, and for each the forecast that was made after it, null where that has not arrived.
 * @param {Pick<import('./trace.js').TraceData, 'tokens' | 'top'>} trace
 */
export const forecasts = (trace) => ({
  came: trace.tokens.map(({ text }) => numberOf(text)),
  made: trace.tokens.map((_, t) => trace.top(t)[0]?.[1] ?? null),
});

/**
 * A text of numbers that seem to be written with decimal commas, with points instead; null for any other text. Two
 * numbers or more, at least half of them with one comma between digits, and no point anywhere.
 * @param {string} text
 */
export function withPoints(text) {
  const pieces = text.split(/[\s;]+/).filter(Boolean);
  const whole = pieces.every((piece) => /^[+\-−]?\d+(,\d+)?$/.test(piece));
  const commas = pieces.filter((piece) => piece.includes(',')).length;
  return whole && pieces.length > 1 && 2 * commas >= pieces.length ? text.replaceAll(',', '.') : null;
}

/** @param {readonly number[]} values one or more */
export const rootMeanSquare = (values) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

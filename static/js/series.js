/**
 * A series and its forecasts, read out of a trace.
 */

/** A number as it was typed: a true minus sign counts as one. @param {string} text */
export const numberOf = (text) => Number(text.replace(/[−–]/, '-').replace(/^\+/, ''));

/** @typedef {{ text: string, role?: string }} Token */

/** Whether a number is the model's own forecast, read as if it had come. @param {Token | undefined} token */
const fed = (token) => token?.role === 'written';

/**
 * How many digits after the point a forecast of these numbers gets: as many as those that came have, but one or more; at most 4.
 * @param {readonly Token[]} tokens
 */
export const digitsOf = (tokens) => Math.min(4, Math.max(1, ...tokens.map((token) => (fed(token) ? 0 : /\.(\d+)/.exec(token.text)?.[1]?.length ?? 0))));

/**
 * The values that were read; those of them that came, null for a forecast that was fed back; and for each the forecast
 * that was made after it, null where that has not arrived.
 * @param {{ tokens: readonly Token[], top: (t: number) => readonly [string, number][] }} trace
 */
export const forecasts = (trace) => ({
  read: trace.tokens.map(({ text }) => numberOf(text)),
  came: trace.tokens.map((token) => (fed(token) ? null : numberOf(token.text))),
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

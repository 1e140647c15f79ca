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
 * @param {Pick<import('#js/trace.js').TraceData, 'tokens' | 'top'>} trace
 */
export const forecasts = (trace) => ({
  came: trace.tokens.map(({ text }) => numberOf(text)),
  made: trace.tokens.map((_, t) => trace.top(t)[0]?.[1] ?? null),
});

/** @param {readonly number[]} values one or more */
export const rootMeanSquare = (values) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

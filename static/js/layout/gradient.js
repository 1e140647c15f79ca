/**
 * The geometry of what moves a prediction: a column a word, arcs from words to what is said, a logarithmic axis. Pure.
 */

const LABELS = 46; // left of the first column, for the axis
export const AFTER = 0.25; // of a column: what is said after a word stands so far to its right
const NARROW = 40; // the narrowest column

/**
 * @param {number} count words @param {number} width room
 * @returns {{ width: number, column: number, x: (t: number) => number }} the middle of each column
 */
export function columnsOf(count, width) {
  const column = Math.max(NARROW, Math.min(110, (width - LABELS) / Math.max(1, count + AFTER)));
  return { width: Math.max(width, LABELS + column * (count + AFTER)), column, x: (t) => LABELS + column * (t + 0.5) };
}

/**
 * A bow from one place up and over to another, which it meets from below.
 * @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1
 */
export function arcOf(x0, y0, x1, y1) {
  const bend = (y0 - y1) * 0.9;
  const [a, b, c, d, e] = [x0, y0, y0 - bend, y1 + bend, x1].map((one) => one.toFixed(1));
  return `M${a} ${b}C${a} ${c} ${e} ${d} ${e} ${y1.toFixed(1)}`;
}

/**
 * Whole powers of ten around the values above 0, at least one decade and at most `most`, from the largest down.
 * @param {readonly (number | null)[]} values @param {number} [most]
 * @returns {{ low: number, high: number, ticks: number[] }} exponents
 */
export function decadesOf(values, most = 40) {
  const logs = values.filter((one) => one !== null && one > 0).map((one) => Math.log10(/** @type {number} */ (one)));
  const high = logs.length ? Math.ceil(Math.max(...logs) + 1e-9) : 1;
  const low = Math.max(high - most, Math.min(high - 1, logs.length ? Math.floor(Math.min(...logs)) : 0));
  const by = Math.max(1, Math.ceil((high - low) / 5));
  return { low, high, ticks: Array.from({ length: Math.floor((high - low) / by) + 1 }, (_, k) => high - k * by) };
}

const RAISED = /** @type {Record<string, string>} */ ({ '-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' });

/** 10 to a power, as it is written: 0.01 … 100 plainly. @param {number} exponent */
export function powerOf(exponent) {
  if (Math.abs(exponent) <= 2) return String(Number((10 ** exponent).toFixed(2)));
  return `10${String(exponent).replace(/./g, (digit) => RAISED[digit] ?? digit)}`;
}

/** A norm in three digits, however large or small. @param {number} value */
export function normText(value) {
  if (value === 0) return '0';
  const exponent = Math.floor(Math.log10(value));
  if (exponent >= -3 && exponent < 4) return value.toFixed(Math.max(0, Math.min(4, 2 - exponent)));
  return `${(value / 10 ** exponent).toFixed(1)}·${powerOf(exponent)}`;
}

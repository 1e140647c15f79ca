/**
 * How a model took each word: how likely it had thought it, in bits, and what it had expected instead. The bits are the
 * trace's own; here they are only put into words.
 */

import { percent } from './scales.js';
import { quoted } from './wording.js';

/** @typedef {import('./trace.js').TraceData} TraceData */

/** Bits that fill a bar: about one in sixteen thousand. */
export const FULL = 14;

/** @param {number} bits */
export const bitsText = (bits) => bits.toFixed(1);

/** "31 %", "0.4 %", "1 in 200,000": a probability that may be very small. @param {number} p */
export function chance(p) {
  if (p >= 0.0095) return percent(p);
  if (p >= 0.000095) return `${Number((p * 100).toPrecision(1))} %`;
  return `1 in ${Number((1 / p).toPrecision(1)).toLocaleString('en')}`;
}

/**
 * The perplexity of the text's words up to step t: 2 to the mean of their bits; null where nothing was expected of any.
 * What the model wrote itself does not count.
 * @param {TraceData} trace @param {number} t
 */
export function perplexityUpTo(trace, t) {
  const bits = trace.tokens.slice(0, t + 1).flatMap(({ role }, k) => (role === 'written' ? [] : trace.surprise(k) ?? []));
  return bits.length ? { value: 2 ** (bits.reduce((sum, one) => sum + one, 0) / bits.length), count: bits.length } : null;
}

/** A word as words are compared: its case and the kind of its apostrophe do not count. @param {string} text */
const alike = (text) => text.toLowerCase().replaceAll('’', "'");

/**
 * What the model had thought of the token of step t; nothing where it could think nothing yet, or where that is not told.
 * @param {TraceData} trace @param {number} t
 */
export function tellSurprise(trace, t) {
  const [bits, token, expected] = [trace.surprise(t), trace.tokens[t], trace.top(t - 1)[0]];
  if (bits === undefined || !token || !expected) return '';
  if (bits === null) return `${quoted(token.text)} is not in its table, so it could not expect it. It had expected ${quoted(expected[0])} (${percent(expected[1])}).`;
  const told = `${bitsText(bits)} bits`;
  if (alike(expected[0]) === alike(token.text)) return `As expected: ${quoted(token.text)} had ${percent(expected[1])}, ${told}.`;
  return `It had expected ${quoted(expected[0])} (${percent(expected[1])}); ${quoted(token.text)} had ${chance(2 ** -bits)}: ${told}.`;
}

/**
 * What a model says, written out: the term of each unit that the output reads, their sum, and the softmax around it; or a
 * forecast. The twin of `lstm_core.models.logit`, which a test pins it to, for a document that holds the output's rows.
 */

import { exactSum } from './formula.js';

/**
 * @typedef {object} Head what of the output there is beside the trace
 * @property {string[]} heard the layers that it reads
 * @property {Record<string, { weights: ArrayLike<number>, bias: number }>} symbols a row for each
 * @property {(number | null)[]} log_sums log Σ e^z at each step; null where nothing is said
 * @property {number | null} whole the same of the whole text; null where nothing is said of it
 * @property {[number, number][] | null} series of a forecaster: the last value and the usual step
 */

/**
 * @param {object} question
 * @param {import('./trace.js').TraceData} question.trace
 * @param {Head} question.head
 * @param {number | null} question.t null for what is said of the whole: each layer where it has read all
 * @param {string} question.symbol
 * @returns {import('./api.js').Logit} in the shape of `/api/v1/logit`
 */
export function writeLogit({ trace, head, t, symbol }) {
  const { weights = [], bias = NaN } = head.symbols[symbol] ?? {};
  const rows = head.heard.flatMap((layer) => {
    const at = t ?? (trace.backward(layer) ? 0 : trace.total - 1);
    return Array.from(trace.values(layer, 'h', at), (h, unit) => ({ layer, unit, h }));
  });
  const terms = rows.map((row, k) => ({ ...row, weight: weights[k] ?? NaN, product: (weights[k] ?? NaN) * row.h }));
  const sum = exactSum([...terms.map(({ product }) => product), bias]);
  const told = { t, token: t === null ? null : trace.tokens[t]?.text ?? '', model: trace.model.name, text: trace.text, symbol, terms, bias, sum };
  if (head.series) {
    const [last, step] = head.series[t ?? trace.total - 1] ?? [NaN, NaN];
    return { ...told, last, step, value: last + step * sum };
  }
  const all = (t === null ? head.whole : head.log_sums[t]) ?? NaN;
  return { ...told, log_sum_exp: all, probability: Math.exp(sum - all) };
}

/**
 * A document as a source: one model, one trace and the model's weights, in a file that needs no server.
 */

import { ApiError } from '../api.js';
import { writeLogit } from '../logits.js';
import { decode } from '../trace.js';

/** @typedef {{ shape: number[], data: string }} Packed float32 values, little-endian, in base64 */
/** @typedef {Omit<import('../logits.js').Head, 'symbols'> & { symbols: Record<string, { weights: Packed, bias: number }> }} CarriedHead */
/**
 * @typedef {object} Carried
 * @property {import('../api.js').Models} models with this model alone
 * @property {import('../trace.js').TraceDocument} trace
 * @property {Record<string, Record<string, Packed>>} weights of every layer, by the parameter's name
 * @property {CarriedHead} head of the output, as much as the trace says
 */

/** What is told of what the document does not hold. @param {string} what @returns {import('../api.js').Failure} */
const absent = (what) => ({
  code: 'not_in_this_file',
  message: `This file does not hold ${what}.`,
  expected: 'It holds one sentence, walked by one model.',
  action: 'Open Gatewalk itself for other sentences.',
  field: null,
});

/**
 * @param {Carried} carried
 * @returns {import('../source.js').TraceSource}
 */
export function documentSource({ models, trace, weights, head }) {
  /** @type {Map<Packed, Float32Array>} */
  const read = new Map();
  /** @param {Packed} packed */
  function numbers(packed) {
    const known = read.get(packed);
    if (known) return known;
    const made = decode(packed.data);
    read.set(packed, made);
    return made;
  }
  return {
    models,
    runs: false,
    first: trace,
    open(request, { error }) {
      error(absent(`the text “${request.text}”`));
      return () => {};
    },
    filter: null,
    units: null,
    gradient: null,
    gradientMap: null,
    compare: null,
    async logit({ trace: shown, t, symbol }) {
      const row = head.symbols[symbol];
      if (!row) throw new ApiError(absent(`the weights of “${symbol}”`));
      return writeLogit({ trace: shown, head: { ...head, symbols: { [symbol]: { weights: numbers(row.weights), bias: row.bias } } }, t, symbol });
    },
    async weights({ layer, unit }) {
      const params = weights[layer];
      if (!params) throw new ApiError(absent(`weights of ${layer}`));
      return Object.fromEntries(Object.entries(params).map(([name, packed]) => {
        const [, columns] = packed.shape;
        const all = numbers(packed);
        return [name, columns === undefined ? all[unit] ?? NaN : Array.from(all.subarray(unit * columns, (unit + 1) * columns))];
      }));
    },
  };
}

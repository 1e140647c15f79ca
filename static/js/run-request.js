/**
 * A run request: the model, the text, the valves that are held, the weights that are scaled, and how it writes on. Immutable, with one written form, which is the query
 * of every address and what the page's own address begins with. Its twin is `app/run_request.py`; one table of cases
 * (`tests/run_requests.json`) holds for both.
 */

import { parseClamp } from './clamps.js';
import { numeral } from './numeral.js';
import { canonicalScale } from './weights-scaled.js';
import { canonicalWriting, PARAMETERS } from './writing.js';

const MOST = 100_000; // an index beyond this is no index of any model or sentence

/** [[5, 5], [3, 4]] → "3-5" @param {import('./clamps.js').Ranges} ranges */
function compact(ranges) {
  /** @type {[number, number][]} */
  const merged = [];
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(',');
}

/** @param {import('./clamps.js').Ranges | null} ranges @param {string | undefined} text what they were read from */
const isRange = (ranges, text) => ranges === null || (/^\d{1,6}(-\d{1,6})?(,\d{1,6}(-\d{1,6})?)*$/.test(text ?? '') && ranges.every(([from, to]) => from <= to && to <= MOST));

/**
 * A clamp in its one form; null for what is none.
 * @param {string} typed @returns {string | null}
 */
export function canonicalClamp(typed) {
  const text = typed.trim();
  try {
    const { layer, gate, units, steps, value } = parseClamp(text);
    const found = /^[^[@=]*(?:\[([^\]]*)\])?(?:@([^=]*))?=/.exec(text);
    if (!Number.isFinite(value) || !isRange(units, found?.[1]) || !isRange(steps, found?.[2])) return null;
    return `${layer}.${gate}${units ? `[${compact(units)}]` : ''}${steps ? `@${compact(steps)}` : ''}=${numeral(value)}`;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export class RunRequest {
  /**
   * @param {string} model @param {string} text
   * @param {readonly string[]} [clamps] in their order, since a later one wins; one that cannot be read stays as it is, for the service to refuse
   * @param {Partial<Record<string, string | number>>} [writing] its parameters; nothing is written if there are none
   * @param {readonly string[]} [scales] likewise
   */
  constructor(model, text, clamps = [], writing = {}, scales = []) {
    this.model = model;
    this.text = text;
    this.clamps = Object.freeze(clamps.map((clamp) => canonicalClamp(clamp) ?? clamp));
    this.scales = Object.freeze(scales.map((scale) => canonicalScale(scale) ?? scale));
    this.writing = canonicalWriting(writing);
    Object.freeze(this);
  }

  /** What a query asks for, whatever else stands in it. @param {string | URLSearchParams} search */
  static parse(search) {
    const query = new URLSearchParams(search);
    return new RunRequest(query.get('model') ?? '', query.get('text') ?? '', query.getAll('clamp'),
      Object.fromEntries(PARAMETERS.flatMap((name) => (query.has(name) ? [[name, query.get(name) ?? '']] : []))), query.getAll('scale'));
  }

  /** The written form as parameters, for whoever asks for more than the run. */
  get query() {
    const query = new URLSearchParams({ model: this.model, text: this.text });
    for (const clamp of this.clamps) query.append('clamp', clamp);
    for (const scale of this.scales) query.append('scale', scale);
    for (const [name, value] of Object.entries(this.writing)) query.append(name, value);
    return query;
  }

  /** model=…&text=…&clamp=…&clamp=…&scale=…&write=…&temperature=…&top_k=…&seed=… */
  toString() {
    return String(this.query);
  }

  /** @param {RunRequest} other */
  equals(other) {
    return String(this) === String(other);
  }
}

/**
 * The live server as a source: traces as they are computed, weights as they are asked for.
 */

import { getJson } from '../api.js';
import { RunRequest } from '../run-request.js';
import { openStream } from '../stream.js';
import { parametersOf } from '../writing.js';

/** @typedef {import('../source.js').TraceSource} TraceSource */
/** @typedef {import('../source.js').UnitWeights} UnitWeights */

/** What a trace was asked for by. @param {import('../trace.js').TraceData} trace */
const queryOf = ({ model, text, clamps, scales, writing }) => new RunRequest(model.name, text, clamps, parametersOf(writing), scales).query;

/** Two runs side by side. @param {string} root @param {import('../source.js').AskedComparison} asked */
async function compare(root, { request: { query }, against, layer, signal }) {
  query.set('against', String(against));
  if (layer !== undefined && signal !== undefined) {
    query.set('layer', layer);
    query.set('signal', signal);
  }
  return /** @type {import('../api.js').Comparison} */ (await getJson(`${root}/compare?${query}`));
}

/** What units do and carry. @param {string} root @returns {import('../source.js').UnitsSource} */
const unitsFrom = (root) => ({
  async here({ trace, t }) {
    const query = queryOf(trace);
    query.set('t', String(t));
    return /** @type {import('../units.js').Told} */ (await getJson(`${root}/units?${query}`));
  },
  async carried(model) {
    return /** @type {import('../carried.js').Carried} */ (await getJson(`${root}/units/carried?${new URLSearchParams({ model })}`));
  },
  async evidence({ model, carries, layer, unit }) {
    const query = new URLSearchParams({ model, carries, layer, unit: String(unit) });
    return /** @type {import('../carried.js').Evidence} */ (await getJson(`${root}/units/evidence?${query}`));
  },
});

const KEPT = 500; // units whose weights are kept; the oldest go first

/**
 * How far back predictions reach.
 * @param {string} root
 * @returns {Pick<TraceSource, 'gradient' | 'gradientMap'>}
 */
const gradientsFrom = (root) => ({
  async gradient({ trace, t, symbol, model, scales = [], clip }) {
    const query = model ? new RunRequest(model, trace.text).query : queryOf(trace);
    for (const scale of scales) query.append('scale', scale);
    if (clip !== undefined) query.set('clip', String(clip));
    if (t !== null) query.set('t', String(t));
    query.set('symbol', symbol);
    return /** @type {import('../gradients.js').Gradient} */ (await getJson(`${root}/gradient?${query}`));
  },
  async gradientMap({ trace, by }) {
    const query = queryOf(trace);
    query.set('by', by);
    return /** @type {import('../gradients.js').GradientMap} */ (await getJson(`${root}/gradient/map?${query}`));
  },
});

/**
 * @param {object} known what came with the page
 * @param {import('../api.js').Models} known.models
 * @param {import('../trace.js').TraceDocument | null} [known.first]
 * @param {string} [known.origin] where the server is; the page's own if absent
 * @returns {TraceSource}
 */
export function serverSource({ models, first = null, origin = '' }) {
  const root = `${origin}/api/v1`;
  /** @type {Map<string, Promise<UnitWeights>>} */
  const kept = new Map();
  return {
    models,
    runs: true,
    first,
    open: (request, listener) => openStream(`${root}/trace/stream?${request}`, listener),
    async filter({ trace, t, filter }) {
      const query = queryOf(trace);
      query.set('t', String(t));
      query.set('filter', String(filter));
      return /** @type {import('../api.js').FilterSum} */ (await getJson(`${root}/filter?${query}`));
    },
    compare: (asked) => compare(root, asked),
    async logit({ trace, t, symbol }) {
      const query = queryOf(trace);
      if (t !== null) query.set('t', String(t));
      query.set('symbol', symbol);
      return /** @type {import('../api.js').Logit} */ (await getJson(`${root}/logit?${query}`));
    },
    units: unitsFrom(root),
    ...gradientsFrom(root),
    weights({ model, sha256, layer, unit, scales }) {
      const query = new URLSearchParams({ model, layer, unit: String(unit), sha256 });
      for (const scale of scales) query.append('scale', scale);
      const url = `${root}/weights?${query}`;
      const found = kept.get(url);
      if (found) return found;
      const asked = getJson(url).then((answer) => /** @type {{ params: UnitWeights }} */ (answer).params);
      asked.catch(() => kept.delete(url));
      kept.set(url, asked);
      if (kept.size > KEPT) kept.delete(/** @type {string} */ (kept.keys().next().value));
      return asked;
    },
  };
}

/**
 * The same for a page of another origin, which has nothing yet.
 * @param {string} origin
 */
export async function connect(origin) {
  const models = /** @type {import('../api.js').Models} */ (await getJson(`${origin}/api/v1/models`));
  return serverSource({ models, origin });
}

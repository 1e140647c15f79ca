/**
 * Units that were found to follow something, by measurement on text that the model had not seen: what its card tells.
 */

/** @typedef {{ unit: number, state: string, label: string, measure: string }} NamedUnit */

/** What a label of the measurements is called on the page. @type {Record<string, string>} */
const NAMES = { name: 'a speaker’s name', position: 'the position in the line', 'line start': 'the first letter of a line' };

/** @param {unknown} value @returns {value is Record<string, any>} */
const isRecord = (value) => typeof value === 'object' && value !== null;

/** @param {number} value */
const plain = (value) => value.toFixed(3).replace('-', '−');

/**
 * The named units of a model's scores, in their order; none where nothing was found.
 * @param {Record<string, unknown>} scores
 * @returns {NamedUnit[]}
 */
export function namedUnits(scores) {
  const { units, counting_unit: counting } = scores;
  const found = isRecord(units) ? Object.entries(units).filter(([, entry]) => entry.named === true) : [];
  const named = found.map(([label, { unit, state, auc, r }]) => ({
    unit, state, label: NAMES[label] ?? label, measure: auc === undefined ? `r ${plain(r)}` : `AUC ${plain(auc)}`,
  }));
  return isRecord(counting) ? [...named, { unit: counting.unit, state: 'c', label: 'the count', measure: `r ${plain(counting.correlation)}` }] : named;
}

/** @typedef {{ layer: string, unit: number, signal: string, view: 'line' }} Opening the unit, the state in which it was found, and its course over the text */

/**
 * What a model that has named units is opened with: the unit that counts, else the first that was named, as a line over
 * the text. Null where none was found: then it is the unit that does most for what is said.
 * @param {Pick<import('./api.js').ModelEntry, 'scores' | 'layers'>} entry
 * @returns {Opening | null}
 */
export function opensWith({ scores, layers }) {
  const named = namedUnits(scores);
  const found = isRecord(scores.counting_unit) ? named.at(-1) : named[0];
  const layer = layers.find(({ kind }) => kind === 'recurrent'); // they were measured on models of one layer
  return found && layer ? { layer: layer.name, unit: found.unit, signal: found.state, view: 'line' } : null;
}

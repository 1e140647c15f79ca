/**
 * What units carry, as it was measured on shipped sentences: how it is said, and how strong it is in honest words. Pure.
 */

import { plain } from './scales.js';
import { capital } from './wording.js';

/** @typedef {import('./units.js').Column} Column */
/** @typedef {{ rises: boolean[], chosen: number[], scored: number[] }} Followed of every unit of a layer */
/**
 * @typedef {object} Property what a unit may carry, and how well the units follow it
 * @property {string} name
 * @property {string} kind
 * @property {string} says where it is so
 * @property {number} words
 * @property {number} sentences
 * @property {number | null} holding
 * @property {{ layer: string, unit: number, rises: boolean, chosen: number, scored: number }} best
 * @property {{ chosen: number, scored: number }} untrained
 * @property {Record<string, Followed>} layers
 */
/** @typedef {{ model: string, sha256: string, seed: number | null, layers: { name: string, units: number, state: string }[], properties: Property[] }} Carried */
/** @typedef {{ words: string[], from: number, to: number, holds: boolean | null, values: number[] }} Sentence */
/** @typedef {{ model: string, carries: string, layer: string, unit: number, state: string, sentences: Sentence[] }} Evidence */
/** @typedef {{ layer: string, unit: number }} Place */
/** @typedef {{ property: Property, rises: boolean, chosen: number, scored: number }} Found how well one unit follows one property */

/** A share to a tenth of a percent: what is nearly all is not written as all. @param {number} part */
export const share = (part) => `${plain(100 * part, 1)} %`;

/** @param {Property} property @param {Place} place @returns {Found | null} */
export function followedBy(property, { layer, unit }) {
  const found = property.layers[layer];
  const [rises, chosen, scored] = [found?.rises[unit], found?.chosen[unit], found?.scored[unit]];
  return rises === undefined || chosen === undefined || scored === undefined ? null : { property, rises, chosen, scored };
}

/** What a unit follows best where units are chosen. @param {readonly Property[]} properties @param {Place} place @returns {Found | null} */
export function bestOf(properties, place) {
  let best = null;
  for (const property of properties) {
    const found = followedBy(property, place);
    if (found && (!best || found.chosen > best.chosen)) best = found;
  }
  return best;
}

/** From which score on what is said of it. @type {[number, string][]} */
const STRENGTHS = [[0.95, 'almost always tells'], [0.85, 'mostly tells'], [0.7, 'more often tells than not'], [0.6, 'hardly tells']];

/** How well it tells, in words. @param {number} scored */
export const strength = (scored) => STRENGTHS.find(([from]) => scored >= from)?.[1] ?? 'does not tell';

/**
 * A unit's name, with its layer's where there is more than one.
 * @param {Pick<Carried, 'layers'>} of @param {Place} place @param {(layer: string) => string} short a layer's name on the page
 */
export const nameOf = ({ layers }, { layer, unit }, short) => (layers.length > 1 ? `unit ${unit} of ${short(layer)}` : `unit ${unit}`);

/** A unit and a property in a sentence, as strong as it is. @param {Found} found @param {string} name the unit's @param {string} state */
export function claim({ property, rises, scored }, name, state) {
  const pair = property.holding === null ? `one ${property.says} than the other` : `one ${property.says} and one not`;
  return `${capital(name)} ${strength(scored)}: of two words, ${pair}, its ${state} is ${rises ? 'higher' : 'lower'} at the first in ${share(scored)} of all pairs.`;
}

/** On what it stands. @param {Found} found @param {number | null} seed */
export function basis({ property, chosen }, seed) {
  const { words, sentences, holding, untrained } = property;
  const of = holding === null ? `${sentences} sentences` : `${sentences} sentences, ${holding} of which have it`;
  const beside = untrained.scored >= 0.6 ? 'so much of it is there without any learning' : 'no better than chance';
  return `Measured at ${words} words of ${of}, none of which it was chosen on (there: ${share(chosen)}). Chance is 50 %. The same network before training (seed ${seed}), its best unit chosen and scored alike: ${share(untrained.scored)}, ${beside}.`;
}

/** All that units follow: the best of each unit. */
export const ANY = '';

/**
 * The columns that say what a unit carries: of each its best, or of all the one property that is asked for.
 * @param {readonly Property[]} properties @param {string} asked a property's name, or ANY
 * @returns {Column[]}
 */
export function carriedColumns(properties, asked) {
  const one = properties.find(({ name }) => name === asked);
  /** @param {Place} place */
  const of = (place) => (one ? followedBy(one, place) : bestOf(properties, place));
  /** @param {Pick<Column, 'key' | 'label' | 'says' | 'value' | 'text'> & Partial<Column>} column @returns {Column} */
  const column = (column) => ({ group: 'carries', ...column });
  /** How far above chance. @param {number} value */
  const part = (value) => Math.max(0, 2 * value - 1);
  return [
    column({
      key: 'carries', label: 'what',
      says: one ? `What it carries: ${one.says}; ▲ it is higher there, ▼ lower, as chosen on the first half of the sentences.` : 'What it follows best on the first half of the shipped sentences; ▲ it is higher there, ▼ lower.',
      value: (unit) => of(unit)?.chosen ?? null,
      text: (unit) => { const found = of(unit); return found ? `${found.property.name} ${found.rises ? '▲' : '▼'}` : '–'; },
    }),
    column({ key: 'chosen', label: 'chosen', says: 'How well the unit tells it on the first half of the shipped sentences, on which units are chosen: of all pairs of words, one where it is so and one where not, the share that the unit’s state puts in the right order. Chance is 50 %.', value: (unit) => of(unit)?.chosen ?? null, text: (unit) => { const found = of(unit); return found ? share(found.chosen) : '–'; }, part }),
    column({ key: 'scored', label: 'scored', says: 'The same on the other half, whose sentences, places, names and nouns it was not chosen on: this is how strong it is. Chance is 50 %.', value: (unit) => of(unit)?.scored ?? null, text: (unit) => { const found = of(unit); return found ? share(found.scored) : '–'; }, part }),
  ];
}

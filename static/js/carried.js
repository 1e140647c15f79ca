/**
 * What units carry, as it was measured on shipped sentences: how it is said, and how strong it is in honest words. Pure.
 */

import { percent } from './scales.js';

/** @typedef {{ rises: boolean[], chosen: number[], scored: number[] }} Followed of every unit of a layer */
/**
 * @typedef {object} Property what a unit may carry, and how well the units follow it
 * @property {string} name
 * @property {string} kind
 * @property {string} says
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

/** A unit and a property in a sentence, as strong as it is. @param {Found} found @param {Place} place @param {string} state */
export function claim({ property, rises, scored }, { unit }, state) {
  const side = property.holding === null ? 'further on in the sentence' : property.kind === 'language' ? `after a place of ${property.name}` : property.name === 'in quotes' ? 'inside quotation marks' : property.name === 'many' ? 'after a plural subject' : 'after a woman as subject';
  return `Unit ${unit} ${strength(scored)}: its ${state} is ${rises ? 'higher' : 'lower'} ${side} in ${percent(scored)} of all pairs of words, one ${property.holding === null ? 'further on than the other' : 'where it is so and one where not'}.`;
}

/** On what it stands. @param {Found} found @param {number | null} seed */
export function basis({ property, chosen }, seed) {
  const { words, sentences, holding, untrained } = property;
  const of = holding === null ? `${sentences} sentences` : `${sentences} sentences, ${holding} of which have it`;
  const beside = untrained.scored >= 0.6 ? 'so much of it is there without any learning' : 'no better than chance';
  return `Measured at ${words} words of ${of}, none of which it was chosen on (there: ${percent(chosen)}). Chance is 50 %. The same network before training (seed ${seed}), its best unit chosen and scored alike: ${percent(untrained.scored)}, ${beside}.`;
}

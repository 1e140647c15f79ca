/**
 * A word as the letter filters see it: lower case, cut where they stop to read, between a start and an end mark.
 */

import { signed } from './scales.js';

/** The signs around a word. */
const BEGINS = '▸';
export const ENDS = '◂';
const LONGEST = 30; // letters of a word that are read

/** @param {string} word @returns {string[]} */
export const lettersOf = (word) => [BEGINS, ...[...word.normalize('NFC').replaceAll('’', "'").toLowerCase()].slice(0, LONGEST), ENDS];

/**
 * The places [from, to) that a filter saw when it answered at the letter `at`.
 * @param {number} at @param {number} width letters a filter sees @param {number} count places in all
 * @returns {[number, number]}
 */
export function windowOf(at, width, count) {
  const half = (width - 1) / 2;
  return [Math.max(0, at - half), Math.min(count, at + half + 1)];
}

/** @typedef {{ trace: import('./trace.js').TraceData, model: import('./api.js').ModelEntry }} Sight what there is to see, at whichever moment */
/**
 * @typedef {object} Spelled a word, and what one filter found in it
 * @property {string[]} letters
 * @property {number} filter
 * @property {number} value its strongest answer anywhere in the word
 * @property {[number, number]} window the places that it saw then
 */

/** What has been found out, kept as long as its trace. @type {WeakMap<Sight['trace'], Map<number, Spelled[]>>} */
const FOUND = new WeakMap();

/**
 * What every filter found in a word, the strongest first.
 * @param {Sight} scene @param {number} t
 * @returns {Spelled[]}
 */
export function spelledAt(scene, t) {
  const known = FOUND.get(scene.trace) ?? new Map();
  FOUND.set(scene.trace, known);
  const found = known.get(t) ?? spell(scene, t);
  known.set(t, found);
  return found;
}

/** @param {Sight} scene @param {number} t @returns {Spelled[]} */
function spell({ trace, model }, t) {
  const head = trace.layers.find(({ kind }) => kind === 'convolution');
  if (!head || !model.letters) return [];
  const { width } = model.letters;
  const letters = lettersOf(trace.tokens[t]?.text ?? '');
  const places = trace.values(head.name, 'at', t);
  return [...trace.values(head.name, 'fired', t)]
    .map((value, filter) => ({ letters, filter, value, window: windowOf(places[filter] ?? 0, width, letters.length) }))
    .sort((a, b) => b.value - a.value);
}

/** The letters of a window. @param {Spelled} spelled */
export const seenBy = ({ letters, window }) => letters.slice(...window).join('');

/** The phase "spell". @param {import('./layout/types.js').Told} told */
export const tellSpelled = ({ word }) => `${word} is taken letter by letter, between a start and an end mark.`;

/** The phase "fire": who answers to the word, and to which of its letters most. @param {Sight & { t: number }} told */
export function tellFired({ trace, model, t }) {
  const all = spelledAt({ trace, model }, t);
  const [best] = all;
  if (!best) return '';
  const answers = all.filter(({ value }) => value > 0).length;
  return `${answers} of ${all.length} filters answer, each with its strongest place in the word; filter ${best.filter} most: ${signed(best.value)} to “${seenBy(best)}”. All together make x.`;
}

/**
 * What one filter did, in place of a sum that is written out.
 * @param {Sight} scene @param {number} t @param {number} filter
 */
export function tellFilter(scene, t, filter) {
  const found = spelledAt(scene, t).find((one) => one.filter === filter);
  if (!found) return '';
  const how = `Filter ${filter} sees ${scene.model.letters?.width} letters at a time: it multiplies their vectors by its weights, adds them up, and takes a sum below zero for zero.`;
  return found.value > 0 ? `${how} Its strongest answer is ${signed(found.value, 4)}, to “${seenBy(found)}”.` : `${how} It answers to no place in this word.`;
}

/**
 * A word as the letter filters see it: lower case, cut where they stop to read, between a start and an end mark.
 */

import { LETTERS } from '#js/reading.js';

export const START = '▸';
export const END = '◂';
const LONGEST = 30; // letters of a word that are read

/** @param {string} word @returns {string[]} */
export const lettersOf = (word) => [START, ...[...word.normalize('NFC').replaceAll('’', "'").toLowerCase()].slice(0, LONGEST), END];

/**
 * The places [from, to) that a filter saw when it answered at the letter `at`.
 * @param {number} at @param {number} width letters a filter sees @param {number} count places in all
 * @returns {[number, number]}
 */
export function windowOf(at, width, count) {
  const half = (width - 1) / 2;
  return [Math.max(0, at - half), Math.min(count, at + half + 1)];
}

/**
 * @typedef {object} Spelled a word, and what one filter found in it
 * @property {string[]} letters
 * @property {number} filter
 * @property {number} value its strongest answer anywhere in the word
 * @property {[number, number]} window the places that it saw then
 */

/**
 * What every filter found in a word, the strongest first.
 * @param {import('#js/scene.js').Scene} scene @param {number} t
 * @returns {Spelled[]}
 */
export function spelledAt({ trace, model }, t) {
  const head = trace.layers.find(({ cell }) => cell === LETTERS);
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

/**
 * The letters of a word and the filters over them, as plain data: no recurrent cell, so it has a picture of its own.
 */

import { tellFired, tellSpelled } from '../letter-filters.js';

/** @type {import('./types.js').Picture} */
export const letters = {
  phases: [
    { name: 'spell', title: 'Letters', signals: [], say: tellSpelled },
    { name: 'fire', title: 'Filters', signals: ['fired', 'at'], say: tellFired },
  ],
  layout: null,
  memory: null,
};

/** @typedef {{ x: number, y: number, w: number, h: number }} Box */
/**
 * @typedef {object} FilterLine one filter: over which letters, its name, its bar, and its value's right end
 * @property {number} y
 * @property {number} h
 * @property {{ x: number, w: number }} bracket
 * @property {{ x: number, w: number }} bar
 * @property {{ x: number }} name
 * @property {{ x: number }} number
 */

const [LETTER, LINE, LEAST] = [2.6, 1.85, 1.15]; // em of a letter, a filter's line, and the least of a letter in a long word
const NAME = 5.6; // em of "filter 127"
const NUMBER = 3.85;

/**
 * A row of letters, and below it a line a filter with a bracket under the letters that it saw; wider than `width` where
 * the word is too long for it.
 * @param {number} width px @param {number} count letters, marks included @param {[number, number][]} windows [from, to) of each filter
 * @param {number} text px of its letters
 * @returns {{ width: number, height: number, boxes: Box[], lines: FilterLine[] }}
 */
export function lettersLayout(width, count, windows, text) {
  const [letter, high, least, called, number] = /** @type {[number, number, number, number, number]} */ ([LETTER, LINE, LEAST, NAME, NUMBER].map((em) => Math.round(em * text)));
  const wide = 29 * text;
  const bars = Math.max(called + 40 + number, Math.min(wide, width * 0.4));
  const pitch = Math.max(least, Math.min(letter + 4, (width - bars - 12) / count));
  const right = count * pitch + 12;
  const most = Math.max(right + called + 40 + number, Math.min(width, right + wide));
  const boxes = Array.from({ length: count }, (_, k) => ({ x: k * pitch + 1, y: 2, w: pitch - 3, h: letter - 4 }));
  const lines = windows.map(([from, to], k) => ({
    y: letter + 4 + k * high, h: high, bracket: { x: from * pitch + 1, w: (to - from) * pitch - 3 },
    name: { x: right }, bar: { x: right + called, w: most - right - called - number - 4 }, number: { x: most },
  }));
  return { width: Math.ceil(Math.max(width, most)), height: letter + 8 + windows.length * high, boxes, lines };
}

/**
 * What the signs of a picture are: a row for each kind of sign that is in it. Pure.
 */

import { isJoin } from './wires.js';

/** @typedef {import('../layout/types.js').Layout} Layout */
/** @typedef {'vector' | 'gate' | 'chosen' | 'empty' | 'box' | 'multiply' | 'add' | 'line' | 'fork' | 'join' | 'peephole' | 'belt' | 'other'} Sign */
/** @typedef {{ sign: Sign, name: string, says: string }} Row */

/** @type {[Sign, string, string, (layout: Layout) => boolean][]} */
const SIGNS = [
  ['vector', 'a strip of bars', 'a vector, one bar a unit. From the line in the middle up and orange: above zero; down and blue: below. The scale is logarithmic: a tenth of the longest is nearly half as long.', ({ strips }) => strips.some(({ scale }) => scale === 'signed')],
  ['gate', 'a gate', 'bars from the ground: 0 is shut, full height is 1, open.', ({ strips }) => strips.some(({ scale }) => scale === 'gate')],
  ['chosen', 'a frame', 'the chosen unit, the same one in every strip; the dotted line joins its numbers. Press any bar to choose another.', () => true],
  ['empty', 'a dashed strip', 'is not computed yet: its phase is still to come.', () => true],
  ['box', 'a box', 'works on each number by itself: σ presses it into 0 … 1, tanh into −1 … 1.', ({ boxes }) => boxes.some(({ kind }) => kind === 'function')],
  ['multiply', 'a circle with ×', 'multiplies two vectors, unit by unit. Its blades stand as open as its gate is on average.', ({ boxes }) => boxes.some(({ text }) => text === '×')],
  ['add', 'a circle with +', 'adds two vectors, unit by unit.', ({ boxes }) => boxes.some(({ text }) => text === '+')],
  ['line', 'a line', 'carries a whole vector, the way its arrow points. In colour: what a gate or a candidate says.', () => true],
  ['join', 'two lines meet in a dot', 'join: two vectors are put end to end (concatenated).', (layout) => layout.wires.some((wire) => wire.dot && isJoin(layout, wire))],
  ['fork', 'a line leaves a dot', 'fork: the same vector goes both ways (copied).', (layout) => layout.wires.some((wire) => wire.dot && !isJoin(layout, wire))],
  ['peephole', 'a dashed line', 'a peephole: the gate looks at the memory and takes nothing off it.', ({ wires }) => wires.some(({ dashed }) => dashed === true)],
  ['belt', 'the belt', 'carries the cell state from step to step; only × and + touch it.', ({ belt }) => belt !== null],
];

/** What is drawn of a run that stands beside. @type {Row} */
const OTHER = { sign: 'other', name: 'an outline', says: 'the run beside: as far as its bar goes farther, or the line at which it ends. Two lines below a word: there the two do not say the same.' };

/** @param {Layout} layout @param {boolean} [beside] whether another run is outlined @returns {Row[]} */
export const legendOf = (layout, beside = false) => [...SIGNS.filter(([, , , is]) => is(layout)).map(([sign, name, says]) => ({ sign, name, says })), ...(beside ? [OTHER] : [])];

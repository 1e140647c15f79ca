/**
 * A cell's name to its picture. A new cell is one more entry here and its own file.
 */

import * as lstm from '#js/layout/lstm.js';
import * as rnn from '#js/layout/rnn.js';

/** @typedef {import('#js/layout/types.js').Phase} Phase */
/** @typedef {import('#js/layout/types.js').LayoutMaker} LayoutMaker */

/** @type {Record<string, { layout: LayoutMaker, phases: Phase[] }>} */
const CELLS = { lstm, rnn };

/** @param {string} cell */
function find(cell) {
  const found = CELLS[cell];
  if (!found)
    throw new RangeError(`no picture is known for the cell “${cell}”; known: ${Object.keys(CELLS).join(', ')}`);
  return found;
}

/**
 * The maker of a cell's layout.
 * @param {string} cell
 * @returns {LayoutMaker}
 */
export const layoutFor = (cell) => find(cell).layout;

/**
 * A cell's phases, the same at every size.
 * @param {string} cell
 * @returns {Phase[]}
 */
export const phasesOf = (cell) => find(cell).phases;

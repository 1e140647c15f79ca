/**
 * A cell's name to its picture. A new cell is one more entry here and its own file.
 */

import { cifg } from './cifg.js';
import { gru, gruBefore } from './gru.js';
import { lstm } from './lstm.js';
import { peephole, peepholeFi } from './peephole.js';
import { rnn } from './rnn.js';

/** @typedef {import('./types.js').Picture} Picture */

/** @type {Record<string, Picture>} */
const CELLS = { lstm, rnn, peephole, 'peephole-fi': peepholeFi, cifg, gru, 'gru-before': gruBefore };

/** @param {string} cell @returns {Picture} */
function find(cell) {
  const found = CELLS[cell];
  if (!found)
    throw new RangeError(`no picture is known for the cell “${cell}”; known: ${Object.keys(CELLS).join(', ')}`);
  return found;
}

/** The cells that have a picture. */
export const pictured = () => Object.keys(CELLS);

/**
 * The maker of a cell's layout.
 * @param {string} cell
 */
export const layoutFor = (cell) => find(cell).layout;

/**
 * A cell's phases, the same at every size.
 * @param {string} cell
 */
export const phasesOf = (cell) => find(cell).phases;

/**
 * What a cell is called in a sentence.
 * @param {string} cell
 */
export const titleOf = (cell) => find(cell).title;

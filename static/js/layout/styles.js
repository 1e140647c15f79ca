/**
 * Sizes of a picture that runs across, by the width that it has.
 */

import { formOf } from './parts.js';

/**
 * @typedef {object} Style
 * @property {number} text
 * @property {number} pad margin
 * @property {number} gap least room between two columns
 * @property {number} tail room at the right end
 * @property {number} node radius of a node
 * @property {number} box width of a squashing box
 * @property {number} least height
 */

/** The widest is for projectors. */
const PROJECTED = { text: 16, pad: 38, gap: 84, tail: 38, node: 22, box: 60, least: 430 };
const WIDE = { text: 13, pad: 30, gap: 64, tail: 30, node: 18, box: 48, least: 356 };
const COMPACT = { text: 12, pad: 22, gap: 54, tail: 20, node: 15, box: 40, least: 350 };
const MEDIUM = { text: 11, pad: 18, gap: 46, tail: 14, node: 12, box: 34, least: 350 };

/** No picture grows higher. */
const MOST = 660;

/** @param {number} width @returns {Style} */
export function styleOf(width) {
  if (formOf(width) === 'medium') return MEDIUM;
  if (width < 1200) return COMPACT;
  return width < 1600 ? WIDE : PROJECTED;
}

/** The height that a picture takes of what it is given. @param {Style} style @param {number} height */
export const heightOf = (style, height) => Math.round(Math.min(MOST, Math.max(style.least, height)));

/** How many rows of what may come next stand in a height. @param {number} height @param {number} text */
export const rowsIn = (height, text) => Math.max(2, Math.min(5, Math.floor((height - text - 6) / (text + 9))));

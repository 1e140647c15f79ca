/**
 * Sizes of a picture that runs across, by the width that it has.
 */

import { clamp } from '../scales.js';
import { formOf, MEDIUM as NARROWEST } from './parts.js';

/**
 * @typedef {object} Style
 * @property {number} text
 * @property {number} pad margin
 * @property {number} gap least room between two columns
 * @property {number} tail room at the right end
 * @property {number} node radius of a node
 * @property {number} box width of a squashing box
 * @property {number} head the room above the first row
 * @property {number} least height
 */

/** The first row at that height. */
export const FIRST = 52;

/** The widest is for projectors; the tight one for a frame that is low and narrow. */
const PROJECTED = { text: 16, pad: 38, gap: 84, tail: 38, node: 22, box: 60 };
const WIDE = { text: 13, pad: 30, gap: 64, tail: 30, node: 18, box: 48 };
const COMPACT = { text: 12, pad: 22, gap: 54, tail: 20, node: 15, box: 40 };
const MEDIUM = { text: 11, pad: 18, gap: 46, tail: 14, node: 12, box: 34 };
const TIGHT = { text: 11, pad: 14, gap: 40, tail: 8, node: 11, box: 32 };

/** To be read from the last row: what stands below a line (78 % as large) has 16 px too. */
const HALL = { text: 26, pad: 46, gap: 96, tail: 40, node: 30, box: 84 };
const ROOM = { text: 22, pad: 38, gap: 80, tail: 28, node: 26, box: 70 };
const SCREEN = { text: 18, pad: 24, gap: 66, tail: 12, node: 20, box: 52 };

/** All rows of a picture as they are drawn at this height; the words above the first take what their text takes. */
const GRID = 356;
/** From a strip to the next one below it, at that height; between them stand the label of the lower one, and air. */
const BETWEEN = 29;
const AIR = 9;

/** No picture grows higher. */
const MOST = 660;

/** The room above the first row: two lines of text. @param {number} text */
const headOf = (text) => 2 * text + 20;

/** @param {import('./types.js').Size} size */
function baseOf({ width, height, present = false }) {
  if (present && width >= NARROWEST) return width >= 1700 ? HALL : width >= 1200 ? ROOM : SCREEN;
  if (formOf({ width, height }) === 'medium') return width < NARROWEST ? TIGHT : MEDIUM;
  if (width < 1200) return COMPACT;
  return width < 1600 ? WIDE : PROJECTED;
}

/** @param {import('./types.js').Size} size @returns {Style} */
export function styleOf(size) {
  const base = baseOf(size);
  const head = headOf(base.text);
  return { ...base, head, least: head + Math.ceil(((GRID - FIRST) * (base.text + AIR)) / BETWEEN) };
}

/** The height that a picture takes of what it is given. @param {Style} style @param {import('./types.js').Size} size */
export const heightOf = ({ least, text }, { height, present = false }) => Math.round(height ? clamp(height, least, present ? Infinity : MOST) : Math.max(least, GRID + 4 * (text - 13)));

/**
 * Where a row lies, and how high what lies in it is, in a picture of this height.
 * @param {Style} style @param {number} height
 */
export function rowsOf({ head }, height) {
  const part = (height - head) / (GRID - FIRST);
  return {
    /** @param {number} y */
    row: (y) => Math.round(head + (y - FIRST) * part),
    /** @param {number} h */
    tall: (h) => Math.round(h * part),
  };
}

/** How many rows of what may come next stand in a height. @param {number} height @param {number} text */
export const rowsIn = (height, text) => Math.max(2, Math.min(5, Math.floor((height - text - 6) / (text + 9))));

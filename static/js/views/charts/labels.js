/**
 * What is written below a chart, one label a step where there is room. Words are left out where there is none; letters
 * are written together, whole words of them where there are any, so that what is read stays what was read.
 */

import { glyph } from '../../wording.js';

/** @typedef {{ t: number, text: string, present: boolean }} Label t: the step below which it begins */

const WORD = 9; // letters of a word
const LETTER = 6; // px to the left that a slanted letter takes
const MARGIN = 30; // px before the first step
const SLOT = 24; // px that a slanted word needs
const BREAKS = [' ', '\n', '↵'];
const LONG = 8; // letters of a word that is not yet broken

/** How many steps share a label in a chart of this width. @param {number} total @param {number} width px */
const sharing = (total, width) => Math.max(1, Math.ceil((total * SLOT) / Math.max(width, SLOT)));

/** Every step, or every second, third …, and the present one. @param {number} total @param {number} t @param {number} each */
function ticksOf(total, t, each) {
  const regular = Array.from({ length: total }, (_, k) => k).filter((k) => k % each === 0 && (k === t || Math.abs(k - t) >= each));
  return regular.includes(t) ? regular : [...regular, t].sort((a, b) => a - b);
}

/**
 * The words below a chart; what the model has still to say is a dot.
 * @param {import('../../scene.js').Scene} scene @param {(text: string) => string} write
 */
export function wordsOf({ trace, moment, phases }, write) {
  const said = moment.phase >= phases.length - 1 ? moment.t : moment.t - 1;
  return trace.tokens.map(({ role }, t) => (role === 'output' && t > said ? '·' : write(trace.told(t))));
}

/**
 * Where runs of letters begin, at least `each` apart: at the beginning of a word, if one begins soon.
 * @param {readonly string[]} letters @param {number} each
 */
export function runsOf(letters, each) {
  const begins = (/** @type {number} */ k) => BREAKS.includes(letters[k - 1] ?? '') && !BREAKS.includes(letters[k] ?? '');
  const starts = [0];
  for (;;) {
    const last = starts.at(-1) ?? 0;
    const from = last + each;
    const word = Array.from({ length: Math.max(each, LONG) }, (_, k) => from + k).find((k) => k < letters.length && begins(k));
    if (from >= letters.length || (word === undefined && letters.length - last <= WORD)) return starts;
    starts.push(word ?? from);
  }
}

/** A text that ends below its step, and begins no farther left than the chart's margin. @param {string} text @param {number} x px from the left end */
function cut(text, x) {
  const most = Math.min(WORD, Math.floor(x / LETTER));
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/**
 * @param {import('../../scene.js').Scene} scene @param {number} width px
 * @returns {Label[]}
 */
export function labelsOf(scene, width) {
  const { trace, moment, model } = scene;
  const each = sharing(trace.total, width);
  const place = (/** @type {number} */ t) => MARGIN + ((t + 0.5) / trace.total) * width;
  if (model.reads !== 'letters' || each === 1) {
    const words = wordsOf(scene, glyph);
    return ticksOf(trace.total, moment.t, each).map((t) => ({ t, text: cut(words[t] ?? '', place(t)), present: t === moment.t }));
  }
  const letters = wordsOf(scene, (text) => (BREAKS.includes(text) ? ' ' : text));
  const starts = runsOf(letters, each);
  return starts.map((t, k) => {
    const end = starts[k + 1] ?? trace.total;
    return { t, text: cut(letters.slice(t, end).join('').trim(), place(t)), present: t <= moment.t && moment.t < end };
  });
}

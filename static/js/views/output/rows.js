/**
 * What a model holds possible, a bar each: the most probable first, on one scale.
 */

import { clear, html } from '../../dom.js';
import { niceMax, percent } from '../../scales.js';
import { glyph, quoted } from '../../wording.js';

/** @typedef {import('../../trace.js').Top} Top */

/** The full width of a bar: a round bound of every step's first probability. @param {Iterable<Top>} tops */
export const boundOf = (tops) => Math.min(1, niceMax([...tops].map(([first]) => first?.[1] ?? 0)));

/**
 * @param {HTMLElement} list takes the rows @param {Top} top @param {number} bound
 * @param {string} [chosen] the one that was said
 */
export function fillRows(list, top, bound, chosen) {
  clear(list).append(...top.map(([text, p], rank) => {
    const row = html('li', { class: text === chosen ? 'chosen' : '', data: { next: rank, word: text, value: p } },
      html('span', { class: 'text', title: quoted(text) }, glyph(text)),
      html('span', { class: 'track' }, html('i'), html('span', { class: 'percent' }, percent(p))));
    row.style.setProperty('--part', (p / bound).toFixed(4));
    return row;
  }));
}

/**
 * The evidence that a unit carries something: how strong it is, on what that stands, and a few sentences with the unit's
 * value as a small bar under each word.
 */

import { basis, claim } from '../../../carried.js';
import { clear, html, set } from '../../../dom.js';
import { diverging, plain } from '../../../scales.js';

/** @typedef {import('../../../carried.js').Evidence} Evidence */
/** @typedef {import('../../../carried.js').Found} Found */
/** @typedef {import('../../../carried.js').Sentence} Sentence */

/** @param {string} text @param {number} value @param {number} most @param {boolean} measured */
function word(text, value, most, measured) {
  const bar = html('i', { class: value < 0 ? 'minus' : '' });
  bar.style.setProperty('--part', (Math.abs(value) / (most || 1)).toFixed(4));
  bar.style.background = diverging(value, most);
  return html('span', { class: measured ? 'at' : 'at before', title: `after “${text}”: ${plain(value, 4)}`, data: { value } }, text, html('b', null, bar));
}

/** @param {Sentence} sentence @param {number} most */
function line({ words, values, from, to, holds }, most) {
  const [first, last] = [values[from] ?? 0, values[to - 1] ?? 0];
  const told = `${holds === null ? '' : holds ? 'It is so: ' : 'It is not so: '}${words.join(' ')}. The value goes from ${plain(first, 2)} to ${plain(last, 2)} where it is measured.`;
  return html('li', { class: holds === false ? 'without' : '' },
    html('span', { class: 'visually-hidden' }, told),
    holds !== null && html('span', { class: 'mark', 'aria-hidden': 'true', title: holds ? 'here it is so' : 'here it is not so' }, holds ? '✓' : '✗'),
    html('span', { class: 'course', 'aria-hidden': 'true' }, ...words.map((text, t) => word(text, values[t] ?? 0, most, t >= from && t < to))));
}

/** @param {HTMLElement} place */
export function createEvidence(place) {
  const region = html('section', { class: 'units-evidence', 'aria-label': 'evidence for the chosen unit', tabindex: 0 });
  place.append(region);

  return {
    /** @param {Found} found @param {Evidence} evidence @param {string} name the unit's @param {number | null} seed */
    show(found, evidence, name, seed) {
      const most = Math.max(...evidence.sentences.flatMap(({ values }) => values.map(Math.abs)));
      clear(region).append(
        html('p', { class: 'claim', data: { scored: found.scored, untrained: found.property.untrained.scored } }, claim(found, name, evidence.state)),
        html('ul', null, ...evidence.sentences.map((sentence) => line(sentence, most))),
        html('p', { class: 'note' }, basis(found, seed)));
      set(region, 'data-of', `${evidence.layer}.${evidence.unit}.${evidence.carries}`);
    },
    /** @param {boolean} hidden */
    hide: (hidden) => set(region, 'hidden', hidden),
  };
}

/**
 * Whose the unit is at a step, by name: beside the picture, in the order in which the parts are stacked there.
 */

import { clear, html, set, write } from '../../../dom.js';
import { percent, signed } from '../../../scales.js';
import { stacked } from './parts.js';
import { MEASURE, othersOf, sourceOf } from './words.js';

/** @typedef {import('../../../scene.js').Scene} Scene */
/** @typedef {import('../../../ledger.js').Entry} Entry */
/** @typedef {import('./parts.js').Whose} Whose */

/** @param {string} label @param {{ value: number, share: number }} part @param {number} digits */
const insideOf = (label, { value, share }, digits) => [
  html('span', { class: 'text' }, label), html('span', { class: 'value', data: { value } }, signed(value, digits)), html('span', { class: 'share', title: MEASURE, data: { value: share } }, percent(share))];

/**
 * @param {HTMLElement} host
 * @param {{ onStep: (t: number) => void, onLight: (k: number | null) => void }} actions
 */
export function createList(host, { onStep, onLight }) {
  const rows = html('ul', { class: 'parts' });
  const [total, sum] = [html('b'), html('p', { class: 'total' })];
  sum.append('together ', total);
  host.append(rows, sum);
  let written = '';

  /**
   * @param {Scene} scene @param {Entry | undefined} entry @param {Whose} whose @param {ReturnType<typeof import('./parts.js').digitsOf>} digits
   * @returns {Map<number, number>} by part, how far down its row stands
   */
  function update(scene, entry, whose, digits) {
    set(host, 'hidden', !entry);
    const key = JSON.stringify([whose, digits, scene.layer.name, scene.trace.text, entry?.t]);
    if (key !== written) {
      written = key;
      clear(rows).append(...stacked(whose.parts).map((part) => {
        const label = sourceOf(scene, part);
        const inside = insideOf(label, part, digits.parts[whose.parts.indexOf(part)] ?? 2);
        const light = { pointerenter: () => onLight(part.k), pointerleave: () => onLight(null), focus: () => onLight(part.k), blur: () => onLight(null) };
        const { t } = part;
        return html('li', { class: part === whose.parts[0] ? 'first' : '', data: { part: part.k } },
          t === null ? html('span', { class: 'row', on: light }, ...inside) : html('button', { type: 'button', class: 'row', title: `Go to ${label}`, on: { ...light, click: () => onStep(t) } }, ...inside));
      }), ...(whose.others ? [html('li', { class: 'others', data: { part: 'others' } }, html('span', { class: 'row' }, ...insideOf(othersOf(scene, whose.others.count), whose.others, digits.others)))] : []));
      set(total, 'data-value', entry?.value);
      write(total, `${digits.sign === '=' ? '' : '≈ '}${signed(entry?.value ?? 0, digits.total)}`);
    }
    const top = host.getBoundingClientRect().top;
    return new Map([...rows.children].flatMap((row) => {
      const { top: y, height } = row.getBoundingClientRect();
      return [[Number(row.getAttribute('data-part')), y - top + height / 2]];
    }));
  }

  return { update };
}

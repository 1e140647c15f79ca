/**
 * Whose the unit is at a step, by name: beside the picture, in the order in which the parts are stacked there.
 */

import { clear, html, set, write } from '../../../dom.js';
import { percent, signed } from '../../../scales.js';
import { digitsOf, stacked } from './parts.js';
import { MEASURE, othersOf, sourceOf } from './words.js';

/** @typedef {import('../../../scene.js').Scene} Scene */
/** @typedef {import('../../../ledger.js').Entry} Entry */
/** @typedef {import('./parts.js').Whose} Whose */

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
   * @param {Scene} scene @param {Entry | undefined} entry @param {Whose} whose
   * @returns {Map<number, number>} by part, how far down its row stands
   */
  function update(scene, entry, whose) {
    set(host, 'hidden', !entry);
    const digits = digitsOf(whose, entry?.value ?? 0);
    const key = JSON.stringify([whose, digits, scene.layer.name, scene.trace.text, entry?.t]);
    if (key !== written) {
      written = key;
      clear(rows).append(...stacked(whose.parts).map((part) => {
        const label = sourceOf(scene, part);
        const inside = [html('span', { class: 'text' }, label), html('span', { class: 'value' }, signed(part.value, digits.parts[whose.parts.indexOf(part)])), html('span', { class: 'share', title: MEASURE }, percent(part.share))];
        const light = { pointerenter: () => onLight(part.k), pointerleave: () => onLight(null), focus: () => onLight(part.k), blur: () => onLight(null) };
        const { t } = part;
        return html('li', { class: part === whose.parts[0] ? 'first' : '', data: { part: part.k } },
          t === null ? html('span', { class: 'row', on: light }, ...inside) : html('button', { type: 'button', class: 'row', title: `Go to ${label}`, on: { ...light, click: () => onStep(t) } }, ...inside));
      }), ...(whose.others ? [html('li', { class: 'others', data: { part: 'others' } }, html('span', { class: 'row' },
        html('span', { class: 'text' }, othersOf(scene, whose.others.count)), html('span', { class: 'value' }, signed(whose.others.value, digits.others)), html('span', { class: 'share', title: MEASURE }, percent(whose.others.share))))] : []));
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

/**
 * The ledger of the chosen unit: whose it is in a sentence, over the steps in a picture, by name beside it, and each step's
 * kept, erased and written in a table.
 */

import { html, set, write } from '../../../dom.js';
import { createList } from './list.js';
import { digitsOf, entriesOf, whoseOf } from './parts.js';
import { createPicture } from './picture.js';
import { createSheet, rowDigits } from './sheet.js';
import { MEASURE, stepOf, toldOf, whyNone } from './words.js';

/** @typedef {import('../../../scene.js').Scene} Scene */

/**
 * @param {HTMLElement} place @param {(t: number) => void} onStep
 */
export function createLedger(place, onStep) {
  const [told, step, measure] = [html('b'), html('span'), html('button', { type: 'button', class: 'small measure', title: MEASURE, 'aria-label': `how a share is measured: ${MEASURE}` }, '?')];
  const says = html('p', { class: 'told', role: 'status' }, told, ' ', step);
  const [plot, list, sheet] = [html('div', { class: 'plot' }), html('div', { class: 'whose' }), html('div', { class: 'sheet-place', tabindex: '0', role: 'group', 'aria-label': 'kept, erased, written' })];
  const body = html('div', { class: 'body' }, plot, list, sheet);
  place.append(html('div', { class: 'ledger-head' }, says, measure), body);
  const picture = createPicture(plot, onStep);
  const names = createList(list, { onStep, onLight: picture.light });
  const table = createSheet(sheet, onStep);
  /** @type {Scene | null} */
  let shown = null;

  /** @param {Scene} scene */
  function update(scene) {
    shown = scene;
    const none = scene.layer.belt === null;
    body.hidden = measure.hidden = none;
    write(told, none ? whyNone(scene) : '');
    if (none) {
      write(step, '');
      return;
    }
    const entries = entriesOf(scene);
    const whose = whoseOf(entries);
    const last = entries.at(-1);
    const shares = digitsOf(whose, last?.value ?? 0);
    write(told, toldOf(scene, last, whose, shares.parts[0] ?? 2));
    const digits = rowDigits(entries.slice(-1))[0];
    write(step, last && digits ? stepOf(scene, last, digits) : '');
    table.update(scene, entries);
    picture.update({ scene, entries, whose }, names.update(scene, last, whose, shares));
    set(place, 'data-unit', scene.moment.unit);
  }

  new ResizeObserver(() => {
    if (shown && plot.clientWidth) update(shown);
  }).observe(plot);
  return { update };
}

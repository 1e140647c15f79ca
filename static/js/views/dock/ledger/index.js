/**
 * The ledger of the chosen unit: whose it is in a sentence, over the steps in a picture, by name beside it, and each step's
 * kept, erased and written in a table.
 */

import { clear, html, set, write } from '../../../dom.js';
import { adds } from '../../../formula.js';
import { newId } from '../../../ids.js';
import { operator, piece, symbol, symbols } from '../../../mathml.js';
import { createList } from './list.js';
import { digitsOf, entriesOf, whoseOf } from './parts.js';
import { createPicture } from './picture.js';
import { createSheet, rowDigits } from './sheet.js';
import { MEASURE, stepOf, toldOf, whyNone } from './words.js';

/** @typedef {import('../../../scene.js').Scene} Scene */

const MANY = 60; // steps beyond which the picture takes the whole width

/**
 * @param {HTMLElement} place @param {(t: number) => void} onStep
 */
export function createLedger(place, onStep) {
  const [told, step, formula, note] = [html('b'), html('span'), html('div', { class: 'instead' }), html('p', { class: 'note', id: newId('measure'), hidden: true }, MEASURE)];
  const measure = html('button', { type: 'button', class: 'small measure', title: MEASURE, 'aria-label': 'how a share is measured', 'aria-controls': note.id, 'aria-expanded': 'false', on: { click: () => {
    note.hidden = !note.hidden;
    set(measure, 'aria-expanded', String(!note.hidden));
  } } }, '%');
  const says = html('p', { class: 'told', role: 'status' }, told, ' ', step);
  const [plot, list, sheet] = [html('div', { class: 'plot' }), html('div', { class: 'whose' }), html('div', { class: 'sheet-place', tabindex: '0', role: 'group', 'aria-label': 'kept, erased, written' })];
  const body = html('div', { class: 'body' }, plot, list, sheet);
  place.append(html('div', { class: 'ledger-head' }, says, measure), note, formula, body);
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
    clear(formula);
    if (none) {
      write(step, '');
      note.hidden = true;
      const state = scene.layer.signals.find(({ name }) => name === scene.layer.states[0]);
      if (state?.tree && adds(state.tree)) formula.append(piece(symbol(state.name), operator('='), symbols(state.tree)));
      return;
    }
    set(body, 'data-many', scene.trace.total > MANY);
    const entries = entriesOf(scene);
    const whose = whoseOf(entries);
    const last = entries.at(-1);
    const shares = digitsOf(whose, last?.value ?? 0);
    write(told, toldOf(scene, last, whose, shares.parts[0] ?? 2));
    write(step, last ? stepOf(scene, last, rowDigits(last)) : '');
    table.update(scene, entries);
    picture.update({ scene, entries, whose }, names.update(scene, last, whose, shares));
    set(place, 'data-unit', scene.moment.unit);
  }

  new ResizeObserver(() => {
    if (shown && plot.clientWidth) update(shown);
  }).observe(plot);
  return { update };
}

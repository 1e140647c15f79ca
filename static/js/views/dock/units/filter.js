/**
 * What it carries: a choice among all that was measured, and the unit that follows it best.
 */

import { ANY } from '../../../carried.js';
import { clear, html, set, write } from '../../../dom.js';
import { newId } from '../../../ids.js';

/** @typedef {import('../../../carried.js').Property} Property */
/** @typedef {import('../../../carried.js').Place} Place */

/**
 * @param {HTMLElement} place
 * @param {{ onProperty: (name: string) => void, onUnit: (chosen: Place) => void }} actions
 */
export function createFilter(place, { onProperty, onUnit }) {
  const select = html('select', { id: newId('carries'), on: { change: () => {
    onProperty(select.value);
    update();
  } } });
  const best = html('button', { type: 'button', class: 'small', on: { click: () => {
    const found = properties.find(({ name }) => name === select.value);
    if (found) onUnit(found.best);
  } } });
  const host = html('div', { class: 'units-filter', hidden: true }, html('label', { for: select.id }, 'what it carries'), select, best);
  place.append(host);
  /** @type {readonly Property[]} */
  let properties = [];

  function update() {
    const found = properties.find(({ name }) => name === select.value);
    set(best, 'hidden', !found);
    if (found) write(best, `best: unit ${found.best.unit}`);
    if (found) best.title = `Chooses unit ${found.best.unit}, which follows it best on the half where units are chosen`;
  }

  return {
    /** @param {readonly Property[]} given */
    show(given) {
      properties = given;
      const kinds = [...new Set(given.map(({ kind }) => kind))];
      clear(select).append(html('option', { value: ANY }, 'each unit’s best'), ...kinds.map((kind) => html('optgroup', { label: kind }, ...given.filter((one) => one.kind === kind).map(({ name }) => html('option', { value: name }, name)))));
      set(host, 'hidden', !given.length);
      update();
    },
  };
}

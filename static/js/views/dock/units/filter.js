/**
 * What it carries: a choice among all that was measured, and the unit that follows it best.
 */

import { ANY, nameOf } from '../../../carried.js';
import { clear, html, set, write } from '../../../dom.js';
import { newId } from '../../../ids.js';

/** @typedef {import('../../../carried.js').Carried} Carried */
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
    const found = asked();
    if (found) onUnit(found.best);
  } } });
  const host = html('div', { class: 'units-filter', hidden: true }, html('label', { for: select.id }, 'what it carries'), select, best);
  place.append(host);
  /** @type {Carried | null} */
  let carried = null;
  /** @type {(layer: string) => string} */
  let short = String;

  /** The property that is asked for; none while it is each unit's best. */
  const asked = () => carried?.properties.find(({ name }) => name === select.value);

  function update() {
    const found = asked();
    set(best, 'hidden', !found);
    if (!found || !carried) return;
    const name = nameOf(carried, found.best, short);
    write(best, `best: ${name}`);
    best.title = `Chooses ${name}, which follows it best on the half where units are chosen`;
  }

  return {
    /** @param {Carried} given @param {(layer: string) => string} layerName */
    show(given, layerName) {
      carried = given;
      short = layerName;
      const { properties } = given;
      const kinds = [...new Set(properties.map(({ kind }) => kind))];
      clear(select).append(html('option', { value: ANY }, 'each unit’s best'), ...kinds.map((kind) => html('optgroup', { label: kind }, ...properties.filter((one) => one.kind === kind).map(({ name }) => html('option', { value: name }, name)))));
      set(host, 'hidden', !properties.length);
      update();
    },
  };
}

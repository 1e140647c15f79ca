/**
 * Find the unit: what each unit does on this text, and what it carries on others.
 */

import { html, set, write } from '../../../dom.js';
import { hueClass, hueOf } from '../../../gates.js';
import { percent, plain } from '../../../scales.js';
import { columnsOf, withoutSpan } from '../../../units.js';
import { quoted, readingOf } from '../../../wording.js';
import { UnitsTable } from './table.js';

/** @typedef {import('../../../scene.js').Scene} Scene */
/** @typedef {import('../../../units.js').Told} Told */

/** What the table tells of, in a sentence. @param {Told} told */
function headline(told) {
  const at = told.token === null ? 'Of the whole' : `At ${quoted(told.token)}`;
  const says = told.value !== undefined ? `it forecasts ${plain(told.value, 2)}` : `it says ${quoted(told.symbol)}, ${percent(told.probability ?? 0)}`;
  const left = told.units.filter(({ erased }) => erased === null).length;
  return `${at} ${says}. Each unit was erased in a run of its own${left ? `, but for ${left} of the smaller terms` : ''}.`;
}

/**
 * @param {HTMLElement} place
 * @param {{ onUnit: (chosen: { layer: string, unit: number }) => void }} actions
 */
export function createUnits(place, { onUnit }) {
  const note = html('p', { class: 'units-note', 'aria-live': 'polite' });
  const body = html('div', { class: 'units-body' });
  place.append(note, body);
  let said = '';
  /** @type {Map<string, string>} */
  const hues = new Map();
  const table = new UnitsTable(body, { onUnit, onMeaning: (says) => write(note, says ?? said), hueOf: (signal) => hues.get(signal) ?? '' });

  return {
    /** @param {Scene} scene @param {Told} told */
    show({ model }, told) {
      const { step, steps } = readingOf(model);
      const signals = new Map(model.layers.flatMap((layer) => layer.signals.map((signal) => [signal.name, signal])));
      hues.clear();
      for (const [name, signal] of signals) hues.set(name, hueClass(hueOf(signal)));
      said = [headline(told), withoutSpan(told, step, model.layers.at(-1)?.short ?? model.cell)].filter(Boolean).join(' ');
      write(note, said);
      table.hide(false);
      table.show(told.units, columnsOf(told, steps, (gate) => signals.get(gate)?.label ?? gate), told.layers.length > 1);
      set(place, 'data-of', `${told.t}`);
    },
    /** @param {string} why */
    absent(why) {
      said = why;
      write(note, why);
      table.hide(true);
    },
    /** @param {{ layer: string, unit: number }} chosen */
    choose: (chosen) => table.choose(chosen),
  };
}

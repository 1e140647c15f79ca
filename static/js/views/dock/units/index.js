/**
 * Find the unit: what each unit does on this text, what it carries on others, and the evidence for the chosen one.
 */

import { ANY, bestOf, carriedColumns, followedBy } from '../../../carried.js';
import { html, set, write } from '../../../dom.js';
import { hueClass, hueOf } from '../../../gates.js';
import { percent, plain } from '../../../scales.js';
import { columnsOf, withoutSpan } from '../../../units.js';
import { quoted, readingOf } from '../../../wording.js';
import { createEvidence } from './evidence.js';
import { createFilter } from './filter.js';
import { UnitsTable } from './table.js';

/** @typedef {import('../../../scene.js').Scene} Scene */
/** @typedef {import('../../../units.js').Told} Told */
/** @typedef {import('../../../carried.js').Carried} Carried */
/** @typedef {import('../../../carried.js').Place} Place */

/** What the table tells of, in a sentence. @param {Told} told */
function headline(told) {
  const at = told.token === null ? 'Of the whole' : `At ${quoted(told.token)}`;
  const says = told.value !== undefined ? `it forecasts ${plain(told.value, 2)}` : `it says ${quoted(told.symbol)}, ${percent(told.probability ?? 0)}`;
  const left = told.units.filter(({ erased }) => erased === null).length;
  return `${at} ${says}. Each unit was erased in a run of its own${left ? `, but for ${left} of the smaller terms` : ''}.`;
}

/** What there is to say where nothing is known of what units carry. @param {Carried} carried */
const unmeasured = ({ model, properties }) => (properties.length ? '' : `What the units of ${model} carry was not measured: that is known of the shipped models that go on with sentences.`);

export class UnitsView {
  /**
   * @param {HTMLElement} place
   * @param {{ onUnit: (chosen: Place) => void, onEvidence: () => void }} actions `onEvidence`: another property is asked for
   */
  constructor(place, { onUnit, onEvidence }) {
    this.place = place;
    this.note = html('p', { class: 'units-note', 'aria-live': 'polite' });
    const head = html('div', { class: 'units-head' }, this.note);
    const body = html('div', { class: 'units-body' });
    place.append(head, body);
    this.said = '';
    this.property = ANY;
    /** @type {Carried | null} */
    this.carried = null;
    /** @type {{ scene: Scene, told: Told } | null} */
    this.shown = null;
    /** @type {Map<string, string>} */
    this.hues = new Map();
    this.table = new UnitsTable(body, { onUnit, onMeaning: (says) => write(this.note, says ?? this.said), hueOf: (signal) => this.hues.get(signal) ?? '' });
    this.evidence = createEvidence(body);
    this.filter = createFilter(head, { onUnit, onProperty: (name) => {
      this.property = name;
      this.table.sort = 'chosen';
      this.table.down = true;
      this.redraw();
      onEvidence();
    } });
  }

  /** What is measured of the units on another text, or of another model's units. @param {Scene} scene @param {Told} told @param {Carried} carried */
  show(scene, told, carried) {
    if (this.carried !== carried) {
      this.carried = carried;
      this.property = ANY;
      this.filter.show(carried, (layer) => scene.trace.short(layer));
      this.evidence.hide(!carried.properties.length);
    }
    this.shown = { scene, told };
    this.said = [headline(told), withoutSpan(told, readingOf(scene.model).step, scene.model.layers.at(-1)?.short ?? scene.model.cell), unmeasured(carried)].filter(Boolean).join(' ');
    write(this.note, this.said);
    set(this.place, 'data-of', `${told.t}`);
    set(this.place, 'data-absent', null);
    this.redraw();
  }

  /** The table as it is by now. */
  redraw() {
    if (!this.shown || !this.carried) return;
    const { scene: { model, trace }, told } = this.shown;
    const signals = new Map(model.layers.flatMap((layer) => layer.signals.map((signal) => [signal.name, signal])));
    this.hues = new Map([...signals].map(([name, signal]) => [name, hueClass(hueOf(signal))]));
    const { properties } = this.carried;
    const columns = [...(properties.length ? carriedColumns(properties, this.property) : []), ...columnsOf(told, readingOf(model).steps, (gate) => signals.get(gate)?.label ?? gate)];
    this.table.show(told.units, columns, told.layers.length > 1 ? (layer) => trace.short(layer) : null);
  }

  /** What evidence is wanted of a unit: that of the property that is asked for, or of its best. @param {Place} place */
  wanted(place) {
    const properties = this.carried?.properties ?? [];
    const asked = properties.find(({ name }) => name === this.property);
    return asked ? followedBy(asked, place) : bestOf(properties, place);
  }

  /** @param {string} why */
  absent(why) {
    this.said = why;
    write(this.note, why);
    set(this.place, 'data-absent', '');
  }

  /** @param {Place} chosen */
  choose(chosen) {
    this.table.choose(chosen);
  }
}

/**
 * The valve, opened: what is held, at which value, for which units and when, and what the articles do with it. It says what
 * is wanted; what comes of it is another's.
 */

import { clear, html, set, write } from '../../dom.js';
import { symbolOf, symbolText } from '../../gates.js';
import { LAST } from '../../holding.js';
import { presetsOf } from '../../presets.js';
import { quoted } from '../../wording.js';
import { listOf, readList, tellSteps, tellUnits } from './said.js';
import { choose, chosen, layOut, makeFields } from './valve-fields.js';

/** @typedef {import('../../scene.js').Scene} Scene */
/** @typedef {import('../../holding.js').Target} Target */
/** @typedef {import('../../clamps.js').Ranges} Ranges */
/** @typedef {{ signal?: string, units?: Ranges | null, steps?: Ranges | null }} Aim what it is opened on; what is not said stays */
/**
 * @typedef {object} Deeds
 * @property {(holds: readonly [Target, number][], more: boolean) => void} onHold more: the hand has not let go since the one before
 * @property {(target: Target) => void} onFree
 * @property {() => void} onClose
 */

/** Whether it is one unit, or one step, alone. @param {Ranges | null} ranges */
const single = (ranges) => ranges?.length === 1 && ranges[0]?.[0] === ranges[0]?.[1];

export class ValveView {
  /** @param {HTMLFormElement} form @param {Deeds} deeds */
  constructor(form, deeds) {
    this.form = form;
    this.deeds = deeds;
    this.fields = makeFields();
    /** @type {Scene | null} */
    this.scene = null;
    /** The steps of what is changed, where they are neither here nor from here on. @type {Ranges | null} */
    this.those = null;
    this.moving = false;
    this.presets = '';
    layOut(form, this.fields, deeds.onClose);
    this.hear();
  }

  hear() {
    const { form, fields, deeds } = this;
    fields.slider.addEventListener('input', () => {
      fields.number.value = String(Number(Number(fields.slider.value).toFixed(3)));
      this.value(fields.number.value, this.moving);
      this.moving = true;
    });
    fields.slider.addEventListener('change', () => {
      this.moving = false;
    });
    fields.number.addEventListener('change', () => this.value(fields.number.value, false));
    fields.free.addEventListener('click', () => {
      const target = this.target(fields.signal.value);
      if (target) deeds.onFree(target);
    });
    fields.list.addEventListener('focus', () => choose(form, 'units', 'some'));
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', () => this.scene && this.update(this.scene));
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') deeds.onClose();
      if (event.key === 'Escape' || (event.target instanceof HTMLInputElement && event.target.type !== 'radio' && !event.ctrlKey && !event.metaKey)) event.stopPropagation();
    });
  }

  /** Which units are meant; undefined where that cannot be read. @param {Scene} scene @returns {Ranges | null | undefined} */
  units({ moment, layer }) {
    const which = chosen(this.form, 'units');
    return which === 'all' ? null : which === 'unit' ? [[moment.unit, moment.unit]] : readList(this.fields.list.value, layer.units) ?? undefined;
  }

  /** @param {string} wrong what is wrong with what stands there; empty for nothing */
  refuse(wrong) {
    this.fields.wrong.hidden = !wrong;
    write(this.fields.wrong, wrong.replaceAll('-', '−'));
  }

  /** What of a signal is meant; null where that cannot be read. @param {string} gate @returns {Target | null} */
  target(gate) {
    const { scene, form, those } = this;
    if (!scene) return null;
    const { moment: { t }, layer } = scene;
    const units = this.units(scene);
    this.refuse(units === undefined ? `Units go from 0 to ${layer.units - 1}; a list is written like 3, 5–7.` : '');
    if (units === undefined) return null;
    const when = chosen(form, 'when');
    return { layer: layer.name, gate, units, steps: when === 'always' ? null : when === 'those' ? those : [[t, when === 'on' ? LAST : t]] };
  }

  /** @param {readonly (readonly [string, number])[]} holds @param {boolean} more */
  hold(holds, more) {
    const wanted = holds.flatMap(([gate, value]) => {
      const target = this.target(gate);
      return target ? [/** @type {[Target, number]} */ ([target, value])] : [];
    });
    if (wanted.length) this.deeds.onHold(wanted, more);
  }

  /** Where the value is by now. @param {string} text @param {boolean} more */
  value(text, more) {
    const { slider, signal } = this.fields;
    const number = text.trim() === '' ? NaN : Number(text);
    const open = signal.selectedOptions[0]?.dataset['unbounded'] !== undefined && Number.isFinite(number);
    if (open || (number >= Number(slider.min) && number <= Number(slider.max))) this.hold([[signal.value, number]], more);
    else this.refuse(`A value lies from ${slider.min} to ${slider.max}.`);
  }

  /** @param {Aim} what */
  aim({ signal, units, steps }) {
    const { form, fields, scene } = this;
    if (signal !== undefined) fields.signal.value = signal;
    if (units !== undefined) {
      choose(form, 'units', units === null ? 'all' : single(units) && units[0]?.[0] === scene?.moment.unit ? 'unit' : 'some');
      if (units) fields.list.value = listOf(units).replaceAll('–', '-');
    }
    if (steps === undefined) return;
    const [[from, to = 0] = []] = steps ?? [];
    const here = steps?.length === 1 && from === scene?.moment.t;
    this.those = steps;
    choose(form, 'when', steps === null ? 'always' : here && single(steps) ? 'here' : here && to >= LAST ? 'on' : 'those');
  }

  /** @param {Scene} scene */
  update(scene) {
    this.scene = scene;
    const { fields, form, those } = this;
    const { trace, moment } = scene;
    const word = quoted(trace.told(moment.t));
    write(fields.unit, tellUnits([[moment.unit, moment.unit]], scene.layer));
    write(fields.here, `at ${word}`);
    write(fields.on, `from ${word} on`);
    fields.asHeld.hidden = chosen(form, 'when') !== 'those';
    write(fields.those, those ? tellSteps(those, trace) : '');
    this.drawValue(scene, this.drawSignals(scene));
    this.drawPresets(scene);
  }

  /** The valves there are, and the one that is chosen. @param {Scene} scene */
  drawSignals({ layer }) {
    const { signal } = this.fields;
    const named = layer.signals.filter(({ name }) => layer.valves.includes(name));
    const key = `${layer.cell} ${layer.name}`;
    if (signal.dataset['of'] !== key) {
      const was = signal.value;
      clear(signal).append(...named.map((one) => html('option', { value: one.name, data: { unbounded: one.range[0] === null || null } }, `${symbolText(symbolOf(one))}  ${one.label}`)));
      signal.dataset['of'] = key;
      if (layer.valves.includes(was)) signal.value = was;
    }
    return named.find(({ name }) => name === signal.value);
  }

  /** @param {Scene} scene @param {import('../../gates.js').Signal | undefined} signal */
  drawValue(scene, signal) {
    if (!signal) return;
    const { fields: { slider, number } } = this;
    const { trace, moment, layer } = scene;
    const { name, range: [low, high] } = signal;
    const most = trace.max(layer.name, name);
    set(slider, 'min', low ?? -most);
    set(slider, 'max', high ?? most);
    const unit = this.units(scene)?.[0]?.[0] ?? moment.unit;
    const shown = trace.arrived(layer.name, moment.t) ? trace.values(layer.name, name, moment.t)[unit] : undefined;
    set(slider, 'data-value', shown);
    if (this.moving || shown === undefined) return;
    slider.value = String(shown);
    if (number.ownerDocument.activeElement !== number) number.value = String(Number(shown.toPrecision(4)));
  }

  /** What the articles do, with the units and the steps that are chosen. @param {Scene} scene */
  drawPresets(scene) {
    const { fields: { presets: place }, form } = this;
    const units = this.units(scene);
    const what = { units: units === null ? 'all' : units === undefined ? 'these units' : tellUnits(units, scene.layer), when: { here: 'here', on: 'from here on', always: 'everywhere' }[chosen(form, 'when')] ?? 'there' };
    const presets = presetsOf(scene.layer);
    const key = JSON.stringify(presets);
    if (key !== this.presets) {
      this.presets = key;
      clear(place).append(...presets.map(({ name, holds }) =>
        html('button', { type: 'button', class: 'small', title: holds.map((one) => one.join(' = ')).join(', '), data: { preset: name }, on: { click: () => this.hold(holds, false) } })));
    }
    presets.forEach(({ title }, k) => write(/** @type {Element} */ (place.children[k]), title(what)));
  }

  focus() {
    this.fields.slider.focus();
  }
}

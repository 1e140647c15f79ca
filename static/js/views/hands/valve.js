/**
 * The valve, opened: what is held, at which value, for which units and when, and what the articles do with it. It says what
 * is wanted; what comes of it is another's.
 */

import { clear, html, set, write } from '../../dom.js';
import { LAST } from '../../holding.js';
import { symbolOf, symbolText } from '../../gates.js';
import { presetsOf } from '../../presets.js';
import { quoted } from '../../wording.js';
import { listOf, readList, tellSteps } from './said.js';

/** @typedef {import('../../scene.js').Scene} Scene */
/** @typedef {import('../../holding.js').Target} Target */
/** @typedef {import('../../clamps.js').Ranges} Ranges */
/**
 * @typedef {object} Deeds
 * @property {(holds: readonly [Target, number][], more: boolean) => void} onHold more: the hand has not let go since the one before
 * @property {(target: Target) => void} onFree
 * @property {() => void} onClose
 */

/** @param {string} name @param {string} value @param {(Node | string)[]} says */
const choice = (name, value, ...says) => html('label', { class: 'pick' }, html('input', { type: 'radio', name, value }), ...says);

/** What stands in the form. */
function makeFields() {
  const fields = {
    signal: html('select', { name: 'signal', 'aria-label': 'what is held' }),
    slider: html('input', { type: 'range', name: 'value', 'aria-label': 'value', step: 'any' }),
    number: html('input', { type: 'number', name: 'number', 'aria-label': 'value as a number', step: 'any' }),
    unit: html('span'), list: html('input', { type: 'text', name: 'list', class: 'list', size: 7, 'aria-label': 'units, like 3, 5-7', placeholder: '3, 5-7' }),
    here: html('span'), on: html('span'), those: html('span'), presets: html('div', { class: 'presets', role: 'group', 'aria-label': 'what can be done with it' }),
    wrong: html('p', { class: 'wrong', role: 'alert', hidden: true }),
    free: html('button', { type: 'button', class: 'small' }, 'Its own value'),
  };
  return { ...fields, asHeld: choice('when', 'those', fields.those) };
}

/** @param {HTMLFormElement} form @param {ReturnType<typeof makeFields>} fields @param {HTMLButtonElement} close */
function layOut(form, fields, close) {
  form.append(
    html('div', { class: 'card-head' }, html('h2', null, 'Hold'), fields.signal, close),
    html('div', { class: 'value' }, fields.slider, fields.number, fields.free),
    html('fieldset', null, html('legend', null, 'for'), choice('units', 'unit', fields.unit), choice('units', 'some', 'units ', fields.list), choice('units', 'all', 'all units')),
    html('fieldset', null, html('legend', null, 'when'), choice('when', 'here', fields.here), choice('when', 'on', fields.on), choice('when', 'always', 'everywhere'), fields.asHeld),
    fields.wrong,
    fields.presets);
}

/** @param {HTMLFormElement} form @param {string} name */
const chosen = (form, name) => String(new FormData(form).get(name) ?? '');
/** @param {HTMLFormElement} form @param {string} name @param {string} value */
const choose = (form, name, value) => form.querySelectorAll(`input[name=${name}]`).forEach((one) => {
  if (one instanceof HTMLInputElement) one.checked = one.value === value;
});

/** @param {HTMLFormElement} form @param {Deeds} deeds */
export function createValve(form, { onHold, onFree, onClose }) {
  const fields = makeFields();
  layOut(form, fields, html('button', { type: 'button', class: 'small', 'aria-label': 'close', on: { click: onClose } }, '×'));
  /** @type {Scene | null} */
  let scene = null;
  /** @type {Ranges | null} the steps of what is changed, where they are neither here nor from here on */
  let those = null;
  let moving = false;
  let drawn = '';
  choose(form, 'units', 'unit');
  choose(form, 'when', 'here');

  /** Which units are meant; undefined where that cannot be read. @param {Scene} now @returns {Ranges | null | undefined} */
  function units({ moment, layer }) {
    const which = chosen(form, 'units');
    return which === 'all' ? null : which === 'unit' ? [[moment.unit, moment.unit]] : readList(fields.list.value, layer.units) ?? undefined;
  }

  /** @param {Scene} now @param {string} gate @returns {Target | null} */
  function target(now, gate) {
    const [which, { t }, when] = [units(now), now.moment, chosen(form, 'when')];
    const wrong = which === undefined;
    fields.wrong.hidden = !wrong;
    write(fields.wrong, wrong ? `Units go from 0 to ${now.layer.units - 1}: write them like 3, 5-7.` : '');
    if (wrong) return null;
    return { layer: now.layer.name, gate, units: which, steps: when === 'always' ? null : when === 'those' ? those : [[t, when === 'on' ? LAST : t]] };
  }

  /** @param {readonly (readonly [string, number])[]} holds @param {boolean} more */
  function hold(holds, more) {
    const now = scene;
    const wanted = now ? holds.flatMap(([gate, value]) => {
      const one = target(now, gate);
      return one ? [/** @type {[Target, number]} */ ([one, value])] : [];
    }) : [];
    if (wanted.length) onHold(wanted, more);
  }

  /** Where the value is by now. @param {string} text @param {boolean} more */
  function value(text, more) {
    const [low, high] = [Number(fields.slider.min), Number(fields.slider.max)];
    const number = text.trim() === '' ? NaN : Number(text);
    const wrong = !(number >= low && number <= high) && !(fields.signal.selectedOptions[0]?.dataset['unbounded'] && Number.isFinite(number));
    fields.wrong.hidden = !wrong;
    write(fields.wrong, wrong ? `A value lies from ${low} to ${high}.`.replaceAll('-', '−') : '');
    if (!wrong) hold([[fields.signal.value, number]], more);
  }

  fields.slider.addEventListener('input', () => {
    fields.number.value = String(Number(Number(fields.slider.value).toFixed(3)));
    value(fields.number.value, moving);
    moving = true;
  });
  fields.slider.addEventListener('change', () => {
    moving = false;
  });
  fields.number.addEventListener('change', () => value(fields.number.value, false));
  fields.free.addEventListener('click', () => {
    const one = scene && target(scene, fields.signal.value);
    if (one) onFree(one);
  });
  fields.list.addEventListener('focus', () => choose(form, 'units', 'some'));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => scene && view.update(scene));
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') onClose();
    if (event.key === 'Escape' || (event.target instanceof HTMLInputElement && event.target.type !== 'radio')) event.stopPropagation();
  });

  /** What the articles do, with the units and the steps that are chosen. @param {Scene} now */
  function drawPresets(now) {
    const which = units(now);
    const told = which === null ? 'all' : which === undefined ? 'these units' : `unit${which.length > 1 || which[0]?.[0] !== which[0]?.[1] ? 's' : ''} ${listOf(which)}`;
    const when = { here: 'here', on: 'from here on', always: 'everywhere', those: 'there' }[chosen(form, 'when')] ?? 'here';
    const presets = presetsOf(now.layer);
    if (presets.map(({ name }) => name).join() !== drawn) {
      drawn = presets.map(({ name }) => name).join();
      clear(fields.presets).append(...presets.map(({ name, holds }) =>
        html('button', { type: 'button', class: 'small', title: holds.map((one) => one.join(' = ')).join(', '), data: { preset: name }, on: { click: () => hold(holds, false) } })));
    }
    presets.forEach(({ title }, k) => write(/** @type {Element} */ (fields.presets.children[k]), title({ units: told, when })));
  }

  /** @param {Scene} now */
  function drawSignals({ layer, moment }) {
    const named = layer.signals.filter(({ name }) => layer.valves.includes(name));
    const key = `${layer.cell} ${layer.name}`;
    if (fields.signal.dataset['of'] !== key) {
      const was = fields.signal.value;
      clear(fields.signal).append(...named.map((one) => html('option', { value: one.name, data: { unbounded: one.range[0] === null || null } }, `${symbolText(symbolOf(one))}  ${one.label}`)));
      fields.signal.dataset['of'] = key;
      if (layer.valves.includes(was)) fields.signal.value = was;
    }
    return named.find(({ name }) => name === fields.signal.value) ?? named[0] ?? { name: moment.signal, range: [0, 1] };
  }

  const view = {
    /** @param {{ signal?: string, units?: Ranges | null, steps?: Ranges | null }} what */
    aim({ signal, units: which, steps }) {
      if (signal !== undefined) fields.signal.value = signal;
      if (which !== undefined) {
        choose(form, 'units', which === null ? 'all' : which.length === 1 && which[0]?.[0] === which[0]?.[1] && which[0]?.[0] === scene?.moment.unit ? 'unit' : 'some');
        if (which) fields.list.value = listOf(which).replaceAll('–', '-');
      }
      if (steps === undefined) return;
      const [[from, to] = []] = steps ?? [];
      const here = steps?.length === 1 && from === scene?.moment.t;
      those = steps;
      choose(form, 'when', steps === null ? 'always' : here && to === from ? 'here' : here && (to ?? 0) >= LAST ? 'on' : 'those');
    },
    /** @param {Scene} now */
    update(now) {
      scene = now;
      const { trace, moment, layer } = now;
      const { name, range: [low, high] } = drawSignals(now);
      const word = quoted(trace.told(moment.t));
      write(fields.unit, `unit ${moment.unit}`);
      write(fields.here, `at ${word}`);
      write(fields.on, `from ${word} on`);
      fields.asHeld.hidden = chosen(form, 'when') !== 'those';
      write(fields.those, those ? tellSteps(those, trace) : '');
      const most = trace.max(layer.name, name);
      set(fields.slider, 'min', low ?? -most);
      set(fields.slider, 'max', high ?? most);
      const which = units(now);
      const shown = trace.arrived(layer.name, moment.t) ? trace.values(layer.name, name, moment.t)[which?.[0]?.[0] ?? moment.unit] : undefined;
      if (!moving && shown !== undefined) {
        fields.slider.value = String(shown);
        if (fields.number.ownerDocument.activeElement !== fields.number) fields.number.value = String(Number(shown.toPrecision(4)));
      }
      set(fields.slider, 'data-value', shown);
      drawPresets(now);
    },
    focus: () => fields.slider.focus(),
  };
  return view;
}

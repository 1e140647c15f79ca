/**
 * What stands in the form of a valve.
 */

import { html } from '../../dom.js';

/** @param {string} name @param {string} value @param {(Node | string)[]} says */
const pick = (name, value, ...says) => html('label', { class: 'pick' }, html('input', { type: 'radio', name, value }), ...says);

export function makeFields() {
  const those = html('span');
  return {
    signal: html('select', { name: 'signal', 'aria-label': 'what is held' }),
    slider: html('input', { type: 'range', name: 'value', 'aria-label': 'value', step: 'any' }),
    number: html('input', { type: 'number', name: 'number', 'aria-label': 'value as a number', step: 'any' }),
    free: html('button', { type: 'button', class: 'small' }, 'Its own value'),
    unit: html('span'),
    list: html('input', { type: 'text', name: 'list', class: 'list', size: 7, 'aria-label': 'units, like 3, 5-7', placeholder: '3, 5-7' }),
    here: html('span'),
    on: html('span'),
    those,
    asHeld: pick('when', 'those', those),
    presets: html('div', { class: 'presets', role: 'group', 'aria-label': 'what can be done with it' }),
    wrong: html('p', { class: 'wrong', role: 'alert', hidden: true }),
  };
}

/** @param {HTMLFormElement} form @param {ReturnType<typeof makeFields>} fields @param {() => void} close */
export function layOut(form, fields, close) {
  form.append(
    html('div', { class: 'card-head' }, html('h2', null, 'Hold'), fields.signal, html('button', { type: 'button', class: 'small', 'aria-label': 'close', on: { click: close } }, '×')),
    html('div', { class: 'value' }, fields.slider, fields.number, fields.free),
    html('fieldset', null, html('legend', null, 'for'), pick('units', 'unit', fields.unit), pick('units', 'some', 'units ', fields.list), pick('units', 'all', 'all units')),
    html('fieldset', null, html('legend', null, 'when'), pick('when', 'here', fields.here), pick('when', 'on', fields.on), pick('when', 'always', 'everywhere'), fields.asHeld),
    fields.wrong,
    fields.presets);
  choose(form, 'units', 'unit');
  choose(form, 'when', 'here');
}

/** @param {HTMLFormElement} form @param {string} name */
export const chosen = (form, name) => String(new FormData(form).get(name) ?? '');

/** @param {HTMLFormElement} form @param {string} name @param {string} value */
export const choose = (form, name, value) => form.querySelectorAll(`input[name=${name}]`).forEach((one) => {
  if (one instanceof HTMLInputElement) one.checked = one.value === value;
});

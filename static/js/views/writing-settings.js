/**
 * How a model is to write on: how many, how freely, among how many, from which seed.
 */

import { html, write } from '../dom.js';
import { newId } from '../ids.js';
import { MOST } from '../writing.js';

/** @typedef {import('../writing.js').Writing} Writing */

/** A temperature in plain words. @param {number} temperature */
export function tellTemperature(temperature) {
  if (temperature === 0) return 'always the likeliest';
  if (temperature < 0.5) return 'nearly always the likeliest';
  if (temperature < 0.95) return 'mostly likely ones';
  if (temperature <= 1.05) return 'each as often as it is likely';
  return temperature < 1.6 ? 'often an unlikely one' : 'anything goes';
}

/** @param {HTMLElement} label @param {HTMLInputElement} input @param {...Node} more */
const setting = (label, input, ...more) => html('div', { class: 'setting' }, label, input, ...more);

/** @param {string} text @param {HTMLInputElement} input */
const labelOf = (text, input) => html('label', { for: input.id }, text);

/** A box for a whole number. @param {string} name @param {number} min @param {number} max */
const whole = (name, min, max) => html('input', { type: 'number', inputmode: 'numeric', required: true, id: newId(name), name, min, max, step: 1, value: min });

/**
 * @param {HTMLFormElement} place takes the boxes
 * @param {{ steps: number, onChange: () => void, onAsk: () => void }} how steps: the most there may be; onAsk: it is to write as it now says
 */
export function createSettings(place, { steps, onChange, onAsk }) {
  const inputs = {
    words: whole('write', 1, steps), top_k: whole('top_k', 0, MOST.top_k), seed: whole('seed', 0, MOST.seed),
    temperature: html('input', { type: 'range', id: newId('temperature'), name: 'temperature', min: 0, max: MOST.temperature, step: 0.05 }),
  };
  const many = labelOf('', inputs.words);
  const says = html('output', { for: inputs.temperature.id });
  const another = html('button', { type: 'button', class: 'small', title: 'the next seed: another text' }, '⚄ another');
  const choice = html('div', { class: 'settings-how' },
    setting(labelOf('Temperature', inputs.temperature), inputs.temperature, says),
    setting(labelOf('Among the likeliest', inputs.top_k), inputs.top_k, html('span', { class: 'unit' }, '0: all')),
    setting(labelOf('Seed', inputs.seed), inputs.seed, another));
  place.append(setting(many, inputs.words), choice);

  /** @returns {Writing} */
  const values = () => ({ words: Number(inputs.words.value), temperature: Number(inputs.temperature.value), top_k: Number(inputs.top_k.value), seed: Number(inputs.seed.value) });
  function tell() {
    const { temperature } = values();
    write(says, `${temperature}: ${tellTemperature(temperature)}`);
    for (const chance of [inputs.top_k, inputs.seed, another]) chance.disabled = temperature === 0; // the likeliest is always the same
    onChange();
  }
  /** @param {Partial<Writing>} given */
  function fill(given) {
    for (const [name, value] of Object.entries(given)) inputs[/** @type {keyof Writing} */ (name)].value = String(value);
    tell();
  }
  place.addEventListener('input', tell);
  place.addEventListener('submit', (event) => {
    event.preventDefault();
    onAsk();
  });
  // Without a button of its own a form with several boxes does not hear Enter.
  place.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    place.requestSubmit();
  });
  another.addEventListener('click', () => {
    fill({ seed: (values().seed + 1) % (MOST.seed + 1) });
    onAsk();
  });
  return {
    values,
    fill,
    /** Names what is counted. @param {string} symbols @param {boolean} choosing whether there is anything to choose among */
    name(symbols, choosing) {
      write(many, `How many ${symbols}`);
      choice.hidden = !choosing;
    },
    focus: () => inputs.words.focus(),
    /** Whether every box holds what it may; if not, the browser says which. */
    valid: () => place.hidden || place.reportValidity(),
  };
}

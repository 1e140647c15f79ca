/**
 * "Let it write": the button that lets the model go on from the sentence, and stops it, and how it is to choose: how many,
 * how freely, among how many, from which seed.
 */

import { html, set, write } from '../dom.js';
import { newId } from '../ids.js';
import { readingOf } from '../wording.js';
import { MOST } from '../writing.js';

/** @typedef {import('../writing.js').Writing} Writing */
/** @typedef {import('../api.js').ModelEntry} ModelEntry */

const COUNTS = { words: 30, letters: 120, numbers: 12 }; // to begin with
const START = { temperature: 0.7, top_k: 0, seed: 1 };

/** A temperature in plain words. @param {number} temperature */
export function tellTemperature(temperature) {
  if (temperature === 0) return 'always the likeliest';
  if (temperature < 0.5) return 'nearly always the likeliest';
  if (temperature < 0.95) return 'the likely ones';
  if (temperature <= 1.05) return 'each as often as it is likely';
  return temperature < 1.6 ? 'often an unlikely one' : 'anything goes';
}

/** @param {string} label @param {HTMLInputElement} input @param {...Node} more */
const field = (label, input, ...more) => html('div', { class: 'setting' }, html('label', { for: input.id }, label), input, ...more);

/** A box for a whole number. @param {string} name @param {number} min @param {number} max */
const number = (name, min, max) => html('input', { type: 'number', inputmode: 'numeric', required: true, id: newId(name), name, min, max, step: 1, value: min });

/** The boxes of the settings. @param {number} steps the most there may be */
function makeInputs(steps) {
  return {
    words: number('write', 1, steps), top_k: number('top_k', 0, MOST.top_k), seed: number('seed', 0, MOST.seed),
    temperature: html('input', { type: 'range', id: newId('temperature'), name: 'temperature', min: 0, max: MOST.temperature, step: 0.05 }),
  };
}

/**
 * @param {{ bar: HTMLElement, place: HTMLFormElement }} hosts bar takes the buttons, place the settings
 * @param {object} how
 * @param {number} how.steps the most there may be
 * @param {(settings: Writing, anew: boolean) => void} how.onWrite anew: it does not go on with what it wrote
 * @param {() => void} how.onStop
 * @param {(settings: Writing) => boolean} how.more whether it would go on with what it wrote
 */
export function createWriting({ bar, place }, { steps, onWrite, onStop, more }) {
  const inputs = makeInputs(steps);
  const many = html('label', { for: inputs.words.id });
  const says = html('output', { class: 'says-temperature', for: inputs.temperature.id });
  const another = html('button', { type: 'button', class: 'small', title: 'the next seed: another text' }, '⚄ another');
  const how = html('div', { class: 'settings-how' },
    field('Temperature', inputs.temperature, says),
    field('Among the likeliest', inputs.top_k, html('span', { class: 'unit' }, '0: all')),
    field('Seed', inputs.seed, another));
  place.append(html('div', { class: 'setting' }, many, inputs.words), how);
  const go = html('button', { type: 'button', class: 'write' });
  const open = html('button', { type: 'button', class: 'write-settings', 'aria-label': 'how it writes', title: 'how it writes', 'aria-expanded': 'false', 'aria-controls': place.id }, '⚙');
  bar.append(html('span', { class: 'writing', role: 'group', 'aria-label': 'writing on' }, go, open));
  let writes = false;
  let full = false;
  let name = '';
  /** @type {import('../trace.js').TraceData | null} */
  let shown = null;

  /** @returns {Writing} */
  const settings = () => ({ words: Number(inputs.words.value), temperature: Number(inputs.temperature.value), top_k: Number(inputs.top_k.value), seed: Number(inputs.seed.value) });
  /** @param {Partial<Writing>} values */
  function fill(values) {
    for (const [name, value] of Object.entries(values)) inputs[/** @type {keyof Writing} */ (name)].value = String(value);
    tell();
  }
  function tell() {
    const { temperature } = settings();
    write(says, `${temperature}: ${tellTemperature(temperature)}`);
    for (const input of [inputs.top_k, inputs.seed]) input.disabled = temperature === 0;
    another.disabled = temperature === 0;
    label();
  }
  function label() {
    write(go, writes ? '■ Stop' : more(settings()) ? '✎ Write on' : '✎ Let it write');
    go.classList.toggle('stops', writes);
    set(go, 'title', full ? `${steps} steps are the limit` : writes ? 'what is written stays' : 'the model goes on by itself');
    go.disabled = full && !writes;
  }
  /** @param {boolean} anew */
  function ask(anew) {
    if (place.hidden || place.reportValidity()) onWrite(settings(), anew);
  }
  inputs.temperature.addEventListener('input', tell);
  go.addEventListener('click', () => (writes ? onStop() : ask(false)));
  another.addEventListener('click', () => {
    fill({ seed: (settings().seed + 1) % (MOST.seed + 1) });
    ask(true);
  });
  place.addEventListener('submit', (event) => {
    event.preventDefault();
    ask(false);
  });
  open.addEventListener('click', () => {
    place.hidden = !place.hidden;
    set(open, 'aria-expanded', String(!place.hidden));
    if (!place.hidden) inputs.words.focus();
  });

  for (const input of [inputs.top_k, inputs.seed]) input.addEventListener('input', label);
  return {
    /** Another trace, or model: what can be asked for there, and what was. @param {ModelEntry} entry @param {import('../trace.js').TraceData} trace */
    show(entry, trace) {
      const forecasts = entry.task === 'forecast';
      if (name !== entry.name) fill({ ...START, ...(forecasts ? { temperature: 0 } : {}), words: COUNTS[entry.reads] });
      name = entry.name;
      if (shown !== trace && trace.writing) {
        const { temperature, top_k, seed } = trace.writing;
        fill(temperature > 0 ? { temperature, top_k, seed } : { temperature });
      }
      shown = trace;
      write(many, `How many ${readingOf(entry).steps}`);
      how.hidden = forecasts;
    },
    /** @param {{ writes: boolean, can: boolean, full: boolean }} now full: there is no room for more */
    update(now) {
      ({ writes, full } = now);
      label();
      for (const button of [go, open]) button.hidden = !now.can;
      if (!now.can) place.hidden = true;
    },
  };
}

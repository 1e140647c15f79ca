/**
 * What is chosen before a training, and the transport through its frames.
 */

import { html, set, write } from '../../dom.js';
import { newId } from '../../ids.js';
import { BIASES, NONE, RATES, SPEEDS, STEPS, UNITS } from '../../train/choices.js';

/** @typedef {import('../../train/choices.js').Choices} Choices */
/** @typedef {{ name: string, title: string, says: string }} TaskEntry */
/** @typedef {{ name: string, short: string, keeps: string | null }} CellEntry */
/** @typedef {{ tasks: TaskEntry[], cells: CellEntry[] }} Offers */

/**
 * A list with its name before it.
 * @param {string} text @param {readonly (readonly [string | number, string])[]} options @param {(value: string) => void} onChange
 */
function list(text, options, onChange) {
  const id = newId('choice');
  const select = html('select', { id }, ...options.map(([value, label]) => html('option', { value: String(value) }, label)));
  select.addEventListener('change', () => onChange(select.value));
  const node = html('span', { class: 'train-choice' }, html('label', { for: id }, text), select);
  /** The value is among the options, be it one that only an address names. @param {string | number} value */
  const choose = (value) => {
    const wanted = String(value);
    if (![...select.options].some((option) => option.value === wanted)) select.append(html('option', { value: wanted }, wanted));
    select.value = wanted;
  };
  return { node, select, choose };
}

/** @param {readonly (string | number)[]} values @returns {[string | number, string][]} */
const plainly = (values) => values.map((value) => [value, String(value)]);

/**
 * @param {HTMLElement} host @param {Offers} offers @param {(changes: Partial<Choices>) => void} onChange
 */
export function createChoices(host, { tasks, cells }, onChange) {
  const named = cells.map(({ name, short }) => /** @type {[string, string]} */ ([name, short]));
  const number = (/** @type {keyof Choices} */ key) => (/** @type {string} */ value) => onChange({ [key]: Number(value) });
  const says = html('p', { class: 'train-says' });
  const lists = {
    task: list('Learn', tasks.map(({ name, title }) => [name, title]), (task) => onChange({ task })),
    a: list('A', named, (a) => onChange({ a })),
    a_bias: list('forget bias', plainly(BIASES), number('a_bias')),
    b: list('B', [...named, [NONE, 'no second net']], (b) => onChange({ b })),
    b_bias: list('forget bias', plainly(BIASES), number('b_bias')),
    units: list('units', plainly(UNITS), number('units')),
    rate: list('learning rate', plainly(RATES), number('rate')),
    clip: list('clip gradients', [[1, 'at length 1'], [0, 'no']], number('clip')),
    steps: list('updates', plainly(STEPS), number('steps')),
    seed: list('seed', plainly([0, 1, 2, 3, 4, 5, 6, 7]), number('seed')),
  };
  const group = (/** @type {string} */ kind, /** @type {(keyof typeof lists)[]} */ ...keys) => html('span', { class: `train-group ${kind}` }, ...keys.map((key) => lists[key].node));
  host.append(group('', 'task'), group('net-a', 'a', 'a_bias'), group('net-b', 'b', 'b_bias'), group('', 'units', 'rate', 'clip', 'steps', 'seed'), says);

  /** @param {Choices} choices */
  return function update(choices) {
    for (const [key, { choose }] of Object.entries(lists)) choose(choices[/** @type {keyof typeof lists} */ (key)]);
    for (const which of /** @type {const} */ (['a', 'b'])) {
      const cell = cells.find(({ name }) => name === choices[which]);
      lists[`${which}_bias`].select.disabled = !cell?.keeps;
      set(lists[`${which}_bias`].select, 'title', cell && !cell.keeps ? `the ${cell.short} has no gate that keeps` : null);
    }
    write(says, tasks.find(({ name }) => name === choices.task)?.says ?? '');
  };
}

/**
 * @param {HTMLElement} host
 * @param {{ onToggle: () => void, onAnew: () => void, onGo: (index: number) => void, onBy: (by: number) => void, onSpeed: (speed: number) => void }} actions
 */
export function createTransport(host, { onToggle, onAnew, onGo, onBy, onSpeed }) {
  const toggle = html('button', { type: 'button', class: 'primary', on: { click: onToggle } });
  const anew = html('button', { type: 'button', title: 'train anew from the first weights', on: { click: onAnew } }, 'Anew');
  const back = html('button', { type: 'button', 'aria-label': 'one frame back', on: { click: () => onBy(-1) } }, '←');
  const on = html('button', { type: 'button', 'aria-label': 'one frame on', on: { click: () => onBy(1) } }, '→');
  const slider = html('input', { type: 'range', min: 0, value: 0, step: 1, 'aria-label': 'update' });
  slider.addEventListener('input', () => onGo(Number(slider.value)));
  const where = html('span', { class: 'where' });
  const speed = list('speed', SPEEDS.map((one) => [one, `${one}×`]), (value) => onSpeed(Number(value)));
  host.append(toggle, anew, back, slider, on, where, speed.node);

  /** @param {import('../../train/lesson.js').Lesson} lesson @param {Choices} choices */
  return function update(lesson, choices) {
    write(toggle, lesson.playing ? 'Pause' : !lesson.begun ? 'Start' : lesson.complete && lesson.index >= lesson.last ? 'Again' : 'Go on');
    set(slider, 'max', lesson.total - 1);
    slider.value = String(lesson.index);
    slider.disabled = back.disabled = on.disabled = anew.disabled = !lesson.begun;
    const text = lesson.begun ? `update ${lesson.update} of ${choices.steps}` : 'not begun';
    write(where, text);
    set(slider, 'aria-valuetext', text);
    speed.choose(choices.speed);
  };
}

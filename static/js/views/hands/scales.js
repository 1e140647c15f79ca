/**
 * Weights scaled by hand: which of a layer's, times what.
 */

import { clear, html, set } from '../../dom.js';
import { weightsOf } from '../../presets.js';
import { LARGEST, parseScale } from '../../weights-scaled.js';

/** @typedef {import('../../scene.js').Scene} Scene */

const USUAL = 3; // the slider's end; a number can be larger

/** What a name of weights means. @param {string} name */
const told = (name) => ({ U: 'U, all that h is multiplied by', W: 'W, all that x is multiplied by', b: 'b, every bias' })[name] ?? name.replace('_', ' of ');

/**
 * @param {HTMLElement} host
 * @param {{ onScale: (layer: string, name: string, factor: number, more: boolean) => void }} deeds
 */
export function createScales(host, { onScale }) {
  const which = html('select', { name: 'weights', 'aria-label': 'weights' });
  const slider = html('input', { type: 'range', name: 'factor', 'aria-label': 'factor', min: 0, max: USUAL, step: 0.05 });
  const number = html('input', { type: 'number', name: 'times', 'aria-label': 'factor as a number', min: 0, max: LARGEST, step: 'any' });
  const details = html('details', { class: 'scales' }, html('summary', null, 'Scale the weights'), which, html('div', { class: 'value' }, html('span', null, '×'), slider, number));
  host.append(details);
  /** @type {Scene | null} */
  let scene = null;
  let moving = false;

  /** @param {number} factor @param {boolean} more */
  const scale = (factor, more) => {
    if (scene && factor >= 0 && factor <= LARGEST) onScale(scene.layer.name, which.value, factor, more);
  };
  slider.addEventListener('input', () => {
    number.value = slider.value;
    scale(Number(slider.value), moving);
    moving = true;
  });
  slider.addEventListener('change', () => {
    moving = false;
  });
  number.addEventListener('change', () => number.value.trim() !== '' && scale(Number(number.value), false));
  which.addEventListener('change', () => scene && update(scene));

  /** @param {Scene} now */
  function update(now) {
    scene = now;
    const key = `${now.layer.cell} ${now.layer.name}`;
    if (which.dataset['of'] !== key) {
      clear(which).append(...weightsOf(now.layer).map((name) => html('option', { value: name }, told(name))));
      which.value = 'U';
      which.dataset['of'] = key;
    }
    const name = which.value;
    const found = now.trace.scales.map(parseScale).findLast((one) => one?.layer === now.layer.name && (one.name === name || name.startsWith(`${one.name}_`)));
    const factor = found?.factor ?? 1;
    if (moving) return;
    slider.value = String(factor);
    if (number.ownerDocument.activeElement !== number) number.value = String(factor);
    set(slider, 'data-value', factor);
  }
  return {
    update,
    /** @param {string} name */
    aim(name) {
      details.open = true;
      if (name) which.value = name;
      if (scene) update(scene);
    },
  };
}

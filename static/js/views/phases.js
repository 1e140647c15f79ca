/**
 * The phases of a step as a row of buttons: where in the step the moment is, and a way to each.
 */

import { clear, html, set } from '../dom.js';
import { hueClass, hueOf } from '../gates.js';

/** @typedef {import('../scene.js').Scene} Scene */

/**
 * @param {HTMLElement} host @param {{ onPhase: (phase: number) => void }} actions
 */
export function createPhases(host, { onPhase }) {
  /** @type {HTMLButtonElement[]} */
  let buttons = [];
  /** @type {readonly import('../layout/types.js').Phase[] | null} */
  let drawn = null;

  /** A phase has the hue of what is first in it. @param {Scene} scene */
  function build({ layer, phases }) {
    buttons = phases.map(({ name, title, signals }, k) => {
      const first = layer.signals.find((signal) => signal.name === signals[0]);
      return html('button', {
        type: 'button', class: `phase ${hueClass(first ? hueOf(first) : 'state')}`, data: { phase: name },
        'aria-label': `phase ${k + 1}: ${title}`, on: { click: () => onPhase(k) },
      }, html('span', { class: 'digit' }, k + 1), html('span', { class: 'title' }, title));
    });
    clear(host).append(...buttons.map((button) => html('li', null, button)));
  }

  return {
    /** @param {Scene} scene */
    update(scene) {
      if (drawn !== scene.phases) {
        build(scene);
        drawn = scene.phases;
      }
      buttons.forEach((button, k) => {
        set(button, 'aria-current', k === scene.moment.phase ? 'step' : null);
        button.classList.toggle('done', k < scene.moment.phase);
      });
    },
  };
}

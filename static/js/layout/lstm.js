/**
 * The LSTM's picture: the belt of the cell state, the valves on it, and what feeds them. Its relatives are the same
 * picture with another wiring.
 */

import { across } from './lstm-across.js';
import { down } from './lstm-down.js';
import { formOf } from './parts.js';

/** @typedef {import('./types.js').Phase} Phase */

/** @type {Phase[]} */
export const phases = [
  { name: 'read', title: 'Read', signals: ['x'] },
  { name: 'forget', title: 'Forget', signals: ['f', 'fc'] },
  { name: 'write', title: 'Write', signals: ['i', 'g', 'ig'] },
  { name: 'update', title: 'Update', signals: ['c'] },
  { name: 'reveal', title: 'Reveal', signals: ['o', 'tanh_c', 'h'] },
  { name: 'predict', title: 'Predict', signals: [] },
];

/**
 * A member of the LSTM's family.
 * @param {string} title @param {Partial<import('./types.js').Wiring>} [wiring] what differs from the LSTM
 * @returns {import('./types.js').Picture}
 */
export function member(title, wiring) {
  const whole = { phases, peepholes: [], coupled: false, ...wiring };
  return {
    title,
    phases: whole.phases,
    layout: (size, layer) => (formOf(size.width) === 'phone' ? down : across)(size, layer, whole),
  };
}

export const lstm = member('LSTM');

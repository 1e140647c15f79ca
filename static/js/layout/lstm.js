/**
 * The LSTM's picture: the belt of the cell state, the valves on it, and what feeds them. Its relatives are the same
 * picture with another wiring.
 */

import { across } from './lstm-across.js';
import { down } from './lstm-down.js';
import { forget, reveal, write } from './lstm-says.js';
import { formOf } from './parts.js';
import { addUp, PREDICT, READ } from './step.js';

/** @typedef {import('./types.js').Phase} Phase */

/** The phases in which every member ends. @type {Phase[]} */
export const ENDING = [
  { name: 'update', title: 'Update', signals: ['c'], say: addUp('c') },
  { name: 'reveal', title: 'Reveal', signals: ['o', 'tanh_c', 'h'], say: reveal },
  PREDICT,
];

/** @type {Phase[]} */
const phases = [
  READ,
  { name: 'forget', title: 'Forget', signals: ['f', 'fc'], say: forget },
  { name: 'write', title: 'Write', signals: ['i', 'g', 'ig'], say: write },
  ...ENDING,
];

/**
 * A member of the LSTM's family.
 * @param {Partial<import('./types.js').Wiring>} [wiring] what differs from the LSTM
 * @returns {import('./types.js').Picture}
 */
export function member(wiring) {
  const whole = { phases, peepholes: [], coupled: false, ...wiring };
  return {
    phases: whole.phases,
    layout: (size, layer) => (formOf(size) === 'phone' ? down : across)(size, layer, whole),
    memory: { state: 'c', kept: 'fc', wrote: 'ig', gate: { signal: 'o', name: 'output gate' } },
  };
}

export const lstm = member();

/**
 * The GRU's picture: no belt and no second memory, one line of h with a fork. One valve, z, lets pass what was there and,
 * as far as it is shut, lets in the candidate; a second one, r, stands where it acts: behind the product U_n·h_{t−1} + d_n,
 * or before the product, on h_{t−1} itself.
 */

import { across } from './gru-across.js';
import { down } from './gru-down.js';
import { propose, reset, weigh } from './gru-says.js';
import { formOf } from './parts.js';
import { addUp, PREDICT, READ } from './step.js';

/** @type {import('./types.js').Phase[]} */
const phases = [
  READ,
  { name: 'reset', title: 'Reset', signals: ['r', 'rh'], say: reset },
  { name: 'propose', title: 'Propose', signals: ['n'], say: propose },
  { name: 'weigh', title: 'Weigh', signals: ['z', 'zh', 'zn'], say: weigh },
  { name: 'blend', title: 'Blend', signals: ['h'], say: addUp('h') },
  PREDICT,
];

/**
 * @param {boolean} after whether the reset acts after the product
 * @returns {import('./types.js').Picture}
 */
const gated = (after) => ({
  phases,
  layout: (size, layer) => (formOf(size) === 'phone' ? down : across)(size, layer, phases, after),
  memory: { state: 'h', kept: 'zh', wrote: 'zn', gate: null },
});

export const gru = gated(true);
export const gruBefore = gated(false);

/**
 * The GRU's picture: no belt and no second memory, one line of h with a fork. One valve, z, lets pass what was there and,
 * as far as it is shut, lets in the candidate; a second one, r, stands where it acts: behind the product U_n·h_{t−1} + d_n,
 * or before the product, on h_{t−1} itself.
 */

import { across } from './gru-across.js';
import { down } from './gru-down.js';
import { formOf } from './parts.js';

/** @type {import('./types.js').Phase[]} */
const phases = [
  { name: 'read', title: 'Read', signals: ['x'] },
  { name: 'reset', title: 'Reset', signals: ['r', 'rh'] },
  { name: 'propose', title: 'Propose', signals: ['n'] },
  { name: 'weigh', title: 'Weigh', signals: ['z', 'zh', 'zn'] },
  { name: 'blend', title: 'Blend', signals: ['h'] },
  { name: 'predict', title: 'Predict', signals: [] },
];

/**
 * @param {string} title @param {boolean} after whether the reset acts after the product
 * @returns {import('./types.js').Picture}
 */
const gated = (title, after) => ({
  title,
  phases,
  layout: (size, layer) => (formOf(size.width) === 'phone' ? down : across)(size, layer, phases, after),
});

export const gru = gated('GRU', true);
export const gruBefore = gated('GRU (reset before the product)', false);

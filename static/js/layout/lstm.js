/**
 * The picture of the LSTM: the belt of the cell state, the valves on it, and what feeds them.
 */

import { across } from '#js/layout/lstm-across.js';
import { down } from '#js/layout/lstm-down.js';
import { formOf } from '#js/layout/parts.js';

/** @type {import('#js/layout/types.js').Phase[]} */
export const phases = [
  { name: 'read', title: 'Read', signals: ['x'] },
  { name: 'forget', title: 'Forget', signals: ['f', 'fc'] },
  { name: 'write', title: 'Write', signals: ['i', 'g', 'ig'] },
  { name: 'update', title: 'Update', signals: ['c'] },
  { name: 'reveal', title: 'Reveal', signals: ['o', 'tanh_c', 'h'] },
  { name: 'predict', title: 'Predict', signals: [] },
];

/** @type {import('#js/layout/types.js').LayoutMaker} */
export const layout = (size, layer) =>
  formOf(size.width) === 'phone' ? down(size, layer, phases) : across(size, layer, phases);

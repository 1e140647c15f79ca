/**
 * The picture of the LSTM with coupled gates: one valve, f. It lets pass what was there and, as far as it is shut,
 * lets in what is new, so both of its ends move in one phase.
 */

import { member } from './lstm.js';

export const cifg = member('LSTM with coupled gates', {
  coupled: true,
  phases: [
    { name: 'read', title: 'Read', signals: ['x'] },
    { name: 'trade', title: 'Trade', signals: ['f', 'i', 'fc'] },
    { name: 'admit', title: 'Write', signals: ['g', 'ig'] },
    { name: 'update', title: 'Update', signals: ['c'] },
    { name: 'reveal', title: 'Reveal', signals: ['o', 'tanh_c', 'h'] },
    { name: 'predict', title: 'Predict', signals: [] },
  ],
});

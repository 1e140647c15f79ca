/**
 * The picture of the LSTM with coupled gates: one valve, f. It lets pass what was there and, as far as it is shut,
 * lets in what is new, so both of its ends move in one phase.
 */

import { admit, trade } from './lstm-says.js';
import { ENDING, member } from './lstm.js';
import { READ } from './step.js';

export const cifg = member({
  coupled: true,
  phases: [
    READ,
    { name: 'trade', title: 'Trade', signals: ['f', 'i', 'fc'], say: trade },
    { name: 'admit', title: 'Write', signals: ['g', 'ig'], say: admit },
    ...ENDING,
  ],
});

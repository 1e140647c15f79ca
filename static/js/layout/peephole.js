/**
 * The peephole LSTM's picture: dashed wires lead from the belt to the gates that see it. f and i see what was on it,
 * o what is on it now, which is why o waits for the update.
 */

import { member } from './lstm.js';

export const peephole = member({ peepholes: ['f', 'i', 'o'] });
export const peepholeFi = member({ peepholes: ['f', 'i'] });

/**
 * What every recurrent cell's picture has: the phases in which a step begins and ends, and the sentence of a memory in
 * which two things add up.
 */

import { tellRead, tellSays } from '../narration/step.js';
import { signed } from '../scales.js';

/** @typedef {import('./types.js').Phase} Phase */

/** @type {Phase} */
export const READ = { name: 'read', title: 'Read', signals: ['x'], say: tellRead };
/** @type {Phase} */
export const PREDICT = { name: 'predict', title: 'Predict', signals: [], say: tellSays };

/** What was kept and what was written, added up. @param {string} state @returns {Phase['say']} */
export const addUp = (state) => ({ now, before, unit }) =>
  `What was kept and what was written add up: unit ${unit} goes from ${signed(before(state)[unit] ?? 0)} to ${signed(now(state)[unit] ?? 0)}.`;

/**
 * What every recurrent cell's picture has: the phases in which a step begins and ends, and the sentence of a memory in
 * which two things add up.
 */

import { roleOf, tellRead, tellSays } from '../narration/step.js';
import { signed } from '../scales.js';

/** @typedef {import('./types.js').Phase} Phase */

/** @type {Phase} */
export const READ = { name: 'read', title: 'Read', signals: ['x'], say: tellRead };
/** @type {Phase} */
export const PREDICT = { name: 'predict', title: 'Predict', signals: [], say: tellSays };

/** In place of it, where nothing is said: a lower layer's state goes up, an encoder's or one end's is handed over. */
const PASS_UP = { ...PREDICT, name: 'pass up', title: 'Pass up' };
const HAND_OVER = { ...PREDICT, name: 'hand over', title: 'Hand over' };

/** Phases that end otherwise, made once, so that they stay the same object. @type {Map<Phase, WeakMap<readonly Phase[], readonly Phase[]>>} */
const made = new Map([PASS_UP, HAND_OVER].map((end) => [end, new WeakMap()]));

/**
 * A layer's phases, the last one called what it is in this trace.
 * @param {readonly Phase[]} phases a picture's @param {import('../trace.js').TraceData} trace @param {string} layer
 * @returns {readonly Phase[]}
 */
export function endedAs(phases, trace, layer) {
  if (phases.at(-1) !== PREDICT) return phases;
  const voice = roleOf(trace, layer);
  if (voice === 'says') return phases;
  const end = voice === 'up' ? PASS_UP : HAND_OVER;
  const known = made.get(end)?.get(phases) ?? [...phases.slice(0, -1), end];
  made.get(end)?.set(phases, known);
  return known;
}

/** What was kept and what was written, added up. @param {string} state @returns {Phase['say']} */
export const addUp = (state) => ({ now, before, unit }) =>
  `What was kept and what was written add up: unit ${unit} goes from ${signed(before(state)[unit] ?? 0)} to ${signed(now(state)[unit] ?? 0)}.`;

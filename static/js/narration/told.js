/**
 * One layer at one moment, as a phase's sentence is made from it.
 */

import { quoted } from '../wording.js';

/** @typedef {import('../layout/types.js').Told} Told */

/**
 * @param {{ trace: Told['trace'], model: Told['model'], layer: Told['layer'], moment: { t: number, unit: number } }} scene
 * @returns {Told}
 */
export const toldOf = ({ trace, model, layer, moment: { t, unit } }) => ({
  trace, model, layer, t, unit, word: quoted(trace.read(layer.name, t).text),
  now: (signal) => trace.values(layer.name, signal, t),
  before: (state) => trace.before(layer.name, state, t),
});

/**
 * A phase in one plain sentence, made from the step's own numbers.
 * @param {import('../layout/types.js').Phase} phase @param {Parameters<typeof toldOf>[0]} scene
 */
export const sentenceOf = (phase, scene) => phase.say(toldOf(scene));

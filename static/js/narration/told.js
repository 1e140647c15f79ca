/**
 * What a phase's sentence is made from: one layer at one moment, its vectors by name.
 */

import { quoted } from '../wording.js';

/** @typedef {import('../trace.js').TraceData} TraceData */
/**
 * @typedef {object} Told
 * @property {TraceData} trace
 * @property {import('../api.js').ModelEntry} model
 * @property {import('../layout/types.js').LayerInfo} layer
 * @property {number} t
 * @property {number} unit
 * @property {string} word what is read, as a sentence calls it
 * @property {(signal: string) => Float32Array} now a signal of this step
 * @property {(state: string) => Float32Array} before a state of the step before
 */

/**
 * @param {{ trace: TraceData, model: Told['model'], layer: Told['layer'], moment: { t: number, unit: number } }} scene
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

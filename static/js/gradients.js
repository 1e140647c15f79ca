/**
 * How far back a prediction reaches, as a source tells it: what was asked, what comes, and what is read out of it.
 */

import { normText } from './layout/gradient.js';
import { decode } from './trace.js';

/**
 * @typedef {object} LayerNorms
 * @property {string} name
 * @property {string | null} belt the state that is its belt
 * @property {Record<string, (number | null)[]>} norms by x, each state, direct and rest; null where it is not at work
 */
/**
 * @typedef {object} Gradient the derivative of one prediction by everything before it
 * @property {string} model
 * @property {number | null} t null for what is said of the whole
 * @property {string} symbol
 * @property {(number | null)[]} words by what was read at each step
 * @property {number | null} strongest the step before that moves it most
 * @property {LayerNorms[]} layers
 */
/** @typedef {{ by: string, unit: number | null, targets: { t: number | null, symbol: string }[], values: { shape: number[], data: string } }} GradientMap */
/** @typedef {{ trace: import('./trace.js').TraceData, t: number | null, symbol: string, model?: string, scales?: readonly string[], clip?: number }} AskedGradient model: another one, on the same text; scales: beside the run's own */
/** @typedef {{ trace: import('./trace.js').TraceData, by: string }} AskedMap */
/** @typedef {{ name: string, label: string, hue: string, values: (number | null)[] }} Line a norm at each step */

/** The rows of a map, one a target. @param {GradientMap} map @returns {Float32Array[]} */
export function rowsOf({ values: { shape: [rows = 0, columns = 0], data } }) {
  const all = decode(data);
  return Array.from({ length: rows }, (_, k) => all.subarray(k * columns, (k + 1) * columns));
}

/**
 * What is drawn of a layer by step: its belt whole and along the belt alone, or, where it has none, its hidden state.
 * @param {Gradient} gradient @param {string} layer @param {string} prefix what stands before each label
 * @returns {Line[]}
 */
export function linesOf({ layers }, layer, prefix = '') {
  const found = layers.find(({ name }) => name === layer) ?? layers.find(({ norms }) => norms.h);
  if (!found) return [];
  const state = found.belt ?? 'h';
  const whole = { name: 'whole', label: `${prefix}by ${state}`, hue: 'state', values: found.norms[state] ?? [] };
  if (!found.norms.direct) return [whole];
  return [whole, { name: 'direct', label: `${prefix}along the belt alone`, hue: 'forget', values: found.norms.direct }];
}

/**
 * How far it comes on scaled weights, in a sentence: by the first step's state, before and after.
 * @param {Line} own @param {Line} scaled @param {number} factor
 */
export function vanished(own, scaled, factor) {
  const [before = null, after = null] = [own.values.find((one) => one !== null), scaled.values.find((one) => one !== null)];
  if (before === null || after === null) return 'At this scale no number of the model holds it.';
  const share = before > 0 ? after / before : 1;
  if (factor === 1) return `At the first step the norm is ${normText(before)}. Move the slider: the recurrent weights times a number, in a run of its own.`;
  return `At the first step the norm is ${normText(after)}, with the model’s own weights ${normText(before)}: ${share >= 1 ? `${normText(share)} times` : `1 part in ${normText(1 / share)}`}.`;
}

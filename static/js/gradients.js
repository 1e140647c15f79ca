/**
 * How far back a prediction reaches, as a source tells it: what was asked, what comes, and what is read out of it.
 */

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
/** @typedef {{ trace: import('./trace.js').TraceData, t: number | null, symbol: string, model?: string }} AskedGradient model: another one, on the same text */
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

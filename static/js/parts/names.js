/**
 * How the parts of a layer are called, which are made of which, and what they hold: from the cell's declaration alone.
 */

import { asRead, nameSymbol, symbolId, symbolOf } from '../gates.js';
import { graphOf } from '../layout/declared-graph.js';

/** @typedef {import('./types.js').Runs} Runs */
/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {import('../layout/types.js').LayerInfo} LayerInfo */
/** @typedef {import('../layout/declared-graph.js').Graph} Graph */

/** @type {WeakMap<LayerInfo, Graph>} */
const known = new WeakMap();

/** What is made of which, made once a layer. @param {LayerInfo} layer @returns {Graph} */
export function makingOf(layer) {
  const found = known.get(layer) ?? graphOf(layer);
  known.set(layer, found);
  return found;
}

/** @param {string} text @returns {Runs} */
export const words = (text) => (text ? [{ text }] : []);

/** The part of the making that a symbol stands for. @param {LayerInfo} layer @param {string} id */
export const partOf = (layer, id) => makingOf(layer).parts.find((part) => part.id === id);

/** The declaration of a symbol. @param {LayerInfo} layer @param {string} id */
export function signalOf(layer, id) {
  const name = partOf(layer, id)?.name ?? id;
  return layer.signals.find((signal) => signal.name === name);
}

/** A symbol as it is written in its layer: c_{t−1}, or c_{t+1} where the layer reads backward. @param {LayerInfo} layer @param {string} id @returns {Runs} */
export function symbolIn(layer, id) {
  const signal = signalOf(layer, id);
  if (!signal || partOf(layer, id)?.source === 'previous') return [nameSymbol(asRead(id, layer))];
  return symbolOf({ ...signal, formula: asRead(signal.formula, layer) });
}

/** One, or "a and b", or "a, b and c". @param {readonly Runs[]} items @returns {Runs} */
export const listed = (items) => items.flatMap((item, k) => [...words(k === 0 ? '' : k === items.length - 1 ? ' and ' : ', '), ...item]);

/** How many values a symbol has. @param {LayerInfo} layer @param {string} id */
export const countOf = (layer, id) => (signalOf(layer, id)?.role === 'input' ? layer.inputs : layer.units);

/** The symbols that one is made of. @param {LayerInfo} layer @param {string} id */
export const inputsOf = (layer, id) => partOf(layer, id)?.inputs ?? [];

/** The symbols that are made of one. @param {LayerInfo} layer @param {string} id */
export const usesOf = (layer, id) => makingOf(layer).parts.filter(({ inputs }) => inputs.includes(id)).map((part) => part.id);

/** Whether the next step finds a signal. @param {LayerInfo} layer @param {string} name */
export const isKept = (layer, name) => makingOf(layer).parts.some(({ id }) => id === symbolId(name, 'previous'));

/** What a symbol holds at the moment; null before the step has come to it. @param {Scene} scene @param {string} id */
export function vectorAt({ trace, layer, moment: { t }, reached }, id) {
  const part = partOf(layer, id);
  if (!part || t >= trace.length) return null;
  if (part.source === 'previous') return trace.before(layer.name, part.name, t);
  return reached(part.name) ? trace.values(layer.name, part.name, t) : null;
}

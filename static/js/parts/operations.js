/**
 * What is told of a box or a circle: an operation on whole vectors, unit by unit.
 */

import { isGate } from '../gates.js';
import { mean } from '../narration/measures.js';
import { percent } from '../scales.js';
import { unitWord } from '../wording.js';
import { inputsOf, listed, signalOf, symbolIn, vectorAt, words } from './names.js';
import { sized } from './shapes.js';
import { valueOf } from './vectors.js';

/** @typedef {import('./types.js').Runs} Runs */
/** @typedef {import('./types.js').Explanation} Explanation */
/** @typedef {import('../formula.js').Tree} Tree */
/** @typedef {import('../layout/types.js').Box} Box */
/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {{ name: string, says: string, known?: import('./types.js').Known }} Operation */

/** What is written in a box or a circle, and what it does. @type {Record<string, Operation>} */
const OPERATIONS = {
  σ: { name: 'σ, the logistic function', known: 'sigmoid', says: 'Presses every number into 0 … 1: far below zero becomes 0, zero becomes 0.5, far above becomes 1. So it can say how far a gate is open.' },
  tanh: { name: 'tanh', known: 'tanh', says: 'Presses every number into −1 … 1 and keeps its sign: what is small stays nearly as it is, what is large ends at −1 or 1.' },
  '×': { name: 'multiply', says: 'Multiplies unit by unit: each number by the one of the same unit. By 0 nothing passes, by 1 all of it.' },
  '+': { name: 'add', says: 'Adds unit by unit: each number to the one of the same unit.' },
  '−': { name: 'subtract', says: 'Subtracts unit by unit: from each number that of the same unit.' },
};

/** The product with a matrix of this name in a formula. @param {Tree | null | undefined} tree @param {string} matrix @returns {Tree | null} */
function productWith(tree, matrix) {
  if (!tree) return null;
  if (tree.op === 'matmul' && tree.args?.[0]?.name === matrix) return tree;
  return (tree.args ?? []).map((arg) => productWith(arg, matrix)).find(Boolean) ?? null;
}

/** @param {Scene} scene @param {Box} box @param {Tree | null} weighs @returns {Operation} */
function operationOf({ layer }, { text, valve }, weighs) {
  if (weighs) return { name: 'multiply by weights', says: `Each ${unitWord(layer)} has a row of trained weights: every number of what comes in is multiplied by its weight, and all of it is added up.` };
  const found = OPERATIONS[text];
  if (found) return found;
  const gate = valve && signalOf(layer, valve)?.label;
  if (text.startsWith('1 −')) return { name: 'the rest', says: `One minus the ${gate ?? 'gate'}: as far as it is shut on one side, it is open on the other.` };
  return { name: 'compute', says: 'Computes what its formula says, unit by unit.' };
}

/** How open a valve stands, as its blades show. @param {Scene} scene @param {Box} box */
function valveOf(scene, { valve, inverse, kind }) {
  const gate = valve === null ? null : signalOf(scene.layer, valve);
  const values = valve === null ? null : vectorAt(scene, valve);
  if (!gate || !values || kind !== 'node') return '';
  const open = inverse ? 1 - mean(values) : mean(values);
  return ` It stands as open as ${inverse ? 'the rest that ' : ''}the ${gate.label}${inverse ? ' leaves' : ' is'} on average: ${percent(open)}.`;
}

/** @param {Scene} scene @param {Box} box @returns {Explanation | null} */
export function explainBox(scene, box) {
  const { layer } = scene;
  const signal = signalOf(layer, box.symbol);
  if (!signal) return null;
  const matrix = /^\w+_\w/.exec(box.text)?.[0] ?? (box.kind === 'function' ? box.text : '');
  const weighs = layer.signals.map(({ tree }) => productWith(tree, matrix)).find(Boolean) ?? null;
  const { name, says, known } = operationOf(scene, box, weighs);
  const rest = box.text.startsWith('1 −') && box.valve !== null;
  const inputs = rest && box.valve !== null ? [box.valve] : weighs ? [box.symbol] : inputsOf(layer, box.symbol);
  const made = weighs || (rest && !isGate(signal)) || box.symbol === box.valve ? null : box.symbol;
  const offset = /\+ (\w+)$/.exec(box.text)?.[1];
  const tree = weighs && offset ? { op: 'add', args: [weighs, { op: 'name', name: offset }] } : weighs ?? signal.tree ?? null;
  return {
    hue: box.hue, symbol: [], name, says: words(`${says}${valveOf(scene, box)}`),
    formula: known ? { known } : rest ? { tree: { op: 'sub', args: [{ op: 'number', value: 1 }, { op: 'name', name: box.valve ?? '' }] } } : tree && { tree },
    shape: [...words('takes '), ...listed(inputs.map((id) => sized(layer, id))), ...words(`, makes ${layer.units} values`)],
    value: made === null ? null : valueOf(scene, made), from: listed(inputs.map((id) => symbolIn(layer, id))),
    to: made === null ? [] : [...symbolIn(layer, made), ...words(`, ${signal.label}`)],
  };
}

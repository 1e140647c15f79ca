/**
 * What a layer's declared formulas say of its picture: which signal is made of which, in which order, by what operation.
 */

import { namesIn } from '../formula.js';
import { SQUASH, symbolId } from '../gates.js';

/** @typedef {import('../formula.js').Tree} Tree */
/** @typedef {import('./types.js').LayerInfo} LayerInfo */
/** @typedef {{ kind: 'node' | 'function', text: string, valve: string | null, inverse: boolean }} Operation */
/**
 * @typedef {object} Part one vector in the picture
 * @property {string} id its symbol's id
 * @property {string} name the signal's
 * @property {'now' | 'previous'} source
 * @property {number} level 0 for what is there before the layer computes; one more than the highest of what it is made of
 * @property {string[]} inputs ids of what it is made of
 * @property {Operation | null} operation null for what is not computed
 */
/** @typedef {{ parts: Part[], levels: Part[][], output: string }} Graph output: the id of what the layer hands on */

/** The gate in a factor: a, or 1 − a. @param {Tree} tree @param {(name: string) => boolean} isGate */
function gateIn(tree, isGate) {
  const inner = tree.op === 'sub' && tree.args?.[0]?.op === 'number' ? tree.args[1] : tree;
  return inner?.op === 'name' && isGate(inner.name ?? '') ? { valve: inner.name ?? '', inverse: inner !== tree } : null;
}

/**
 * @param {Tree | null | undefined} tree @param {(name: string) => boolean} isGate
 * @returns {Operation}
 */
function operationOf(tree, isGate) {
  const none = { valve: null, inverse: false };
  if (!tree) return { kind: 'function', text: 'ƒ', ...none };
  if (tree.op === 'mul') {
    const gate = (tree.args ?? []).map((arg) => gateIn(arg, isGate)).find(Boolean);
    return { kind: 'node', text: '×', ...(gate ?? none) };
  }
  if (tree.op === 'add') return { kind: 'node', text: '+', ...none };
  const words = { call: SQUASH[tree.fn ?? ''] ?? tree.fn ?? '', sub: '−', matmul: tree.args?.[0]?.name ?? 'W' };
  return { kind: 'function', text: words[/** @type {keyof typeof words} */ (tree.op)] ?? '=', ...none };
}

/**
 * A declaration in the order in which it is computed. A place in a text is no vector to look at, so it has no part.
 * @param {LayerInfo} layer
 * @returns {Graph}
 */
export function graphOf({ signals }) {
  const shown = signals.filter(({ role }) => role !== 'position');
  const inputs = shown.filter(({ role }) => role === 'input');
  const made = shown.filter(({ role }) => role !== 'input');
  const isGate = (/** @type {string} */ name) => made.some((one) => one.name === name && one.role === 'gate');
  const states = made.filter(({ name }) => made.some(({ tree }) => namesIn(tree).includes(symbolId(name, 'previous'))));
  /** @type {Map<string, Part>} */
  const parts = new Map();
  const add = (/** @type {Part} */ part) => parts.set(part.id, part);
  for (const { name } of states) add({ id: symbolId(name, 'previous'), name, source: 'previous', level: 0, inputs: [], operation: null });
  for (const { name } of inputs) add({ id: name, name, source: 'now', level: 0, inputs: [], operation: null });
  for (const { name, tree } of made) {
    // What has no formula is taken to be made of what the layer reads.
    const from = tree ? namesIn(tree).filter((id) => parts.has(id)) : inputs.map((input) => input.name);
    const level = 1 + Math.max(0, ...from.map((id) => parts.get(id)?.level ?? 0));
    add({ id: name, name, source: 'now', level, inputs: from, operation: operationOf(tree, isGate) });
  }
  const all = [...parts.values()];
  const highest = Math.max(...all.map(({ level }) => level));
  const output = made.findLast(({ role }) => role === 'output') ?? made.at(-1);
  return {
    parts: all, output: output?.name ?? '',
    levels: Array.from({ length: highest + 1 }, (_, level) => all.filter((part) => part.level === level)),
  };
}

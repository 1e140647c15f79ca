/**
 * The sum in a formula, taken apart: what is added up, term by term.
 */

import { adds } from './formula.js';

/** @typedef {import('./formula.js').Tree} Tree */
/** @typedef {{ part: Tree, index: number | null, weight: number | null, input: number | null, product: number }} Row one term; index, weight and input are null where something comes in as it is */

/**
 * The sum in a formula: what σ, tanh or a factor is put to.
 * @param {Tree} tree @returns {Tree}
 */
const sumIn = (tree) => (tree.op === 'add' || tree.op === 'matmul' ? tree : (tree.args ?? []).filter(adds).map(sumIn)[0] ?? tree);

/**
 * What a formula adds up, and what that is together: σ(W·x + U·h + p·c + b) has four parts, r·(U·h + d) two.
 * @param {Tree} tree
 * @returns {{ sum: Tree, parts: Tree[], total: number }}
 */
export function sumOf(tree) {
  const sum = sumIn(tree);
  const parts = sum.op === 'add' ? sum.args ?? [] : [sum];
  return { sum, parts, total: parts.reduce((all, { value = 0 }) => all + value, 0) };
}

/**
 * The terms of one part: the products of a matrix's row, or the part as it is.
 * @param {Tree} part
 * @returns {Row[]}
 */
export const rowsOf = (part) => (part.terms ? part.terms.map((term) => ({ part, ...term })) : [{ part, index: null, weight: null, input: null, product: part.value ?? 0 }]);

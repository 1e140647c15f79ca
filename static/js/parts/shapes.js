/**
 * How many numbers there are in a part, and in the weights that make it.
 */

import { asRead, nameSymbol } from '../gates.js';
import { countOf, inputsOf, listed, partOf, symbolIn, words } from './names.js';

/** @typedef {import('./types.js').Runs} Runs */
/** @typedef {import('../formula.js').Tree} Tree */
/** @typedef {import('../layout/types.js').LayerInfo} LayerInfo */

/** The first name in a tree. @param {Tree | undefined} tree @returns {string} */
const leaf = (tree) => (tree?.op === 'name' ? tree.name ?? '' : (tree?.args ?? []).map(leaf).find(Boolean) ?? '');

/**
 * The weights in a formula: a matrix has a column for each number of what it multiplies, everything else a number a unit.
 * @param {LayerInfo} layer @param {Tree} tree
 * @returns {{ name: string, columns: number | null }[]}
 */
function weightsIn(layer, tree) {
  if (tree.op === 'name') return partOf(layer, tree.name ?? '') ? [] : [{ name: tree.name ?? '', columns: null }];
  if (tree.op !== 'matmul') return (tree.args ?? []).flatMap((arg) => weightsIn(layer, arg));
  const [matrix, vector] = tree.args ?? [];
  const inner = vector ? weightsIn(layer, vector) : [];
  return matrix?.op === 'name' ? [{ name: matrix.name ?? '', columns: countOf(layer, leaf(vector)) }, ...inner] : inner;
}

/** x_t (64) @param {LayerInfo} layer @param {string} id @returns {Runs} */
export const sized = (layer, id) => [...symbolIn(layer, id), ...words(` (${countOf(layer, id)})`)];

/** "32 values; reads x_t (64) and h_{t−1} (32)" @param {LayerInfo} layer @param {string} id @returns {Runs} */
export function shapeOf(layer, id) {
  const inputs = inputsOf(layer, id);
  const count = words(`${countOf(layer, id)} values`);
  return inputs.length ? [...count, ...words('; reads '), ...listed(inputs.map((one) => sized(layer, one)))] : count;
}

/** "W_f 32 × 64, U_f 32 × 32, b_f 32": the trained numbers in a formula. @param {LayerInfo} layer @param {Tree | null | undefined} tree @returns {Runs} */
export function weightsOf(layer, tree) {
  const found = tree ? weightsIn(layer, tree) : [];
  return listed(found.map(({ name, columns }) => [nameSymbol(asRead(name, layer)), ...words(` ${layer.units}${columns === null ? '' : ` × ${columns}`}`)]));
}

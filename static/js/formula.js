/**
 * A declared formula as the service tells it: a tree of names, numbers and operations; explained, it has a value at every
 * node.
 */

/** @typedef {{ index: number, weight: number, input: number, product: number }} Term */
/**
 * @typedef {object} Tree
 * @property {string} op name, number, call, add, sub, mul, matmul; held: a valve held by `clamp`, around what it would be by itself
 * @property {string} [name]
 * @property {string} [fn]
 * @property {Tree[]} [args]
 * @property {number} [value]
 * @property {string} [source] where a name's value comes from: signal, state or parameter
 * @property {number} [count] terms of a product
 * @property {Term[]} [terms]
 * @property {string} [clamp]
 */
/** @typedef {{ state: string, keeps: Tree, writes: Tree }} Belt how a layer carries a state: state_t = keeps · state_{t−1} + writes, unit by unit */

/** @param {number} z */
const sigmoid = (z) => 0.5 * Math.tanh(0.5 * z) + 0.5; // as the core computes it: nothing overflows

/** @type {Record<string, (z: number) => number>} */
export const FUNCTIONS = { sigmoid, tanh: Math.tanh, exp: Math.exp, relu: (z) => Math.max(0, z) };

/** @type {Record<string, (a: number, b: number) => number>} */
export const OPERATIONS = { add: (a, b) => a + b, sub: (a, b) => a - b, mul: (a, b) => a * b };

/** The sum with what rounding lost on the way. @param {readonly number[]} values */
export function exactSum(values) {
  let [sum, lost] = [0, 0];
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** Every name in a tree, once each. @param {Tree | null | undefined} tree @returns {string[]} */
export const namesIn = (tree) => (tree ? [...new Set([...(tree.op === 'name' ? [tree.name ?? ''] : []), ...(tree.args ?? []).flatMap(namesIn)])] : []);

/** Whether something in a formula adds up a matrix's row. @param {Tree} tree @returns {boolean} */
export const adds = (tree) => tree.op === 'matmul' || (tree.args ?? []).some(adds);

/**
 * The same tree with other names.
 * @param {Tree} tree @param {(name: string) => string} rename
 * @returns {Tree}
 */
export const renamed = (tree, rename) => ({
  ...tree,
  ...(tree.name === undefined ? {} : { name: rename(tree.name) }),
  ...(tree.args ? { args: tree.args.map((arg) => renamed(arg, rename)) } : {}),
});

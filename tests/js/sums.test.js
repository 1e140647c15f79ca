/** The sum in each cell's formulas is taken apart whole: its terms add up to it, and with what is done to it, to the value. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { rowsOf, sumOf } from '../../static/js/sums.js';

/** @typedef {import('../../static/js/formula.js').Tree} Tree */

/** @param {string} name @param {number} value @param {string} source @returns {Tree} */
const leaf = (name, value, source) => ({ op: 'name', name, value, source });
/** @param {string} matrix @param {string} vector @param {[number, number][]} pairs weight and input @returns {Tree} */
const matmul = (matrix, vector, pairs) => ({
  op: 'matmul',
  args: [leaf(matrix, 0, 'parameter'), leaf(vector, 0, 'signal')],
  value: pairs.reduce((sum, [weight, input]) => sum + weight * input, 0),
  terms: pairs.map(([weight, input], index) => ({ index, weight, input, product: weight * input })),
});
/** @param {Tree[]} args @returns {Tree} */
const add = (...args) => ({ op: 'add', args, value: args.reduce((sum, { value = 0 }) => sum + value, 0) });
/** @param {string} fn @param {Tree} arg @returns {Tree} */
const call = (fn, arg) => ({ op: 'call', fn, args: [arg], value: Math.tanh(arg.value ?? 0) });
/** @param {Tree} one @param {Tree} other @returns {Tree} */
const mul = (one, other) => ({ op: 'mul', args: [one, other], value: (one.value ?? 0) * (other.value ?? 0) });

const wx = matmul('W_f', 'x', [[0.5, 2], [-1, 0.25]]);
const uh = matmul('U_f', 'h_prev', [[0.25, 4]]);
const bias = leaf('b_f', 0.125, 'parameter');

/** @param {Tree} tree */
const rows = (tree) => sumOf(tree).parts.flatMap(rowsOf);
/** @param {Tree} tree */
const products = (tree) => rows(tree).reduce((sum, { product }) => sum + product, 0);

test('a gate: weights, inputs and its bias', () => {
  const tree = call('tanh', add(wx, uh, bias));
  assert.deepEqual(rows(tree).map(({ part, index, weight }) => [part, index, weight]), [[wx, 0, 0.5], [wx, 1, -1], [uh, 0, 0.25], [bias, null, null]]);
  assert.equal(sumOf(tree).total, 1.875);
  assert.equal(products(tree), 1.875);
});

test('a peephole and what was added up before come in as they are', () => {
  const peephole = mul(leaf('p_f', -2, 'parameter'), leaf('c_prev', 0.75, 'state'));
  const tree = call('tanh', add(wx, uh, peephole, bias));
  assert.deepEqual(rows(tree)[3], { part: peephole, index: null, weight: null, input: null, product: -1.5 });
  assert.equal(products(tree), sumOf(tree).total);
  assert.equal(products(call('tanh', add(wx, bias, leaf('rh', 0.5, 'signal')))), 1.375);
});

test('a sum inside a product is added up', () => {
  const sum = add(uh, leaf('d_n', 0.25, 'parameter'));
  const tree = mul(leaf('r', 0.5, 'signal'), sum);
  assert.deepEqual(sumOf(tree), { sum, parts: sum.args, total: 1.25 });
  assert.equal(products(tree), 1.25);
  assert.equal(tree.value, 0.625);
});

test('a lone product of matrix and vector is a sum too', () => {
  assert.deepEqual(sumOf(call('tanh', wx)), { sum: wx, parts: [wx], total: 0.75 });
});

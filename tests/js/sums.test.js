/** The sum in each cell's formulas is taken apart whole: its terms add up to it, and with what is done to it, to the value. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { rowsOf, sumOf } from '../../static/js/sums.js';

/** @typedef {import('../../static/js/api.js').Tree} Tree */

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

/** @param {Tree} tree @param {number} [unit] */
const rows = (tree, unit = 1) => sumOf(tree).parts.flatMap((part) => rowsOf(part, unit));
/** @param {Tree} tree */
const products = (tree) => rows(tree).reduce((sum, { product }) => sum + product, 0);

test('a gate: weights, inputs and its bias', () => {
  const tree = call('tanh', add(wx, uh, bias));
  assert.deepEqual(rows(tree).map(({ name, index }) => [name, index]), [['x', 0], ['x', 1], ['h_prev', 0], ['b_f', null]]);
  assert.equal(sumOf(tree).total, 1.875);
  assert.equal(products(tree), 1.875);
});

test('a peephole adds its weight times the unit that it sees', () => {
  const tree = call('tanh', add(wx, uh, mul(leaf('p_f', -2, 'parameter'), leaf('c_prev', 0.75, 'state')), bias));
  assert.deepEqual(rows(tree, 7)[3], { name: 'c_prev', index: 7, weight: -2, input: 0.75, product: -1.5 });
  assert.equal(products(tree), sumOf(tree).total);
  assert.equal(sumOf(tree).total, 0.375);
});

test('what was added up before comes in as it is', () => {
  const tree = call('tanh', add(wx, bias, leaf('rh', 0.5, 'signal')));
  assert.deepEqual(rows(tree, 7)[3], { name: 'rh', index: 7, weight: null, input: 0.5, product: 0.5 });
  assert.equal(products(tree), 1.375);
});

test('a sum inside a product is added up, and its factor told', () => {
  const r = leaf('r', 0.5, 'signal');
  const tree = mul(r, add(uh, leaf('d_n', 0.25, 'parameter')));
  assert.deepEqual(sumOf(tree), { parts: [uh, leaf('d_n', 0.25, 'parameter')], total: 1.25, factors: [r] });
  assert.equal(products(tree), 1.25);
  assert.equal(tree.value, 0.625);
});

test('a lone product of matrix and vector is a sum too', () => {
  assert.deepEqual(sumOf(call('tanh', wx)), { parts: [wx], total: 0.75, factors: [] });
});

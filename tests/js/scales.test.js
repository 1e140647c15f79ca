/** Values to colours, bounds and text. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { hueOf, nameSymbol, symbolOf, symbolText } from '../../static/js/gates.js';
import { diverging, niceMax, percent, plain, sequential, signed } from '../../static/js/scales.js';

test('signed values are blue below zero, orange above, the same at both ends', () => {
  assert.equal(diverging(0, 1), 'var(--zero)');
  assert.equal(diverging(1, 1), 'var(--positive)');
  assert.equal(diverging(-1, 1), 'var(--negative)');
  assert.equal(diverging(7, 2), 'var(--positive)');
  assert.equal(diverging(0.35, 1), 'var(--positive-half)');
  assert.equal(diverging(-0.175, 1), 'color-mix(in srgb, var(--negative-half) 50%, var(--zero))');
  assert.equal(diverging(0.675, 1), 'color-mix(in srgb, var(--positive) 50%, var(--positive-half))');
});

test('a gate runs from empty to its hue', () => {
  assert.equal(sequential(0, 'forget'), 'var(--gate-zero)');
  assert.equal(sequential(0.25, 'output'), 'color-mix(in srgb, var(--output) 25%, var(--gate-zero))');
  assert.equal(sequential(1, 'input'), 'var(--input)');
});

test('bounds are round and hold every value', () => {
  assert.equal(niceMax([0.2, -0.93]), 1);
  assert.equal(niceMax([1.01]), 1.5);
  assert.equal(niceMax([-3.2, 2]), 4);
  assert.equal(niceMax([0.031]), 0.04);
  assert.equal(niceMax([71]), 80);
  assert.equal(niceMax([]), 1);
  assert.equal(niceMax([0, 0]), 1);
  for (let value = 0.001; value < 1000; value *= 1.37)
    assert.ok(niceMax([value]) >= value && niceMax([value]) <= 1.67 * value);
});

test('numbers for people have a true minus sign and no negative zero', () => {
  assert.equal(signed(0.914), '+0.91');
  assert.equal(signed(-0.42), '−0.42');
  assert.equal(signed(-0.0001), '0.00');
  assert.equal(plain(0.5), '0.50');
  assert.equal(plain(-3.1, 1), '−3.1');
  assert.equal(percent(0.714), '71 %');
  assert.equal(percent(0.0049), '< 1 %');
  assert.equal(percent(0), '0 %');
});

test('signals look as the field knows them', () => {
  /** @param {string} name @param {import('../../static/js/gates.js').Signal['role']} role @param {string} formula */
  const signal = (name, role, formula) => ({ name, role, formula });
  assert.equal(hueOf(signal('f', 'gate', '')), 'forget');
  assert.equal(hueOf(signal('fc', 'product', 'f * c_prev')), 'forget');
  assert.equal(hueOf(signal('g', 'candidate', '')), 'candidate');
  assert.equal(hueOf(signal('tanh_c', 'product', 'tanh(c)')), 'state');
  assert.equal(hueOf(signal('q', 'gate', '')), 'input');
  assert.equal(symbolText(symbolOf(signal('fc', 'product', 'f * c_prev'))), 'f ⊙ c_t−1');
  assert.equal(symbolText(symbolOf(signal('tanh_c', 'product', 'tanh(c)'))), 'tanh c_t');
  assert.deepEqual(nameSymbol('h_prev'), { text: 'h', sub: 't−1' });
  assert.deepEqual(nameSymbol('W_f'), { text: 'W', sub: 'f' });
});

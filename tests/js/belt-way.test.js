/** The way of the belt's picture from a moment to another: which moves, when, how fast, and which changes are cuts. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { layerOf } from './declared.js';
import { pictureOf } from '../../static/js/layout/index.js';
import { lengthOf, wayOf } from '../../static/js/views/belt/way.js';

const LAYER = layerOf('lstm', 32);
const LAYOUT = pictureOf(LAYER).layout?.({ width: 1200, height: 500 }, LAYER) ?? assert.fail();
const { carry, moves } = LAYOUT;

/** @param {number} t @param {number} phase */
const at = (t, phase) => ({ t, phase, unit: 0, layer: LAYER.name, signal: 'h' });
/** @param {[number, number]} from @param {[number, number]} to @param {number | null} [following] */
const way = (from, to, following = from[0] + 1) => wayOf(LAYOUT, at(...from), at(...to), following);
/** @param {number} phase */
const took = (phase) => lengthOf(moves[phase] ?? assert.fail());

test('a list of moves takes until its last one has ended', () => {
  assert.equal(lengthOf([]), 0);
  assert.equal(lengthOf([{ kind: 'tread', at: 100, ms: 300 }, { kind: 'rows', at: 0, ms: 250 }]), 400);
});

test('the next phase plays as declared, several go twice as fast, one after another', () => {
  assert.deepEqual(way([0, 0], [0, 1]), { leaving: [], back: false, parts: [{ phase: 1, moves: moves[1], start: 0, pace: 1 }] });
  assert.deepEqual(way([0, 0], [0, 3])?.parts, [
    { phase: 1, moves: moves[1], start: 0, pace: 0.5 },
    { phase: 2, moves: moves[2], start: took(1) / 2, pace: 0.5 },
    { phase: 3, moves: moves[3], start: (took(1) + took(2)) / 2, pace: 0.5 },
  ]);
});

test('the next word is carried to first, at its own pace, with what the belt held', () => {
  const carried = { phase: null, moves: carry, start: 0, pace: 1 };
  assert.deepEqual(way([0, 5], [1, 0]), { leaving: carry, back: false, parts: [carried, { phase: 0, moves: moves[0], start: lengthOf(carry), pace: 1 }] });
  assert.deepEqual(way([0, 5], [1, 1])?.parts, [
    carried,
    { phase: 0, moves: moves[0], start: lengthOf(carry), pace: 0.5 },
    { phase: 1, moves: moves[1], start: lengthOf(carry) + took(0) / 2, pace: 0.5 },
  ]);
  assert.ok(lengthOf(carry) > 0);
  assert.deepEqual(way([4, 5], [3, 0], 3)?.leaving, carry, 'a layer may read from the end');
});

test('a phase back takes back what it showed', () => {
  assert.deepEqual(way([2, 3], [2, 2]), { leaving: moves[3], back: true, parts: [] });
});

test('everything else is a cut', () => {
  for (const to of /** @type {[number, number][]} */ ([[2, 3], [2, 1], [1, 5], [4, 0]])) assert.equal(way([2, 3], to), null, String(to));
  assert.equal(way([2, 3], [3, 0], null), null);
  assert.equal(way([2, 3], [3, 0], 1), null);
});

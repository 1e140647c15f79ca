import assert from 'node:assert/strict';
import { test } from 'node:test';

import { heldBy, heldRuns, parseClamp, tellHeld } from '../../static/js/clamps.js';
import { explain } from '../../static/js/explain.js';
import { TraceData } from '../../static/js/trace.js';

test('a clamp is read as the core writes it', () => {
  assert.deepEqual(parseClamp('layer0.f[0,4-7]@2=0.5'), {
    written: 'layer0.f[0,4-7]@2=0.5', layer: 'layer0', gate: 'f', units: [[0, 0], [4, 7]], steps: [[2, 2]], value: 0.5,
  });
  assert.deepEqual(parseClamp('backward.i=1e-05'), { written: 'backward.i=1e-05', layer: 'backward', gate: 'i', units: null, steps: null, value: 1e-5 });
  assert.throws(() => parseClamp('f wide open'), RangeError);
});

test('a clamp holds its units at its steps, and a later one wins', () => {
  const clamps = ['layer0.f=1', 'layer0.f[2-3]@4-5,7=0', 'layer0.i[1]=0.5'].map(parseClamp);
  /** @param {string} gate @param {number} unit @param {number} t */
  const held = (gate, unit, t) => heldBy(clamps, 'layer0', gate, unit, t)?.value;
  assert.deepEqual([held('f', 2, 3), held('f', 2, 4), held('f', 3, 7), held('f', 3, 6), held('f', 4, 4)], [1, 0, 0, 1, 1]);
  assert.deepEqual([held('i', 1, 0), held('i', 2, 0), held('o', 1, 0)], [0.5, undefined, undefined]);
  assert.equal(heldBy(clamps, 'layer1', 'f', 2, 4), null);
});

test('neighbours that one clamp holds are told together', () => {
  const clamps = ['layer0.f=1', 'layer0.f[2-3]@4=-0.5'].map(parseClamp);
  /** @param {number} t */
  const told = (t) => tellHeld(heldRuns(clamps, 'layer0', 'f', t, 6), 6);
  assert.deepEqual([told(4), told(5)], ['units 0–1 at 1, units 2–3 at −0.5, units 4–5 at 1', 'all units at 1']);
  assert.deepEqual(heldRuns(clamps, 'layer0', 'i', 4, 6), []);
});

test('a held gate is told around what it would be by itself', () => {
  const trace = TraceData.fromDocument({
    model: { name: 'small', task: 'next-word', sha256: '' }, text: 'dog', clamps: ['layer0.f[1]=1'], tokens: [{ text: 'dog', known: true }],
    layers: [{ name: 'layer0', cell: 'any', direction: 'forward', units: 2, initial: { c: [2, 2] }, signals: { x: [[3]], f: [[0.5, 1]], c: [[1, 2]] } }], top: [[]],
  });
  const x = { op: 'matmul', args: [{ op: 'name', name: 'W_f' }, { op: 'name', name: 'x' }] };
  const f = { op: 'call', fn: 'sigmoid', args: [x] };
  const c = { op: 'mul', args: [{ op: 'name', name: 'f' }, { op: 'name', name: 'c_prev' }] };
  const layer = /** @type {any} */ ({ name: 'layer0', signals: [{ name: 'x', tree: null }, { name: 'f', tree: f }, { name: 'c', tree: c }] });
  /** @param {number} unit @param {string} signal */
  const tree = (unit, signal) => explain({ trace, layer, weights: { W_f: [0.25] }, clamps: ['layer0.f[1]=1'], t: 0, unit }).signals.find((one) => one.signal === signal)?.tree;
  const own = { ...f, value: 0.5 * Math.tanh(0.375) + 0.5, args: [{ ...x, value: 0.75, count: 1 }] };
  assert.deepEqual(tree(0, 'f'), own);
  assert.deepEqual(tree(1, 'f'), { op: 'held', value: 1, clamp: 'layer0.f[1]=1', args: [own] });
  assert.deepEqual(tree(1, 'c')?.args?.map(({ value, source }) => [value, source]), [[1, 'signal'], [2, 'state']]);
  assert.equal(tree(1, 'c')?.value, 2);
});

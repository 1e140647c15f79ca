import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decode, TraceData } from '#js/trace.js';

const START = {
  model: { name: 'm', task: 'next-word', sha256: '' }, text: 'a b', clamps: [],
  tokens: [{ text: 'a', known: true }, { text: 'b', known: false }],
  layers: [{ name: 'layer0', cell: 'lstm', direction: 'forward', units: 2, initial: { h: [0, 0], c: [0.5, -0.5] } }],
  layout: [{ layer: 'layer0', signal: 'x', units: 3 }, { layer: 'layer0', signal: 'c', units: 2 }],
};

const base64 = (...values) => Buffer.from(new Float32Array(values).buffer).toString('base64');

test('a block is little-endian float32, to the bit', () => {
  assert.deepEqual([...decode(base64(0.1, -3.5, 1e-30))], [0.1, -3.5, 1e-30].map(Math.fround));
});

test('values are found by layer, signal and step; step −1 is the initial state', () => {
  const trace = new TraceData(START);
  trace.push(0, decode(base64(1, 2, 3, 4, 5)), [['b', 0.5]]);
  assert.deepEqual([...trace.values('layer0', 'x', 0)], [1, 2, 3]);
  assert.deepEqual([...trace.values('layer0', 'c', 0)], [4, 5]);
  assert.deepEqual([...trace.values('layer0', 'c', -1)], [0.5, -0.5]);
  assert.deepEqual([trace.length, trace.total], [1, 2]);
  assert.throws(() => trace.values('layer0', 'c', 1), RangeError);
  assert.throws(() => trace.values('layer0', 'f', 0), RangeError);
  assert.deepEqual([trace.top(0), trace.top(1)], [[['b', 0.5]], []]);
});

test('a step that comes twice after a reconnection is taken once', () => {
  const trace = new TraceData(START);
  trace.push(0, decode(base64(1, 2, 3, 4, 5)), []);
  trace.push(0, decode(base64(9, 9, 9, 9, 9)), []);
  trace.push(1, decode(base64(1, 1, 1, 1, -7)), []);
  assert.equal(trace.length, 2);
  assert.deepEqual([...trace.values('layer0', 'c', 0)], [4, 5]);
  assert.equal(trace.max('layer0', 'c'), 8);
});

test('a document and a stream hold the same', () => {
  const [layer] = START.layers;
  const whole = { ...START, layers: [{ ...layer, signals: { x: [[1, 2, 3]], c: [[4, 5]] } }], top: [[['b', 0.5]]] };
  const trace = TraceData.fromDocument(whole);
  assert.deepEqual(trace.layout, START.layout);
  assert.deepEqual([...trace.values('layer0', 'c', 0)], [4, 5]);
  assert.deepEqual(trace.top(0), [['b', 0.5]]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decode, TraceData } from '../../static/js/trace.js';

const START = {
  model: { name: 'm', task: 'next-word', sha256: '' }, text: 'a b', clamps: [],
  tokens: [{ text: 'a', known: true }, { text: 'b', known: false }],
  layers: [{ name: 'layer0', kind: 'recurrent', cell: 'lstm', direction: 'forward', units: 2, initial: { h: [0, 0], c: [0.5, -0.5] } }],
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

const state = (name, more) => ({ name, kind: 'recurrent', cell: 'lstm', direction: 'forward', units: 1, initial: { h: [0.5], c: [-0.5] }, ...more });

test('before is the row that the layer read before, whichever way it reads', () => {
  const whole = {
    ...START, top: [[], []],
    layers: [{ ...state('forward'), signals: { c: [[1], [2]] } }, { ...state('backward', { direction: 'backward' }), signals: { c: [[3], [4]] } }],
  };
  const trace = TraceData.fromDocument(whole);
  const before = (layer) => [0, 1].map((t) => trace.before(layer, 'c', t)[0]);
  assert.deepEqual(before('forward'), [-0.5, 1]);
  assert.deepEqual(before('backward'), [4, -0.5]);
  assert.deepEqual([trace.following('forward', 1), trace.following('backward', 1), trace.following('backward', 0)], [null, 0, null]);
  assert.equal(trace.below('backward'), null);
});

test('layers with spans share one time line, and a block holds those at work', () => {
  const tokens = [{ text: 'a', known: true }, { text: 'b', known: true }, { text: 'x', known: true, role: 'output' }, { text: '⏹', known: true, role: 'output' }];
  const layers = [state('encoder', { span: [0, 2] }), state('decoder', { span: [2, 4], initial: { h: [0], c: [2] } })];
  const rows = [{ x: [[1, 1], [2, 2]], c: [[1], [2]] }, { x: [[3], [4]], c: [[30], [40]] }];
  const answer = { text: 'x', stopped: 'end', top: [] };
  const whole = { ...START, tokens, answer, layers: layers.map((layer, k) => ({ ...layer, signals: rows[k] })), top: [[], [], [['x', 0.9]], [['⏹', 0.8]]] };
  const layout = [['encoder', 'x', 2], ['encoder', 'c', 1], ['decoder', 'x', 1], ['decoder', 'c', 1]].map(([layer, signal, units]) => ({ layer, signal, units }));
  const streamed = new TraceData({ ...START, tokens, answer, layers, layout });
  for (const [t, block] of [[1, 1, 1], [2, 2, 2], [3, 30], [4, 40]].entries()) streamed.push(t, decode(base64(...block)), whole.top[t]);
  for (const trace of [streamed, TraceData.fromDocument(whole)]) {
    assert.deepEqual([...trace.values('encoder', 'x', 1)], [2, 2]);
    assert.deepEqual([...trace.values('decoder', 'c', 2)], [30]);
    assert.deepEqual([trace.before('encoder', 'c', 0)[0], trace.before('decoder', 'c', 2)[0], trace.before('decoder', 'c', 3)[0]], [-0.5, 2, 30]);
    assert.throws(() => trace.values('encoder', 'c', 2), RangeError);
    assert.equal(trace.max('decoder', 'c'), 40);
    assert.deepEqual([0, 1, 2, 3].map((t) => trace.read(t < 2 ? 'encoder' : 'decoder', t).text), ['a', 'b', '⏹', 'x']);
    assert.equal(trace.answer.stopped, 'end');
  }
});

test('a layer of a stack reads the h of the one below', () => {
  const trace = new TraceData({ ...START, layers: [state('layer0'), state('layer1')] });
  assert.deepEqual([trace.below('layer0'), trace.below('layer1').name], [null, 'layer0']);
  const letters = new TraceData({ ...START, layers: [state('letters', { kind: 'convolution' }), state('layer0')] });
  assert.equal(letters.below('layer0'), null);
});

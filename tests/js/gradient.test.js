/**
 * The geometry of what moves a prediction, and what is read out of a source's answer.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { linesOf, rowsOf, vanished } from '../../static/js/gradients.js';
import { neighbour } from '../../static/js/dock/gradient.js';
import { arcOf, columnsOf, decadesOf, normText, powerOf } from '../../static/js/layout/gradient.js';
import { factorOf, sentenceOf } from '../../static/js/views/dock/gradient/index.js';
import { rangeOf } from '../../static/js/views/dock/gradient/map.js';

test('columns fill the room, and are no narrower than a word can be read', () => {
  const few = columnsOf(10, 661);
  assert.deepEqual([few.width, few.column, few.x(0), few.x(9)], [661, 60, 76, 616]);
  const many = columnsOf(200, 646);
  assert.deepEqual([many.width, many.column], [46 + 200.25 * 40, 40]);
});

test('an arc begins at the word and ends at what is said', () => {
  const path = arcOf(10, 80, 210, 20);
  assert.ok(path.startsWith('M10.0 80.0C10.0 ') && path.endsWith(' 210.0 20.0'), path);
});

test('an axis of decades holds every value above 0', () => {
  assert.deepEqual(decadesOf([0.02, 4, null, 0]), { low: -2, high: 1, ticks: [1, 0, -1, -2] });
  assert.deepEqual(decadesOf([]), { low: 0, high: 1, ticks: [1, 0] });
  const deep = decadesOf([1e-30, 1]);
  assert.deepEqual([deep.low, deep.high, deep.ticks.length], [-30, 1, 5]);
  assert.equal(decadesOf([1e-300, 1]).low, -39);
});

test('powers and norms are written as people write them', () => {
  assert.deepEqual([2, 0, -2, -3, 12].map(powerOf), ['100', '1', '0.01', '10⁻³', '10¹²']);
  assert.deepEqual([0, 2.857, 12.34, 0.0457, 123.4, 1.26e-9].map(normText), ['0', '2.86', '12.3', '0.0457', '123', '1.3·10⁻⁹']);
});

const LSTM = { name: 'layer0', belt: 'c', norms: { x: [1], h: [2], c: [3], direct: [0.5], rest: [2.5] } };
const RNN = { name: 'layer0', belt: null, norms: { x: [1], h: [2] } };

test('the lines of a layer are its belt whole and alone, or its hidden state', () => {
  const lines = (/** @type {any} */ layer) => linesOf({ model: 'm', t: 0, symbol: 's', words: [1], strongest: null, layers: [layer] }, 'layer0', 'M: ');
  assert.deepEqual(lines(LSTM).map(({ label, values }) => [label, values[0]]), [['M: by c', 3], ['M: along the belt alone', 0.5]]);
  assert.deepEqual(lines(RNN).map(({ label, values }) => [label, values[0]]), [['M: by h', 2]]);
});

test('a map is read back row by row', () => {
  const data = Buffer.from(Float32Array.from([1, 0, 2, 3]).buffer).toString('base64');
  const rows = rowsOf({ by: 'words', unit: null, targets: [], values: { shape: [2, 2], data } });
  assert.deepEqual(rows.map((row) => [...row]), [[1, 0], [2, 3]]);
  assert.deepEqual(rangeOf([{ t: 1, symbol: '', values: Float32Array.from([0.5, 20, 0]) }]), [-1, 2]);
  assert.deepEqual(rangeOf([{ t: 1, symbol: '', values: Float32Array.from([1e-20, 20]) }]), [-4, 2]);
});

test('the sentence says which word it is, and how far back', () => {
  const picture = { words: ['in', 'France', 'and', 'speaks'], said: [], t: 3, symbol: 'French', norms: [0.1, 2.857, 1, 5], strongest: 1, lines: [] };
  assert.equal(sentenceOf(picture, 'word'), 'Of all before it, “France”, 2 words back, moves “French” most: 2.86.');
  assert.equal(sentenceOf({ ...picture, t: 0, strongest: null }, 'word'), 'Nothing is read before “in”, so nothing else can move “French”.');
});

test('beside a model stands one of its group with other states', () => {
  const entry = (/** @type {string} */ name, /** @type {string[]} */ states, group = 'g') => /** @type {any} */ ({ name, group, layers: [{ states }] });
  const [lstm, rnn, gru] = [entry('lstm', ['h', 'c']), entry('rnn', ['h']), entry('gru', ['h'])];
  assert.equal(neighbour(lstm, [entry('other', ['h'], 'x'), rnn, gru]), 'rnn');
  assert.equal(neighbour(rnn, [gru, lstm]), 'lstm');
  assert.equal(neighbour(lstm, [entry('peephole', ['h', 'c'])]), '');
});

test('a slider of quarter doublings, and what comes of it', () => {
  assert.deepEqual([-8, -2, 0, 3, 8].map(factorOf), [0.25, 0.707, 1, 1.682, 4]);
  const line = (/** @type {(number | null)[]} */ values) => ({ name: '', label: '', hue: '', values });
  assert.equal(vanished(line([2, 3]), line([0.5, 3]), 0.5), 'At the first step the norm is 0.500, with the model’s own weights 2.00: 1 part in 4.00.');
  assert.equal(vanished(line([2, 3]), line([50, 3]), 2), 'At the first step the norm is 50.0, with the model’s own weights 2.00: 25.0 times.');
});

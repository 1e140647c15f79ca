import assert from 'node:assert/strict';
import { test } from 'node:test';

import { lstm } from '../../static/js/layout/lstm.js';
import { magnitude, mean, shareOf } from '../../static/js/narration/measures.js';
import { sentenceOf } from '../../static/js/narration/told.js';
import { Player } from '../../static/js/player.js';

const SIGNALS = {
  c: { '-1': [2, -2], 0: [1.5, -0.25] }, h: { '-1': [0, 0], 0: [0.5, -0.1] }, f: { 0: [0.75, 0.125] }, i: { 0: [0.5, 1] },
  fc: { 0: [1.5, -0.25] }, g: { 0: [-0.4, 0.4] }, ig: { 0: [0, 0.4] }, tanh_c: { 0: [0.9, -0.3] },
};
const trace = {
  layers: [{ name: 'layer0', kind: 'recurrent', cell: 'lstm', direction: 'forward' }], read: () => trace.tokens[0], previous: () => null, below: () => null, backward: () => false,
  tokens: [{ text: 'dog', known: false }], top: () => [['barks', 0.61], ['.', 0.2]],
  values: (layer, signal, t) => Float32Array.from(SIGNALS[signal][t]), before: (layer, signal, t) => trace.values(layer, signal, t - 1),
};
const moment = { t: 0, unit: 1 };
const says = (name) => sentenceOf(lstm.phases.find((phase) => phase.name === name), { trace, model: READER, layer: { name: 'layer0' }, moment });
const READER = { name: 'reader', reads: 'words', task: 'next-word', layers: [], letters: { width: 3, filters: 4 }, outputs: [], symbols: [] };

test('sums of magnitudes and means', () => {
  assert.equal(magnitude([1, -2, 0.5]), 3.5);
  assert.equal(mean(Float32Array.from([1, 2, 6])), 3);
  assert.equal(shareOf([1, -1], [4, -4, 0]), 0.25);
  assert.equal(shareOf([0], [0]), 0, 'nothing is left of nothing');
});

test('each phase is told from the numbers', () => {
  assert.match(says('read'), /“dog” is not in the word table.*nothing is remembered yet/);
  assert.equal(says('forget'), 'The forget gate kept 44 % of the memory; it was most closed at unit 1 (0.13).');
  assert.equal(says('write'), 'The input gate let in 50 % of the candidate; unit 1 writes most: +0.40.');
  assert.equal(says('update'), 'What was kept and what was written add up: unit 1 goes from −2.00 to −0.25.');
  assert.equal(says('reveal'), 'The output gate reveals 50 % of the squashed memory; unit 0 speaks loudest: +0.50.');
  assert.equal(says('predict'), 'Next word: “barks” with 61 %, then “.” with 20 %.');
});

test('play moves on until there is no more, and stop takes it at once', async () => {
  let moves = 0;
  const states = [];
  const player = new Player((playing) => states.push(playing));
  const move = async () => ((moves += 1) < 3 ? 0 : null);
  await player.play(move);
  assert.deepEqual([moves, states, player.playing], [3, [true, false], false]);
  moves = -100;
  const running = player.play(move);
  player.stop();
  await running;
  assert.equal(moves, -99, 'the move that had begun was the last');
});

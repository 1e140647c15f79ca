import assert from 'node:assert/strict';
import { test } from 'node:test';

import { besideOf, following, saidBeside } from '../../static/js/beside.js';
import { choicesFor, namesOf, pairOf, tellPair, tellWhole } from '../../static/js/compared.js';
import { pairsFor } from '../../static/js/pairs.js';
import { RunRequest } from '../../static/js/run-request.js';
import { TraceData } from '../../static/js/trace.js';

const run = (model, text, ...clamps) => new RunRequest(model, text, clamps);
const entry = (name, more = {}) => ({ name, title: name.toUpperCase(), reads: 'words', task: 'next-word', symbols: [], ...more });
const models = [entry('a'), entry('b'), entry('c', { task: 'class' }), entry('letters', { reads: 'letters' })];

test('what stands beside goes along with the text, and leaves with its model', () => {
  const beside = String(run('b', 'one two'));
  assert.equal(following(beside, run('a', 'one two'), run('a', 'three')), String(run('b', 'three')));
  assert.equal(following(beside, run('a', 'four'), run('a', 'three')), beside, 'another text stays what it is');
  assert.equal(following(beside, run('a', 'one two'), run('c', 'one two')), beside);
  assert.equal(following(String(run('a', 'one two')), run('a', 'one two', 'layer0.f=0'), run('c', 'one two')), '');
  assert.equal(following(String(run('a', 'one two')), run('a', 'one two', 'layer0.f=0'), run('a', 'one two')), '', 'it is the run itself');
  assert.equal(following('', run('a', 'x'), run('a', 'y')), '');
});

test('what can stand beside a run: itself with nothing held, those that read the same, pairs of texts', () => {
  const groups = choicesFor(models, models[0], run('a', 'one', 'layer0.f=0'));
  assert.deepEqual(groups.map(({ choices }) => choices.length), [1, 2, pairsFor(models[0]).length]);
  assert.equal(String(groups[0].choices[0].against), String(run('a', 'one')));
  assert.deepEqual(groups[1].choices.map(({ label }) => label), ['B', 'C']);
  assert.equal(groups[2].choices[0].run.model, 'a');
  assert.equal(choicesFor(models, models[0], run('a', 'one')).length, 2, 'nothing is held');
  assert.equal(choicesFor([entry('l', { reads: 'letters', symbols: ['x'] }), entry('m', { reads: 'letters', symbols: ['y'] })], entry('l', { reads: 'letters' }), run('l', 'x')).length, 0, 'the other lacks its letters');
});

test('two runs are called by what differs between them', () => {
  assert.deepEqual(namesOf(run('a', 'x'), run('b', 'x'), models), { run: 'A', other: 'B' });
  assert.deepEqual(namesOf(run('a', 'x'), run('a', 'y'), models), { run: 'this text', other: 'the other text' });
  assert.deepEqual(namesOf(run('a', 'x', 'layer0.f=0'), run('a', 'x'), models), { run: 'as it is held', other: 'its own' });
});

const said = (a, b, p, q) => ({ a, b, differs: a !== b, distance: 0.25, words: a === b ? [[a, p, q]] : [[a, p, 0.1], [b, 0.1, q]] });
const comparison = (more = {}) => ({
  a: { model: { task: 'next-word' }, tokens: [{ text: 'not' }, { text: 'good' }] }, b: { model: { task: 'next-word' }, tokens: [{ text: 'good' }] },
  pairs: [{ a: 0, b: null, same: false }, { a: 1, b: 0, same: true }], said: [null, said('bad', 'fine', 0.6, 0.7)], parts: 1, answer: null, ...more,
});

test('what changed is told of the present pair and of the whole', () => {
  const both = comparison();
  assert.equal(pairOf(both, 1), 1);
  assert.equal(tellPair(both, 1, { task: 'next-word', other: 'the other text' }), 'After “good” it says “bad” (60 %); the other text says “fine” (70 %). Their distributions lie 0.25 apart, where 0 is the same and 1 nothing in common.');
  assert.equal(tellPair(both, 0, { task: 'next-word', other: 'x' }), '');
  assert.equal(tellWhole(both, models[0]), 'They part at word 2, “good”, and say something else at 1 of 1 words.');
  const alike = comparison({ said: [null, said('bad', 'bad', 0.6, 0.7)], parts: null });
  assert.match(tellPair(alike, 1, { task: 'next-word', other: 'x' }), /^After “good” both say “bad”: 60 % here, 70 % there\./);
  assert.equal(tellWhole(alike, models[0]), 'They say the same all the way.');
});

const traceOf = (sha256, words, tops) => TraceData.fromDocument({
  model: { name: 'm', task: 'next-word', sha256 }, text: words.join(' '), clamps: [], tokens: words.map((text) => ({ text, known: true })),
  layers: [{ name: 'layer0', kind: 'recurrent', cell: 'rnn', direction: 'forward', units: 1, initial: { h: [0] }, signals: { h: words.map((_, t) => [t]) } }], top: tops,
});

test('the same words stand for each other at once, others once they are aligned', () => {
  const [a, b] = [traceOf('1', ['x', 'y'], [[['p', 0.9]], [['q', 0.8]]]), traceOf('1', ['x', 'y'], [[['p', 0.7]], [['r', 0.6]]])];
  const other = besideOf(a, { trace: b, request: run('m', 'x y'), model: undefined, comparison: null });
  assert.deepEqual([other.twin, other.step(0), other.step(1), other.step(2)], [true, 0, 1, null]);
  assert.deepEqual(saidBeside(a, other, 1), { says: 'r', p: 0.6, of: new Map([['r', 0.6]]) });
  const short = traceOf('2', ['y'], [[['q', 0.5]]]);
  const apart = { trace: short, request: run('n', 'y'), model: undefined };
  assert.equal(besideOf(a, { ...apart, comparison: null }).step(1), null);
  const aligned = besideOf(a, { ...apart, comparison: { pairs: [{ a: 0, b: null, same: false }, { a: 1, b: 0, same: true }], said: [null, { words: [['q', 0.8, 0.5], ['z', 0.1, null]] }] } });
  assert.deepEqual([aligned.twin, aligned.step(0), aligned.step(1)], [false, null, 0]);
  assert.deepEqual(saidBeside(a, aligned, 1), { says: 'q', p: 0.5, of: new Map([['q', 0.5], ['z', null]]) });
});

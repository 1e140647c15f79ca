import assert from 'node:assert/strict';
import { test } from 'node:test';

import { linear, niceTicks, pathOf } from '../../static/js/plot.js';
import { figureText, tablesOf } from '../../static/js/scores.js';
import { digitsOf, forecasts, numberOf, rootMeanSquare, withPoints } from '../../static/js/series.js';
import { lstm } from '../../static/js/layout/lstm.js';
import { endedAs } from '../../static/js/layout/step.js';
import * as step from '../../static/js/narration/step.js';
import { toldOf } from '../../static/js/narration/told.js';
import { TraceData } from '../../static/js/trace.js';
import { endOf } from '../../static/js/views/output/generated.js';
import { shareOf } from '../../static/js/views/output/verdict.js';

const { heightOf, voiceOf } = step;
const told = (trace, { t, layer }, model) => toldOf({ trace, model, layer: { name: layer }, moment: { t, unit: 0 } });
const tellRead = (...at) => step.tellRead(told(...at));
const tellSays = (...at) => step.tellSays(told(...at));

const layer = (name, more = {}) => ({ name, kind: 'recurrent', cell: 'lstm', direction: 'forward', units: 1, initial: { h: [0] }, ...more });

/** A trace with one number a layer and step. */
function traceOf(task, words, layers, top, answer = null) {
  const tokens = words.map((text) => (text.startsWith('>') ? { text: text.slice(1), known: true, role: 'output' } : { text, known: text !== 'qz' }));
  const rows = layers.map((one) => {
    const [from, to] = one.span ?? [0, words.length];
    return { ...one, signals: { h: Array.from({ length: to - from }, (_, t) => [t]) } };
  });
  return TraceData.fromDocument({ model: { name: 'm', task, sha256: '' }, text: words.join(' '), clamps: [], tokens, layers: rows, top, answer });
}

const model = (task, reads, more = {}) => ({ name: 'm', task, reads, letters: null, layers: [], symbols: [], outputs: [], ...more });

test('a chart has round ticks, and gaps where nothing is known', () => {
  assert.deepEqual(niceTicks(16.4, 23.5, 4), [16, 18, 20, 22, 24]);
  assert.deepEqual(niceTicks(-0.3, 0.2, 4), [-0.4, -0.2, 0, 0.2]);
  assert.equal(niceTicks(5, 5, 4).length >= 2, true);
  assert.equal(linear(0, 10, 100, 200)(2.5), 125);
  assert.equal(pathOf([{ x: 0, y: 1 }, { x: 2, y: 3 }, null, { x: 4, y: 5 }]), 'M0.0 1.0L2.0 3.0M4.0 5.0');
});

test('a series is read as it was typed', () => {
  assert.deepEqual(['12', '−3.5', '+4', '1e3'].map(numberOf), [12, -3.5, 4, 1000]);
  assert.deepEqual([['1', '2.25', '3.5'], ['1', '2']].map((texts) => digitsOf(texts.map((text) => ({ text })))), [2, 1]);
  assert.equal(rootMeanSquare([3, -4]), Math.sqrt(12.5));
});

test('scores are tables, whatever was measured', () => {
  const scores = { exact: 0.5, at: { 5: 1, 10: 0.9 }, series: { CO2: { model: 1.5, last: 2 }, Nile: { model: -3, order: 2 } }, unit: { name: 'c', named: true } };
  assert.deepEqual(tablesOf(scores), [
    { title: '', columns: [], rows: [{ name: 'exact', figures: [0.5] }] },
    { title: 'at', columns: [], rows: [{ name: '5', figures: [1] }, { name: '10', figures: [0.9] }] },
    { title: 'series', columns: ['model', 'last', 'order'], rows: [{ name: 'CO2', figures: [1.5, 2, undefined] }, { name: 'Nile', figures: [-3, undefined, 2] }] },
    { title: 'unit', columns: [], rows: [{ name: 'name', figures: ['c'] }, { name: 'named', figures: [true] }] },
  ]);
  assert.deepEqual(tablesOf({}), []);
  assert.deepEqual([0.25, -3, 'c', true, false, undefined, null].map(figureText), ['0.25', '−3', 'c', 'yes', 'no', '', '']);
});

test('decimal commas are noticed, and commas between numbers are not', () => {
  assert.equal(withPoints('3,5\n3,75\n-4,0\n'), '3.5\n3.75\n-4.0\n');
  assert.equal(withPoints('3,5; 4; 4,5'), '3.5; 4; 4.5');
  for (const text of ['1,2,3,4', '1, 2, 3', '3,5', '3.5,4.5 6,7', '3,5 two', '1 2 3,5']) assert.equal(withPoints(text), null, text);
});

test('a forecast is told against what came, and against the last value', () => {
  const trace = traceOf('forecast', ['4', '5', '7'], [layer('layer0')], [[['next', 4.5]], [['next', 6.25]], [['next', 8]]]);
  assert.deepEqual(forecasts(trace), { read: [4, 5, 7], came: [4, 5, 7], made: [4.5, 6.25, 8] });
  const reader = model('forecast', 'numbers');
  assert.equal(tellSays(trace, { t: 1, layer: 'layer0' }, reader), 'Forecast of the next number: 6.3; 7.0 came, so it is −0.8 off, the last value −2.0.');
  assert.equal(tellSays(trace, { t: 2, layer: 'layer0' }, reader), 'Forecast of the next number: 8.0; what comes is not known yet.');
  assert.match(tellRead(trace, { t: 0, layer: 'layer0' }, reader), /^“4” is read as its step and its level.*the first number: nothing is remembered yet\.$/);
});

test('letters are told by name', () => {
  const trace = traceOf('next-letter', ['a', ' '], [layer('layer0')], [[[' ', 0.75], ['b', 0.25]], [['↵', 1]]]);
  const reader = model('next-letter', 'letters');
  assert.equal(tellSays(trace, { t: 0, layer: 'layer0' }, reader), 'Next letter: a space with 75 %, then “b” with 25 %.');
  assert.equal(tellRead(trace, { t: 1, layer: 'layer0' }, reader), 'A space is looked up in the table of letters; joined with the hidden state of the letter before.');
});

test('a decoder reads what it said, and tells when it stops and why', () => {
  const spans = [layer('encoder', { span: [0, 2] }), layer('decoder', { span: [2, 4] })];
  const said = [[], [], [['x', 0.9], ['y', 0.1]], [['⏹', 1]]];
  const trace = traceOf('transduce', ['a', 'qz', '>x', '>⏹'], spans, said, { text: 'x', stopped: 'end', top: [] });
  const words = model('transduce', 'words');
  assert.deepEqual([voiceOf(trace, 'encoder', 1), voiceOf(trace, 'decoder', 2)], ['reads', 'says']);
  assert.match(tellSays(trace, { t: 0, layer: 'encoder' }, words), /^Nothing is said yet: the states are handed on to the next word;/);
  assert.match(tellSays(trace, { t: 1, layer: 'encoder' }, words), /^All of the sentence is read: the decoder begins with these states/);
  assert.deepEqual(['encoder', 'decoder'].map((name) => endedAs(lstm.phases, trace, name).at(-1)?.title), ['Hand over', 'Predict']);
  assert.equal(endedAs(lstm.phases, trace, 'encoder'), endedAs(lstm.phases, trace, 'encoder'), 'one object, so that nothing is drawn again');
  assert.match(tellRead(trace, { t: 1, layer: 'encoder' }, words), /“qz” is not in the word table, so nothing is read from it/);
  assert.match(tellRead(trace, { t: 2, layer: 'decoder' }, words), /takes over the last states of the encoder/);
  assert.match(tellRead(trace, { t: 3, layer: 'decoder' }, words), /what it has just said, “x”/);
  assert.equal(tellSays(trace, { t: 2, layer: 'decoder' }, words), 'It says “x” with 90 %; “y” had 10 %.');
  assert.equal(tellSays(trace, { t: 3, layer: 'decoder' }, words), 'It says the sign for the end with 100 %. With that it stops.');
  assert.match(endOf({ text: 'x', stopped: 'end', top: [] }, 2), /stopped by itself: at step 2/);
  assert.match(endOf({ text: 'x', stopped: 'limit', top: [] }, 24), /was stopped: 24 steps are the limit/);
  const stopped = traceOf('transduce', ['a', '>x'], [layer('encoder', { span: [0, 1] }), layer('decoder', { span: [1, 2] })], [[], [['x', 1]]], { text: 'x', stopped: 'limit', top: [] });
  assert.match(tellSays(stopped, { t: 1, layer: 'decoder' }, words), /the limit is reached\.$/);
});

test('a classifier speaks once both ends have been there', () => {
  const ends = [layer('forward'), layer('backward', { direction: 'backward' })];
  const top = [[['good', 0.75], ['bad', 0.25]], [['bad', 0.5], ['good', 0.5]]];
  const trace = traceOf('class', ['so', 'fine'], ends, top, { text: 'good', stopped: null, top: top[0] });
  const both = model('class', 'words', { outputs: ['bad', 'good'] });
  assert.deepEqual([voiceOf(trace, 'forward', 0), voiceOf(trace, 'backward', 0)], ['waits', 'says']);
  assert.deepEqual(['forward', 'backward'].map((name) => endedAs(lstm.phases, trace, name).at(-1)?.name), ['hand over', 'predict']);
  assert.match(tellSays(trace, { t: 1, layer: 'forward' }, both), /the other end has still to read the sentence/);
  assert.equal(tellSays(trace, { t: 0, layer: 'backward' }, both), 'What both ends know at “so”: “good” with 75 %, then “bad” with 25 %.');
  assert.match(tellRead(trace, { t: 1, layer: 'backward' }, both), /the last word is the first on the way back: nothing is remembered yet/);
  assert.match(tellRead(trace, { t: 0, layer: 'backward' }, both), /joined with the hidden state of the word after/);
  assert.deepEqual([shareOf(top[0], 'bad'), shareOf(top[0], 'ugly')], [0.25, null]);
});

test('in a stack the lower layer speaks to the upper one', () => {
  const trace = traceOf('next-word', ['so'], [layer('layer0'), layer('layer1')], [[['what', 1]]]);
  const stack = model('next-word', 'words');
  assert.deepEqual([voiceOf(trace, 'layer0', 0), voiceOf(trace, 'layer1', 0), heightOf(trace, 'layer1')], ['up', 'says', 2]);
  assert.match(tellSays(trace, { t: 0, layer: 'layer0' }, stack), /layer 2 reads it in place of the word/);
  assert.match(tellRead(trace, { t: 0, layer: 'layer1' }, stack), /^The hidden state of layer 1 at “so” is read in place of the word/);
});

test('a layer that another one lies on passes its state up', () => {
  const trace = traceOf('next-word', ['so'], [layer('layer0'), layer('layer1')], [[['fine', 0.5]]]);
  assert.deepEqual(['layer0', 'layer1'].map((name) => endedAs(lstm.phases, trace, name).at(-1)?.title), ['Pass up', 'Predict']);
  assert.match(tellSays(trace, { t: 0, layer: 'layer0' }, model('next-word', 'words')), /^The hidden state goes up: layer 2 reads it/);
});

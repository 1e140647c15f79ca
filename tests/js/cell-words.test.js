/** What the page says of each cell: a sentence for each phase, the story of a unit, symbols and hues, all the cell's own. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CELL_NAMES, layerOf, UNKNOWN } from './declared.js';
import { hueOf, symbolOf, symbolText } from '../../static/js/gates.js';
import { pictured, pictureOf } from '../../static/js/layout/index.js';
import { sentenceOf } from '../../static/js/narration/told.js';
import { deedOf, storyOf } from '../../static/js/narration/unit.js';
import { TraceData } from '../../static/js/trace.js';

const READER = /** @type {any} */ ({ reads: 'words', task: 'next-word', letters: null, outputs: [], symbols: [], layers: [] });
/** One word's values of two units, and what was there before. @typedef {Record<string, number[]>} Values */
const CIFG = {
  c_prev: [2, -2], h_prev: [0.1, 0], f: [0.75, 0.25], i: [0.25, 0.75], g: [-1, 1], o: [0.9, 0.1],
  fc: [1.5, -0.5], ig: [-0.5, 2], c: [1, 1.5], tanh_c: [0.8, 0.9], h: [0.5, 0.1],
};
const GRU = {
  h_prev: [0.8, -0.4], r: [0.5, 0.125], rh: [0.4, -0.05], n: [-0.5, 0.75],
  z: [0.75, 0.25], zh: [0.6, -0.1], zn: [-0.125, 0.5], h: [0.5, 0.3],
};

/** @param {string} cell @param {Values} values */
function traceOf(cell, values) {
  const entries = Object.entries(values);
  const initial = Object.fromEntries(
    entries.flatMap(([name, row]) => (name.endsWith('_prev') ? [[name.replace('_prev', ''), row]] : [])),
  );
  const signals = Object.fromEntries(entries.flatMap(([name, row]) => (name.endsWith('_prev') ? [] : [[name, [row]]])));
  return TraceData.fromDocument({
    model: { name: 'small', task: 'next-word', sha256: '' },
    text: 'dog',
    clamps: [],
    tokens: [{ text: 'dog', known: true }],
    layers: [{ name: 'layer0', kind: 'recurrent', cell, direction: 'forward', units: 2, initial, signals }],
    top: [[['barks', 0.61], ['.', 0.2]]],
  });
}
let trace = traceOf('cifg', CIFG);
const moment = { t: 0, phase: 0, unit: 1, layer: 'layer0', signal: 'h' };
/** @param {string} name */
function says(name) {
  const layer = layerOf(trace.layers[0]?.cell ?? '', 2);
  return sentenceOf(pictureOf(layer).phases.find((phase) => phase.name === name) ?? assert.fail(name), { trace, moment, layer, model: READER });
}

test('every cell of the core is known here and has a picture', () => {
  assert.deepEqual(pictured().toSorted(), CELL_NAMES.toSorted());
});

test('coupled gates are told as one valve', () => {
  trace = traceOf('cifg', CIFG);
  assert.equal(says('trade'), 'On average the one valve stands 50 % open for the old, and so 50 % for the new: it kept 50 % of the memory.');
  assert.equal(says('admit'), 'As far as the old was let go, the new is let in; unit 1 writes most: +2.00.');
  trace = traceOf('cifg', { ...CIFG, c_prev: [0, 0] });
  assert.match(says('trade'), /for the new; the belt is still empty\.$/);
});

test('the GRU is told by its own gates', () => {
  trace = traceOf('gru', GRU);
  assert.equal(says('reset'), 'The reset gate, which shows the past to the candidate, is 31 % open on average; it is most closed at unit 1 (0.13).');
  assert.match(says('propose'), /“dog”.*strongest at unit 1: \+0\.75\.$/);
  assert.equal(says('weigh'), 'The update gate keeps 58 % of the state; as far as it is shut, the candidate gets in, most at unit 1: +0.50.');
  assert.equal(says('blend'), 'What was kept and what was written add up: unit 1 goes from −0.40 to +0.30.');
  trace = traceOf('gru', { ...GRU, h_prev: [0, 0] });
  assert.match(says('reset'), /Nothing is remembered yet/);
  assert.match(says('weigh'), /^There is no old state to keep; /);
});

test('every phase of every picture has its sentence', () => {
  for (const cell of pictured()) {
    trace = traceOf(cell, cell.startsWith('gru') || cell === 'rnn' ? GRU : CIFG);
    for (const { name } of pictureOf(layerOf(cell, 2)).phases) {
      const words = says(name);
      assert.match(words, /\.$/, `${cell}: ${name}`);
      if (cell.startsWith('gru') || cell === 'rnn') assert.doesNotMatch(words, /belt|forget|input gate|output gate/);
      if (cell === 'cifg') assert.doesNotMatch(words, /input gate/);
    }
  }
});

test('a layer that nobody knows is told by its labels, its descriptions and its numbers', () => {
  const values = { h_prev: [0.5, -0.25], x: [1], a: [0.25, 0.75], n: [-0.5, 0.125], change: [-0.25, 0.28125], h: [0.25, 0.03125] };
  trace = traceOf('valve', values);
  assert.deepEqual(pictureOf(layerOf('valve', 2)).phases.map(({ name, title }) => [name, title]), [
    ['read', 'Read'], ['valve, news', 'Valve, news'], ['change', 'Change'], ['state', 'State'], ['predict', 'Predict'],
  ]);
  assert.equal(says('valve, news'), 'Valve (how much is new): 50 % open on average, most at unit 1 (0.75); news (what is new): strongest at unit 0, −0.50.');
  assert.equal(says('change'), 'Change (what the valve lets in): strongest at unit 1, +0.28.');
  assert.equal(says('state'), 'State (what is kept): unit 1 goes from −0.25 to +0.03.');
  assert.equal(says('predict'), 'Next word: “barks” with 61 %, then “.” with 20 %.');
  trace = traceOf('window', { x: [1], place: [3, 4], w: [0.5, 1], y: [0.1, -0.2] });
  assert.match(says('read'), /^“dog” is read by itself/);
  assert.deepEqual(pictureOf(layerOf('window', 2)).phases.map(({ title }) => title), ['Read', 'Weights', 'Window', 'Predict']);
});

test('every phase of a made picture has its sentence', () => {
  for (const cell of Object.keys(UNKNOWN)) {
    trace = traceOf(cell, { ...GRU, ...CIFG, a: [0, 1], change: [0, 1], w: [0, 1], y: [0, 1] });
    for (const { name } of pictureOf(layerOf(cell, 2)).phases) assert.match(says(name), /^[“A-Z].+\.$/, `${cell}: ${name}`);
  }
});

test("a unit's story is told from the memory that the cell has", () => {
  /** @param {string} cell @param {Values} given @param {number} unit @param {string} upTo */
  const story = (cell, given, unit, upTo) => {
    const order = ['f', 'fc', 'i', 'ig', 'c', 'o', 'r', 'n', 'z', 'zh', 'zn', 'h'];
    const reached = (/** @type {string} */ signal) => order.indexOf(signal) <= order.indexOf(upTo);
    const scene = /** @type {any} */ ({ trace: traceOf(cell, given), moment: { ...moment, unit }, layer: { name: 'layer0' }, picture: pictureOf(layerOf(cell, 2)), reached });
    const deed = deedOf(scene);
    return deed && storyOf(deed, '“dog”');
  };
  assert.equal(story('cifg', CIFG, 0, 'ig'), null);
  assert.equal(story('cifg', CIFG, 0, 'c'), '“dog” takes away from what was there.');
  assert.equal(story('cifg', CIFG, 1, 'h'), 'The old content is dropped and “dog” is written in its place; the output gate hides it for now.');
  assert.equal(story('gru', GRU, 1, 'zn'), null);
  assert.equal(story('gru', GRU, 1, 'h'), 'The old content is dropped and “dog” is written in its place.');
  assert.equal(story('rnn', GRU, 0, 'h'), null);
  assert.equal(story('gru', GRU, 0, 'h'), '“dog” takes away from what was there.');
});

test('a product is written as what it is, in the hue of the gate that makes it', () => {
  /** @param {string} cell @param {string} name */
  const looks = (cell, name) => {
    const signal = layerOf(cell, 2).signals.find((one) => one.name === name) ?? assert.fail(name);
    return [symbolText(symbolOf(signal)), hueOf(signal)];
  };
  assert.deepEqual(looks('lstm', 'fc'), ['f ⊙ c_t−1', 'forget']);
  assert.deepEqual(looks('lstm', 'tanh_c'), ['tanh c_t', 'state']);
  assert.deepEqual(looks('cifg', 'i'), ['i', 'input']);
  assert.deepEqual(looks('gru', 'rh'), ['r ⊙ (U_n\u2009h_t−1 + d_n)', 'output']);
  assert.deepEqual(looks('gru-before', 'rh'), ['r ⊙ h_t−1', 'output']);
  assert.deepEqual(looks('gru', 'zh'), ['z ⊙ h_t−1', 'forget']);
  assert.deepEqual(looks('gru', 'zn'), ['(1 − z) ⊙ n', 'input']);
  assert.deepEqual(looks('gru', 'n'), ['n', 'candidate']);
});

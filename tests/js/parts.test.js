/** What each part of a picture is told to be: of every cell, from its declaration, at one moment with known numbers. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CELL_NAMES, layerOf, UNKNOWN } from './declared.js';
import { symbolText } from '../../static/js/gates.js';
import { pictureOf } from '../../static/js/layout/index.js';
import { explainPart } from '../../static/js/parts/index.js';
import { legendOf } from '../../static/js/parts/legend.js';
import { isJoin } from '../../static/js/parts/wires.js';
import { routeOf } from '../../static/js/route.js';
import { TraceData } from '../../static/js/trace.js';

/** @typedef {import('../../static/js/layout/types.js').LayerInfo} LayerInfo */

const UNITS = 2;
/** The value of unit k of a signal at step t; as float32 exactly. @param {string} name @param {number} t @param {number} k */
const valueOf = (name, t, k) => (name.length + t + 1) / 8 - k / 4;

/**
 * A scene of a layer of two units at the second of two words.
 * @param {string} cell @param {{ phase?: number, backward?: boolean, width?: number }} [how]
 */
function sightOf(cell, { phase = 99, backward = false, width = 1200 } = {}) {
  const layer = /** @type {any} */ ({ ...layerOf(cell, UNITS), inputs: 3, direction: backward ? 'backward' : 'forward' });
  const picture = pictureOf(layer);
  const layout = picture.layout?.({ width, height: 400 }, layer) ?? assert.fail(cell);
  const signals = Object.fromEntries(layer.signals.map(({ name, role }) =>
    [name, [0, 1].map((t) => Array.from({ length: role === 'input' ? 3 : UNITS }, (_, k) => valueOf(name, t, k)))]));
  const trace = TraceData.fromDocument(/** @type {any} */ ({
    version: 1, model: { name: 'small', task: 'next-word', sha256: '' }, text: 'dog barks', clamps: [],
    tokens: [{ text: 'dog', known: true }, { text: 'barks', known: true }],
    layers: [{ name: 'layer0', kind: layer.kind, cell, direction: layer.direction, units: UNITS, initial: Object.fromEntries(layer.signals.map(({ name }) => [name, [0, 0]])), signals }],
    top: [[['barks', 0.5]], [['.', 0.25]]], surprise: [null, 3.5],
  }));
  const model = { name: 'small', reads: 'words', task: 'next-word', letters: null, outputs: [], symbols: [], layers: [layer] };
  const moment = { t: backward ? 0 : 1, phase: Math.min(phase, picture.phases.length - 1), unit: 1, layer: 'layer0', signal: 'h' };
  const known = new Set(picture.phases.slice(0, moment.phase + 1).flatMap(({ signals: names }) => names));
  const scene = { trace, moment, layer, model, picture, phases: picture.phases, route: routeOf(trace, 'layer0', () => picture.phases), reached: (/** @type {string} */ name) => known.has(name) };
  return { scene: /** @type {any} */ (scene), layout };
}

/** @param {string} cell @param {string} key @param {Parameters<typeof sightOf>[1]} [how] */
const told = (cell, key, how) => explainPart(key, sightOf(cell, how)) ?? assert.fail(`${cell} has no ${key}`);

/** Every key that a picture has. @param {import('../../static/js/layout/types.js').Layout} layout */
const keysOf = ({ strips, boxes, wires, belt, legends }) => [
  ...strips.map(({ id }) => `strip:${id}`), ...boxes.map(({ id }) => `box:${id}`), ...wires.flatMap(({ id, dot }) => [`wire:${id}`, ...(dot ? [`knot:${id}`] : [])]),
  ...strips.flatMap(({ id, caption }) => (caption?.kind === 'share' ? [`share:${id}`] : [])), ...(belt ? ['belt'] : []), ...legends.map(({ kind }) => `scale:${kind}`), 'says',
];

for (const cell of [...CELL_NAMES, ...Object.keys(UNKNOWN)]) {
  test(`every part of ${cell} says what it is, at every width, before its phase and after it`, () => {
    for (const width of [390, 760, 1024, 1440]) for (const phase of [0, 99]) {
      const sight = sightOf(cell, { width, phase });
      for (const key of keysOf(sight.layout)) {
        const found = explainPart(key, sight) ?? assert.fail(`${cell} at ${width}: nothing is told of ${key}`);
        assert.match(symbolText(found.says), /^\S.{15,}[.…]$/, `${cell}: ${key}`);
        assert.ok(found.name, key);
        assert.ok(!/undefined|NaN|null|\[object/.test([found.says, found.shape, found.from, found.to].map(symbolText).join()), `${cell}: ${key}`);
        if (found.value?.value === null) assert.match(found.value.waits, /^comes in phase \d+, \w/);
      }
    }
  });
}

test('a gate', () => {
  const f = told('lstm', 'strip:f');
  assert.equal(f.name, 'forget gate');
  assert.equal(symbolText(f.says), 'Says what to keep of the memory. One number a unit, from 0 (shut: nothing passes) to 1 (open: all of it does).');
  assert.equal(symbolText(f.shape), '2 values; reads x_t (3) and h_t−1 (2); weights W_f 2 × 3, U_f 2 × 2 and b_f 2');
  assert.deepEqual(f.value, { unit: 1, word: 'unit', value: valueOf('f', 1, 1), gate: true, waits: 'comes in phase 2, Forget' });
  assert.equal(symbolText(f.from), 'x_t and h_t−1');
  assert.equal(symbolText(f.to), 'f ⊙ c_t−1');
  assert.equal(told('lstm', 'strip:f', { phase: 0 }).value?.value, null, 'it is not there before its phase');
});

test('a peephole’s gate also reads the memory', () => {
  assert.equal(symbolText(told('peephole', 'strip:o').shape), '2 values; reads x_t (3), h_t−1 (2) and c_t (2); weights W_o 2 × 3, U_o 2 × 2, p_o 2 and b_o 2');
  assert.match(symbolText(told('peephole', 'wire:o-peephole').says), /peephole: the gate looks at the memory/);
});

test('states come from the word before and go to the word after, or the other way round', () => {
  assert.equal(symbolText(told('lstm', 'strip:c').to), 'tanh c_t and the word after, as c_t−1');
  assert.equal(symbolText(told('lstm', 'strip:c_prev').from), 'c_t of “dog”');
  assert.equal(symbolText(told('lstm', 'strip:c_prev').says), 'The cell state as “dog” left it: the word before.');
  assert.equal(symbolText(told('lstm', 'strip:h').to), 'the word after, as h_t−1 and what the model says');
  const back = { backward: true };
  assert.equal(symbolText(told('lstm', 'strip:c', back).to), 'tanh c_t and the word before, as c_t+1');
  assert.equal(symbolText(told('lstm', 'strip:c_prev', back).symbol), 'c_t+1');
  assert.equal(symbolText(told('lstm', 'strip:c_prev', back).says), 'The cell state as “barks” left it: the word after, which it has read before.');
  assert.equal(symbolText(told('lstm', 'strip:fc', back).symbol), 'f ⊙ c_t+1');
});

test('operations say what they do, of what they make it, and how open a valve stands', () => {
  assert.match(symbolText(told('lstm', 'box:f').says), /^Presses every number into 0 … 1/);
  assert.deepEqual(told('lstm', 'box:f').formula, { known: 'sigmoid' });
  assert.equal(symbolText(told('lstm', 'box:forget').shape), 'takes f (2) and c_t−1 (2), makes 2 values');
  assert.match(symbolText(told('lstm', 'box:forget').says), /the forget gate is on average: 25 %\.$/);
  assert.match(symbolText(told('gru', 'box:write').says), /the rest that the update gate leaves on average: 75 %\.$/);
  assert.match(symbolText(told('lstm', 'box:plus').says), /^Adds unit by unit/);
  assert.equal(told('gru', 'box:past').name, 'multiply by weights');
  assert.equal(told('cifg', 'box:i').name, 'the rest');
});

test('lines say what runs in them: one vector, or both on their way to the gates', () => {
  assert.equal(symbolText(told('lstm', 'wire:f-forget').symbol), 'f');
  assert.equal(symbolText(told('lstm', 'wire:f-forget').from), 'f, forget gate');
  assert.equal(symbolText(told('lstm', 'wire:f-forget').to), 'the circle ×');
  for (const wire of ['wire:join', 'wire:bus', 'wire:f-in']) assert.equal(symbolText(told('lstm', wire).shape), 'h_t−1 (2) and x_t (3)', wire);
  assert.equal(symbolText(told('lstm', 'wire:f-out').symbol), 'f');
  assert.equal(symbolText(told('lstm', 'wire:h-predict').to), 'what the model says');
});

test('a dot is a join where two vectors meet, else a fork', () => {
  const { layout } = sightOf('lstm');
  assert.deepEqual(layout.wires.filter(({ dot }) => dot).map((wire) => [wire.id, isJoin(layout, wire)]), [['c-squash', false], ['ig-plus', false], ['join', true]]);
  assert.equal(symbolText(told('lstm', 'knot:join').shape), 'h_t−1 (2) and x_t (3) make 5 values');
  assert.equal(told('lstm', 'knot:c-squash').name, 'fork (copy)');
  assert.equal(symbolText(told('lstm', 'knot:c-squash').to), 'the box tanh');
});

test('the belt, the bars under a word, its surprise, a share', () => {
  assert.equal(told('lstm', 'belt').value?.value, valueOf('c', 1, 1));
  assert.match(symbolText(told('lstm', 'bars:1').says), /: forget gate 0.25, input gate 0.25 and output gate 0.25\. Every unit counts the same\.$/);
  assert.match(symbolText(told('lstm', 'surprise:1').says), /As expected: “barks” had 50 %, 3.5 bits\.$/);
  assert.equal(told('lstm', 'share:fc').name, '300 %');
  assert.equal(explainPart('bars:1', sightOf('rnn')), null, 'a cell without gates has no bars');
});

test('a cell that the page does not know is told by its declaration', () => {
  assert.equal(symbolText(told('valve', 'strip:a').says), 'Says how much is new. One number a unit, from 0 (shut: nothing passes) to 1 (open: all of it does).');
  assert.equal(symbolText(told('valve', 'strip:a').shape), '2 values; reads x_t (3) and h_t−1 (2); weights W_a 2 × 3, U_a 2 × 2, b_a 2 and k 2');
  assert.equal(symbolText(told('valve', 'strip:h').to), 'the word after, as h_t−1 and what the model says');
  assert.equal(told('valve', 'box:change').name, 'multiply');
});

test('the legend has a row for each kind of sign that is in the picture, and no other', () => {
  const signs = (/** @type {string} */ cell) => legendOf(sightOf(cell).layout).map(({ sign }) => sign);
  assert.deepEqual(signs('lstm'), ['vector', 'gate', 'chosen', 'empty', 'box', 'multiply', 'add', 'line', 'join', 'fork', 'belt']);
  assert.deepEqual(signs('peephole').slice(-2), ['peephole', 'belt']);
  assert.deepEqual(signs('rnn'), ['vector', 'chosen', 'empty', 'box', 'line', 'join']);
  assert.ok(!signs('gru').includes('belt'));
});

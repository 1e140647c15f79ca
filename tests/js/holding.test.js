/** What hands hold: clamps made and let go, scales, the past, presets by what gates do, words in their places. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LAST, free, hold } from '../../static/js/holding.js';
import { heldBy, parseClamp } from '../../static/js/clamps.js';
import { Past } from '../../static/js/past.js';
import { presetsOf, weightsOf } from '../../static/js/presets.js';
import { readList, tellSteps, tellUnits } from '../../static/js/views/hands/said.js';
import { placeOf, replaced } from '../../static/js/word-places.js';
import { scaled } from '../../static/js/weights-scaled.js';
import { layerOf as declared, statesOf } from './declared.js';

/** @param {string} gate @param {[number, number][] | null} units @param {[number, number][] | null} steps */
const target = (gate, units, steps) => ({ layer: 'layer0', gate, units, steps });

test('what is held anew takes the place of what it covers, and of nothing else', () => {
  const clamps = ['layer0.f[3]@2=1', 'layer0.f[3]@2-5=1', 'layer0.i[3]@2=0', 'layer1.f[3]@2=0'];
  assert.deepEqual(hold(clamps, target('f', [[3, 3]], [[2, 2]]), 0.25), ['layer0.f[3]@2-5=1', 'layer0.i[3]@2=0', 'layer1.f[3]@2=0', 'layer0.f[3]@2=0.25']);
  assert.deepEqual(hold(clamps, target('f', null, null), 0), ['layer0.i[3]@2=0', 'layer1.f[3]@2=0', 'layer0.f=0']);
  assert.deepEqual(hold([], target('c', [[4, 5], [1, 2]], [[5, LAST]]), -0), ['layer0.c[1-2,4-5]@5-99999=-0']);
  assert.deepEqual(hold([], target('f', [[1, 1]], null), Math.fround(0.1)), ['layer0.f[1]=0.10000000149011612'], 'every digit of a float32');
});

test('one unit at one step is let go, the rest of what held it stays held', () => {
  const clamps = ['layer0.f=1', 'layer0.f[2-4]@3-6=0'];
  const freed = free(clamps, target('f', [[3, 3]], [[4, 4]]), 8);
  const before = clamps.map(parseClamp);
  const after = freed.map(parseClamp);
  for (let unit = 0; unit < 8; unit += 1) {
    for (let t = 0; t < 9; t += 1) {
      const [was, now] = [before, after].map((held) => heldBy(held, 'layer0', 'f', unit, t)?.value);
      assert.equal(now, unit === 3 && t === 4 ? undefined : was, `${unit} at ${t}`);
    }
  }
  assert.deepEqual(free(['layer0.f[2]@3-5=0', 'layer0.f=1'], target('f', [[2, 2]], [[0, LAST]]), 8), ['layer0.f=1']);
});

test('scales: the later one takes the place of what it covers, and 1 is the model’s own', () => {
  assert.deepEqual(scaled(['layer0.U_f=2', 'layer0.W=3'], 'layer0', 'U', 1.5), ['layer0.W=3', 'layer0.U=1.5']);
  assert.deepEqual(scaled(['layer0.U=2'], 'layer0', 'U', 1), []);
  assert.deepEqual(scaled(['layer0.U=2'], 'layer0', 'U_f', 1), ['layer0.U=2', 'layer0.U_f=1'], 'else it would stay scaled');
  assert.deepEqual(scaled(['layer1.U=2'], 'layer0', 'U', 1), ['layer1.U=2']);
});

test('back and on through the runs, by whatever way they come', () => {
  const past = new Past();
  past.begin('a');
  past.come('b');
  past.come('c', true);
  assert.deepEqual([past.runs, past.before, past.after], [['a', 'c'], 'a', null], 'a hand that has not let go is one touch');
  past.come('a');
  assert.deepEqual([past.before, past.after], [null, 'c']);
  past.come('c');
  past.come('d');
  past.come('c');
  past.come('e');
  assert.deepEqual([past.runs, past.after], [['a', 'c', 'e'], null]);
  past.begin('f');
  past.come('g', true);
  assert.deepEqual(past.runs, ['f', 'g']);
});

/** A layer with what of it can be held: the gates that have weights, and the states. @param {string} cell @returns {any} */
const layerOf = (cell) => {
  const { signals } = declared(cell, 4);
  const own = signals.filter(({ role, formula }) => role !== 'product' && / @ /.test(formula)).map(({ name }) => name);
  return { signals, states: statesOf(cell), valves: [...new Set([...own, ...statesOf(cell)])] };
};
/** @param {string} cell */
const made = (cell) => Object.fromEntries(presetsOf(layerOf(cell)).map(({ name, holds }) => [name, holds.map((one) => one.join('='))]));

test('presets follow what the gates do', () => {
  assert.deepEqual(made('lstm'), { forget: ['f=0'], remember: ['f=1', 'i=0'], 'let-in': ['i=0'], hide: ['o=0'], erase: ['c=0'] });
  assert.deepEqual(made('peephole'), made('lstm'));
  assert.deepEqual(made('cifg'), { forget: ['f=0'], remember: ['f=1'], hide: ['o=0'], erase: ['c=0'] });
  for (const cell of ['gru', 'gru-before']) assert.deepEqual(made(cell), { forget: ['z=0'], remember: ['z=1'], erase: ['h=0'] });
  assert.deepEqual(made('rnn'), { erase: ['h=0'] });
  const [forget, , , hide] = presetsOf(layerOf('lstm'));
  assert.equal(forget?.title({ units: 'all', when: 'here' }), 'forget everything here');
  assert.equal(hide?.title({ units: 'unit 11', when: 'from here on' }), 'hide unit 11 from here on');
});

test('the weights of a layer, by kind and one by one', () => {
  assert.deepEqual(weightsOf(layerOf('lstm')).slice(0, 6), ['W', 'W_f', 'W_i', 'W_g', 'W_o', 'U']);
  assert.deepEqual(weightsOf(layerOf('rnn')), ['W_h', 'U_h', 'b_h']);
});

test('units and steps in words, and lists of units read', () => {
  const trace = /** @type {any} */ ({ total: 3, told: (/** @type {number} */ t) => ['the', 'dog', 'barks'][t] });
  assert.deepEqual([[[1, 1]], [[1, LAST]], [[0, 2]], null, [[9, 9]]].map((steps) => tellSteps(/** @type {any} */ (steps), trace)), ['at “dog”', 'from “dog” on', '“the” to “barks”', 'everywhere', 'at step 10']);
  assert.deepEqual([null, [[3, 3]], [[3, 3], [5, 7]]].map((units) => tellUnits(/** @type {any} */ (units), { kind: 'recurrent' })), ['all units', 'unit 3', 'units 3, 5–7']);
  assert.deepEqual(readList('3, 5-7 9', 10), [[3, 3], [5, 7], [9, 9]]);
  for (const typed of ['', 'x', '7-5', '10', '3,-1']) assert.equal(readList(typed, 10), null, typed);
});

test('a word is changed where it stands, though it stands there twice', () => {
  const text = '“The dog and  the dog,” she said.';
  const tokens = ['The', 'dog', 'and', 'the', 'dog', ',', 'she', 'said', '.'].map((word) => ({ text: word }));
  const place = placeOf(text, tokens, 4);
  assert.deepEqual(place, [18, 21]);
  assert.equal(replaced(text, /** @type {[number, number]} */ (place), 'cat'), '“The dog and  the cat,” she said.');
  assert.equal(replaced('the old dog', [4, 7], ''), 'the dog');
  assert.equal(placeOf('the dog', [{ text: 'the' }, { text: 'said', role: 'written' }], 1), null);
});

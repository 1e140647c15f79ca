import assert from 'node:assert/strict';
import { test } from 'node:test';

import { FIELDS, format, parse } from '../../static/js/state.js';

test('an empty address is the initial state, and writes nothing', () => {
  const state = parse('');
  for (const [key, { initial }] of Object.entries(FIELDS)) assert.equal(state[key], initial);
  assert.equal(format(state), '?');
});

test('every field comes back from its address', () => {
  const state = {
    model: 'reader-128', text: 'a & b = "c" <d> é 👩‍👩‍👧 #?', t: 12, phase: 3, unit: 127, layer: 'layer1', signal: 'tanh_c',
    view: 'line', map: 'mean', speed: 0.25, theme: 'dark', controls: false, autoplay: true,
  };
  assert.deepEqual(parse(format(state)), state);
});

test('what cannot be read is the initial value', () => {
  const state = parse('?t=-1&phase=two&unit=1e9&speed=3&view=pie&theme=pink');
  assert.deepEqual([state.t, state.phase, state.unit, state.speed, state.view, state.theme], [0, 0, 0, 1, 'heatmap', 'system']);
});

test('controls=0 and autoplay=1 are switches', () => {
  assert.equal(parse('?controls=0').controls, false);
  assert.equal(parse('?controls=1').controls, true);
  assert.equal(parse('?autoplay=1').autoplay, true);
});

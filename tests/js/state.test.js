import assert from 'node:assert/strict';
import { test } from 'node:test';

import { FIELDS, Store, format, isFresh, parse } from '../../static/js/state.js';

test('an empty address is the initial state, and writes nothing', () => {
  const state = parse('');
  for (const [key, { initial }] of Object.entries(FIELDS)) assert.equal(state[key], initial);
  assert.equal(format(state), '?');
});

test('every field comes back from its address', () => {
  const state = {
    model: 'reader-128', text: 'a & b = "c" <d> é 👩‍👩‍👧 #?', clamps: ['layer0.f=1', 'layer0.i[11]@3-5=0'], scales: ['layer0.U=1.5'], writing: { write: '30', temperature: '0.8', top_k: '40', seed: '7' }, t: 12, phase: 3, unit: 127, layer: 'layer1', signal: 'tanh_c',
    view: 'line', dock: 'ledger', against: 'model=reader-32&text=a+%26+b+%3D+%22c%22&clamp=layer0.f%3D1&write=3', map: 'mean', speed: 0.25, theme: 'dark', controls: false, present: true, autoplay: true,
  };
  assert.deepEqual(parse(format(state)), state);
});

test('what cannot be read is the initial value', () => {
  const state = parse('?t=-1&phase=two&unit=1e9&speed=3&view=pie&theme=pink');
  assert.deepEqual([state.t, state.phase, state.unit, state.speed, state.view, state.theme], [0, 0, 0, 1, 'heatmap', 'system']);
});

test('the run beside it is kept in its one form, and is none without a text', () => {
  const against = (/** @type {string} */ text) => parse(`?${new URLSearchParams({ against: text })}`).against;
  assert.equal(against('t=3&text=the cat&clamp=layer0.f=1.0&model=m'), 'model=m&text=the+cat&clamp=layer0.f%3D1');
  for (const none of ['', 'model=m', 'text=', '%%%']) assert.equal(against(none), '', none);
});

test('controls=0 and autoplay=1 are switches', () => {
  assert.equal(parse('?controls=0').controls, false);
  assert.equal(parse('?controls=1').controls, true);
  assert.equal(parse('?autoplay=1').autoplay, true);
});

test('the address writes the run request first, in its one form, then all of the moment', () => {
  const state = parse('?unit=7&clamp=layer0.f=1.0&t=2&text=the cat&model=reader-32&clamp=layer0.i[3,4]=0');
  assert.equal(format(state), '?model=reader-32&text=the+cat&clamp=layer0.f%3D1&clamp=layer0.i%5B3-4%5D%3D0&t=2&phase=0&unit=7&layer=layer0&signal=c');
  assert.equal(format(state, { clamps: [], t: 0, view: 'line' }), '?model=reader-32&text=the+cat&t=0&phase=0&unit=7&layer=layer0&signal=c&view=line');
});

test('an address asks for nothing while it says only how the page looks and moves', () => {
  for (const search of ['', '?', '?theme=dark', '?speed=2&controls=0&present=1', '?of=somebody']) assert.ok(isFresh(search), search);
  for (const search of ['?model=reader-32', '?text=', '?clamp=layer0.f=1', '?scale=layer0.U=2', '?seed=7', '?unit=0', '?autoplay=1', '?theme=dark&view=line']) assert.ok(!isFresh(search), search);
});

test('a store tells its listeners and its mirror of each change, and takes over what the mirror says', () => {
  /** @type {[number, boolean][]} */
  const written = [];
  /** @type {number[]} */
  const heard = [];
  const store = new Store(parse('?t=1'), ({ t }, push) => written.push([t, push]));
  store.subscribe(({ t }) => heard.push(t));
  store.set({ t: 2 });
  store.set({ t: 3 }, { push: true });
  store.restore(parse('?t=9'));
  assert.deepEqual([written, heard, store.state.t], [[[2, false], [3, true]], [2, 3, 9], 9]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { routeOf, walked } from '../../static/js/route.js';
import { TraceData } from '../../static/js/trace.js';

const phasesOf = () => ['read', 'write', 'predict'];
const head = (name, more) => ({ name, kind: 'recurrent', cell: 'lstm', direction: 'forward', units: 1, initial: { h: [0] }, ...more });
const traceOf = (words, ...layers) => new TraceData({
  model: { name: 'm', task: '', sha256: '' }, text: '', clamps: [], tokens: words.map((text) => ({ text, known: true })), layers, layout: [],
});
const STACK = traceOf(['a', 'b'], head('layer0'), head('layer1'));
const BOTH_WAYS = traceOf(['a', 'b', 'c'], head('forward'), head('backward', { direction: 'backward' }));
const TRANSLATOR = traceOf(['a', 'b', 'x', 'y', '⏹'], head('encoder', { span: [0, 2] }), head('decoder', { span: [2, 5] }));

const places = (route) => Array.from({ length: route.length }, (_, k) => route.place(k)).map(({ layer, t }) => `${layer} ${t}`);

test('a stack is walked in the layer that is unfolded', () => {
  assert.deepEqual(places(routeOf(STACK, 'layer1', phasesOf)), ['layer1 0', 'layer1 1']);
});

test('both directions: forward to the end, then back to the start', () => {
  for (const layer of ['forward', 'backward']) {
    assert.deepEqual(places(routeOf(BOTH_WAYS, layer, phasesOf)), ['forward 0', 'forward 1', 'forward 2', 'backward 2', 'backward 1', 'backward 0']);
  }
});

test('a decoder goes on where its encoder ends', () => {
  assert.deepEqual(places(routeOf(TRANSLATOR, 'encoder', phasesOf)), ['encoder 0', 'encoder 1', 'decoder 2', 'decoder 3', 'decoder 4']);
});

test('positions and moments are each other’s inverse', () => {
  for (const [trace, layer] of [[STACK, 'layer0'], [BOTH_WAYS, 'forward'], [TRANSLATOR, 'decoder']]) {
    const route = routeOf(trace, layer, phasesOf);
    assert.equal(route.positions, route.length * 3);
    for (let k = 0; k < route.positions; k += 1) assert.equal(route.position(route.at(k)), k);
    assert.deepEqual([route.at(-1), route.at(route.positions)], [null, null]);
    for (let k = 0; k < route.length; k += 1) assert.equal(route.find(route.place(k).layer, route.place(k).t), k);
    assert.deepEqual([route.place(-1), route.place(route.length)], [null, null]);
  }
  assert.deepEqual(routeOf(BOTH_WAYS, 'forward', phasesOf).at(9), { layer: 'backward', t: 2, phase: 0 });
  assert.equal(routeOf(TRANSLATOR, 'encoder', phasesOf).find('encoder', 3), -1);
});

test('what the walk has not come by is not shown', () => {
  const at = (trace, layer, t, phase, known = []) => ({
    trace, route: routeOf(trace, layer, phasesOf), moment: { layer, t, phase }, phases: phasesOf(), reached: (signal) => known.includes(signal),
  });
  const seen = (scene, words) => scene.trace.layers.map(({ name }) => Array.from({ length: words }, (_, t) => Number(walked(scene, name, t, 'h'))).join(''));
  assert.deepEqual(seen(at(BOTH_WAYS, 'forward', 1, 0), 3), ['100', '000']);
  assert.deepEqual(seen(at(BOTH_WAYS, 'backward', 1, 1, ['h']), 3), ['111', '011']);
  assert.deepEqual(seen(at(STACK, 'layer0', 1, 0), 2), ['10', '10']);
  assert.deepEqual(seen(at(STACK, 'layer0', 1, 2, ['h']), 2), ['11', '11']);
  assert.deepEqual(seen(at(STACK, 'layer1', 1, 0), 2), ['11', '10']);
});

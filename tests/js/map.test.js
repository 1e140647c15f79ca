import assert from 'node:assert/strict';
import { test } from 'node:test';

import { lettersLayout } from '../../static/js/layout/letters.js';
import { kindOf, layoutMap, PAD, pitchOf } from '../../static/js/layout/map.js';
import { ReadingOrder } from '../../static/js/reading.js';
import { lettersOf, seenBy, spelledAt, tellFilter, windowOf } from '../../static/js/letter-filters.js';
import { TraceData } from '../../static/js/trace.js';

const head = (name, more) => ({ name, kind: 'recurrent', cell: 'lstm', direction: 'forward', units: 2, initial: {}, ...more });
const reading = (count, layers, said = 0) => new ReadingOrder(
  Array.from({ length: count }, (_, t) => ({ text: `w${t}`, known: true, ...(t >= count - said ? { role: 'output' } : {}) })), layers);
const STACK = reading(3, [head('layer0'), head('layer1'), head('layer2')]);
const ENDS = reading(4, [head('forward'), head('backward', { direction: 'backward' })]);
const HAND = reading(5, [head('encoder', { span: [0, 3] }), head('decoder', { span: [3, 5] })], 2);
const LETTERED = reading(3, [head('letters', { kind: 'convolution', cell: 'letter-cnn' }), head('layer0')]);

const run = (layout, kind) => layout.lines.filter((line) => line.kind === kind);
const ends = ({ points }) => [points[0], points.at(-1)];

for (const [name, what, pitch] of [['stack', STACK, 90], ['ends', ENDS, 60], ['hand', HAND, 24], ['letters', LETTERED, 150]]) {
  test(`${name}: every cell is in its column and inside the picture, rows do not touch`, () => {
    const layout = layoutMap(what, pitch);
    for (const { layer, t, x, y, w, h } of layout.cells) {
      assert.ok(what.atWork(layer, t));
      assert.ok(x >= PAD + t * pitch && x + w <= PAD + (t + 1) * pitch && y >= 0 && y + h <= layout.height && w > 8);
    }
    assert.equal(layout.cells.length, what.layers.reduce((sum, layer) => sum + what.span(layer.name)[1] - what.span(layer.name)[0], 0));
    layout.rows.slice(1).forEach((row, k) => assert.ok(row.y >= layout.rows[k].y + layout.rows[k].h + 8));
    for (const { points } of layout.lines) for (const { x, y } of points) assert.ok(x >= 0 && x <= layout.width && y >= 0 && y <= layout.height);
  });
}

test('a stack stands on its first layer, and each layer’s h rises to the next', () => {
  const layout = layoutMap(STACK, 90);
  assert.equal(kindOf(STACK), 'stack');
  assert.deepEqual(layout.rows.map(({ layer }) => layer), ['layer2', 'layer1', 'layer0']);
  assert.equal(run(layout, 'rise').length, 2 * 3);
  for (const line of run(layout, 'rise')) {
    const [from, to] = ends(line);
    assert.ok(from.x === to.x && from.y > to.y);
  }
  assert.equal(run(layout, 'carry').length, 3 * 2);
});

test('letters do not recur', () => {
  assert.deepEqual(new Set(run(layoutMap(LETTERED, 90), 'carry').map(({ layer }) => layer)), new Set(['layer0']));
});

test('arrows go the way each layer reads, and both ends meet in the class', () => {
  const layout = layoutMap(ENDS, 60);
  for (const line of run(layout, 'carry')) {
    const [from, to] = ends(line);
    assert.equal(from.x < to.x, line.layer === 'forward');
  }
  const joins = run(layout, 'join');
  assert.deepEqual(joins.map(({ layer, t }) => [layer, t]), [['forward', 3], ['backward', 0]]);
  for (const line of joins) assert.ok(ends(line)[1].x === 0 && ends(line)[1].y < layout.verdict.h);
});

test('the encoder’s last states lie between its last word and the decoder’s first', () => {
  const layout = layoutMap(HAND, 24);
  const [last, first] = [layout.cells.find(({ t }) => t === 2), layout.cells.find(({ t }) => t === 3)];
  const [down, on] = run(layout, 'hand').map(ends);
  assert.ok(down[0].y >= last.y + last.h && down[1].y === layout.hand.y);
  assert.deepEqual([on[0].x, on[1].x], [layout.hand.x + layout.hand.w, first.x]);
  assert.ok(layout.hand.x >= 0 && layout.hand.w > 20);
  assert.deepEqual(run(layout, 'feed').map(({ t }) => t), [3], 'what it said comes back, but for the last');
});

test('columns share the room, are wide enough for most words, and scroll where they are many', () => {
  const words = Array.from({ length: 100 }, () => 'sailor');
  assert.equal(pitchOf(words.slice(0, 4), 624), 150);
  assert.equal(pitchOf(words.slice(0, 10), 1024), 100);
  assert.ok(pitchOf(words, 1024) > 50 && pitchOf(words, 1024) * 100 > 1024);
  assert.equal(pitchOf(Array.from({ length: 100 }, () => 'a'), 1000), 24);
  assert.equal(pitchOf(Array.from({ length: 100 }, () => 'a'), 300), 44); // a finger's width
});

test('a word is framed, cut at thirty letters, and a filter’s window ends where the word does', () => {
  assert.equal(lettersOf('It’s').join(''), "▸it's◂");
  assert.equal(lettersOf('x'.repeat(40)).length, 32);
  assert.deepEqual([windowOf(0, 5, 8), windowOf(3, 5, 8), windowOf(7, 5, 8)], [[0, 3], [1, 6], [5, 8]]);
});

test('filters are told by what they saw, the strongest first', () => {
  const trace = TraceData.fromDocument({
    model: { name: 'm', task: 'next-word', sha256: '' }, text: 'Anna', clamps: [], tokens: [{ text: 'Anna', known: true }], top: [[]],
    layers: [head('letters', { kind: 'convolution', cell: 'letter-cnn', signals: { fired: [[0.5, 2]], at: [[0, 3]] } }), head('layer0', { signals: { h: [[0, 0]] } })],
  });
  const scene = { trace, model: { letters: { width: 3, filters: 2 } } };
  const found = spelledAt(scene, 0);
  assert.deepEqual(found.map(({ filter, value }) => [filter, value]), [[1, 2], [0, 0.5]]);
  assert.deepEqual(found.map(seenBy), ['nna', '▸a']);
  assert.match(tellFilter(scene, 0, 1), /Filter 1 sees 3 letters.*\+2\.0000, to “nna”/);
});

test('a filter’s bracket stands below the letters that it saw, at every width', () => {
  for (const width of [320, 700, 1300]) {
    const { boxes, lines, height, width: needs } = lettersLayout(width, 12, [[0, 3], [5, 10]], 13);
    assert.ok(boxes.every(({ w }) => w >= 12) && needs >= width);
    assert.equal(boxes.length, 12);
    for (const [k, [from, to]] of [[0, 3], [5, 10]].entries()) {
      const { bracket, bar, number } = lines[k];
      assert.equal(bracket.x, boxes[from].x);
      assert.ok(Math.abs(bracket.x + bracket.w - boxes[to - 1].x - boxes[to - 1].w) < 1e-9);
      assert.ok(bar.x > boxes[11].x + boxes[11].w && bar.w > 20 && number.x <= Math.max(width, needs));
    }
    assert.ok(lines[1].y + lines[1].h <= height);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { around, beside } from '../../static/js/placing.js';

const ROOM = { left: 0, top: 0, right: 1000, bottom: 600 };
const CARD = { width: 300, height: 150 };

test('a card stands below what it points at, above where there is no room, and beside where there is none either', () => {
  const box = (/** @type {number} */ top, /** @type {number} */ bottom, right = 600) => ({ left: 400, top, right, bottom });
  assert.deepEqual(beside([box(100, 200)], CARD, ROOM), { left: 350, top: 212 });
  assert.deepEqual(beside([box(400, 590)], CARD, ROOM), { left: 350, top: 238 });
  assert.deepEqual(beside([box(10, 590)], CARD, ROOM), { left: 612, top: 225 });
  assert.deepEqual(beside([box(10, 590, 990)], CARD, ROOM), { left: 88, top: 225 });
});

test('between two it covers neither', () => {
  const boxes = [{ left: 10, top: 10, right: 990, bottom: 100 }, { left: 10, top: 500, right: 990, bottom: 590 }];
  assert.deepEqual(around(boxes), { left: 10, top: 10, right: 990, bottom: 590 });
  assert.deepEqual(beside(boxes, CARD, ROOM), { left: 700, top: 225 });
});

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

test('wherever a small part is, its card is in the window and not on it', () => {
  for (const [width, height] of /** @type {[number, number][]} */ ([[1440, 900], [390, 844], [640, 360]])) {
    const room = { left: 6, top: 6, right: width - 6, bottom: height - 6 };
    const size = { width: Math.min(368, width - 12), height: 150 };
    for (let x = 0; x <= width - 40; x += 37) for (let y = 0; y <= height - 24; y += 31) {
      const { left, top } = beside([{ left: x, top: y, right: x + 40, bottom: y + 24 }], size, room);
      assert.ok(left >= room.left && top >= room.top && left + size.width <= room.right && top + size.height <= room.bottom, `${x}, ${y}: it leaves the window`);
      assert.ok(left >= x + 40 || left + size.width <= x || top >= y + 24 || top + size.height <= y, `${x}, ${y}: it covers the part`);
    }
  }
});

test('what else is to be left free sends it to a corner', () => {
  const cross = [{ left: 0, top: 250, right: 1000, bottom: 350 }, { left: 450, top: 0, right: 550, bottom: 600 }];
  assert.deepEqual(beside([{ left: 490, top: 290, right: 510, bottom: 310 }], CARD, ROOM, cross), { left: 0, top: 450 });
});

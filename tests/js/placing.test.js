/** A card stands in the window and beside what it tells of, wherever that is and whatever else it is to leave free. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { beside } from '../../static/js/placing.js';

/** @param {number} left @param {number} top @param {number} width @param {number} height */
const box = (left, top, width, height) => ({ left, top, right: left + width, bottom: top + height });
const apart = (/** @type {ReturnType<typeof box>} */ a, /** @type {ReturnType<typeof box>} */ b) => a.left >= b.right || a.right <= b.left || a.top >= b.bottom || a.bottom <= b.top;

test('in the window, and not on what it tells of', () => {
  for (const [width, height] of /** @type {[number, number][]} */ ([[1440, 900], [390, 844], [640, 360]])) {
    const room = box(6, 6, width - 12, height - 12);
    const size = { width: Math.min(368, width - 12), height: 150 };
    for (let x = 0; x <= width - 40; x += 37) for (let y = 0; y <= height - 24; y += 31) {
      const part = box(x, y, 40, 24);
      const { left, top } = beside([part], size, room);
      const card = box(left, top, size.width, size.height);
      assert.ok(card.left >= room.left && card.top >= room.top && card.right <= room.right && card.bottom <= room.bottom, `${x}, ${y}: it leaves the window`);
      assert.ok(apart(card, part), `${x}, ${y}: it covers what it tells of`);
    }
  }
});

test('below what it tells of if there is room, else above; a corner where neither is free', () => {
  const room = box(0, 0, 1000, 600);
  const size = { width: 300, height: 100 };
  assert.deepEqual(beside([box(400, 100, 100, 40)], size, room), { left: 300, top: 152 });
  assert.deepEqual(beside([box(400, 500, 100, 40)], size, room), { left: 300, top: 388 });
  const cross = [box(0, 250, 1000, 100), box(450, 0, 100, 600)];
  assert.deepEqual(beside([box(490, 290, 20, 20)], size, room, cross), { left: 700, top: 500 });
});

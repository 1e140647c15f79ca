import assert from 'node:assert/strict';
import { test } from 'node:test';

import { mirrorIn } from '../../static/js/address-bar.js';
import { parse } from '../../static/js/state.js';

/** @param {number} t */
const at = (t) => parse(`?model=m&text=a&t=${t}`);

/** What is done to the address, by its moment. */
function watched() {
  /** @type {string[]} */
  const done = [];
  const note = (/** @type {string} */ how) => (/** @type {unknown} */ _, /** @type {string} */ __, /** @type {string} */ address) => {
    done.push(`${how} ${new URLSearchParams(address).get('t')}`);
  };
  const history = /** @type {History} */ (/** @type {unknown} */ ({ pushState: note('push'), replaceState: note('replace') }));
  return { done, ...mirrorIn(history) };
}

test('a change is written at once, and those that follow soon together', ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { done, write } = watched();
  for (const t of [1, 2, 3]) write(at(t), false);
  assert.deepEqual(done, ['replace 1']);
  mock.timers.tick(400);
  assert.deepEqual(done, ['replace 1', 'replace 3']);
  mock.timers.tick(400);
  write(at(4), false);
  assert.deepEqual(done.at(-1), 'replace 4');
});

test('the place that is left is where it was last, and what waits of it is written nowhere else', ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { done, write, forget } = watched();
  write(at(1), false);
  write(at(2), false);
  write(at(3), true);
  assert.deepEqual(done, ['replace 1', 'replace 2', 'push 3']);
  write(at(4), false);
  forget();
  mock.timers.tick(1000);
  assert.deepEqual(done.length, 3);
});

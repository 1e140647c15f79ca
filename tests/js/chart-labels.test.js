/** What is written below a chart where there is not room for every letter. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { labelsOf, runsOf } from '../../static/js/views/charts/labels.js';

/** @param {string[]} texts @param {string} reads @param {number} t */
const sceneOf = (texts, reads, t) => /** @type {any} */ ({
  trace: { total: texts.length, tokens: texts.map((text) => ({ text, known: true })), told: (/** @type {number} */ k) => texts[k] },
  moment: { t, phase: 0 }, phases: [1, 2], model: { reads },
});
/** @param {string} text @param {number} width @param {number} [t] */
const written = (text, width, t = 0) => labelsOf(sceneOf([...text], 'letters', t), width);

test('letters that have no room each are written as the words that they make', () => {
  const labels = written('CAPTAIN:\nThe ship is lost, my lords;', 200, 11);
  assert.deepEqual(labels.map(({ text }) => text), ['CAPT…', 'The ship', 'is lost,', 'my lords;']);
  assert.deepEqual(labels.filter(({ present }) => present).map(({ text }) => text), ['The ship']);
});

test('what has no words is written in runs, in their order', () => {
  assert.deepEqual(runsOf([...'aaaaaaaabbbb'], 3), [0, 3], 'the rest is short enough');
  assert.deepEqual(runsOf([...'aaaaaaaabbbbb'], 3), [0, 3, 6]);
});

test('where there is room each letter is by itself, and a space has its sign', () => {
  assert.deepEqual(written('to be', 400).map(({ text }) => text), ['t', 'o', '␣', 'b', 'e']);
});

test('words are left out, the present one never', () => {
  const labels = labelsOf(sceneOf(['Anna', 'grew', 'up', 'in', 'France', 'understandably'], 'words', 5), 60);
  assert.deepEqual(labels, [{ t: 0, text: 'Anna', present: false }, { t: 5, text: 'understa…', present: true }]);
});

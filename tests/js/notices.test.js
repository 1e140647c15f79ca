import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

/** @type {{ name: string, notices?: { unless: string | null, unknown: boolean, says: string }[] }[]} */
const cards = JSON.parse(readFileSync(new URL('../../lstm_core/zoo/manifest.json', import.meta.url), 'utf8'));

/** @param {string} name @param {string} text */
const fits = (name, text) => {
  const { notices = [] } = cards.find((card) => card.name === name) ?? {};
  return notices.filter(({ unless }) => unless !== null).map(({ unless }) => new RegExp(`^(?:${unless})$`, 'ui').test(text.trim()));
};

test('the expressions of the cards are read here as they are in Python', () => {
  for (const { name } of cards) assert.ok(fits(name, 'x').every((fit) => typeof fit === 'boolean'));
  const dates = ['Tuesday, 5 May 1998', 'the 3rd of March, 2021', '12/25/2021', "Feb 29 ’04", 'yesterday', '5 May', '14 October 1066'];
  assert.deepEqual(dates.map((date) => fits('dates', date)[0]), [true, true, true, true, false, false, false]);
  assert.deepEqual(['aab', ' AAB ', 'ba', 'a b'].map((text) => fits('counter', text)[0]), [true, true, false, false]);
  assert.deepEqual(['The cat', 'Who is it?', 'Who is it?\n', 'Who? Me.'].map((text) => fits('reader-32', text)[0]), [true, false, false, true]);
});

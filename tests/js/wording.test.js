import assert from 'node:assert/strict';
import { test } from 'node:test';

import { exampleOf, glyph, hintOf, letterList, quoted, readingOf, sceneTitle, spoken, taskOf, textFor, wayOf } from '../../static/js/wording.js';
import { grouped, makeOf, placeAfter } from '../../static/js/views/models.js';

const model = (name, more = {}) => ({
  name, title: name, description: '', group: 'A', task: 'next-word', reads: 'words', symbols: [], letters: null, outputs: [], cell: 'lstm', units: 8, layers: [{ name: 'layer0', kind: 'recurrent', units: 8, short: 'LSTM' }], wording: {}, examples: [`the example of ${name}`], ...more,
});

test('what cannot be seen has a sign to look at and a name to hear', () => {
  assert.deepEqual([' ', '\n', '↵', '⏹', 'e'].map(glyph), ['␣', '↵', '↵', '■', 'e']);
  assert.deepEqual([' ', '↵', 'e'].map(quoted), ['a space', 'a line break', '“e”']);
  assert.deepEqual([' ', 'e'].map(spoken), ['a space', 'e']);
});

test('letters are listed as a person lists them', () => {
  assert.equal(letterList([...' zyx.9876543210,abcdefghijklmnopqrstuvw']), 'a–z 0–9 ␣ , .');
  assert.equal(letterList(['b', 'a']), 'a b');
  assert.equal(letterList([...'ABCabc']), 'a–c A–C');
});

test('a model says what it asks for', () => {
  assert.deepEqual(['words', 'letters', 'numbers'].map((reads) => readingOf(model('m', { reads })).label), ['Sentence', 'Letters', 'Series']);
  assert.equal(readingOf(model('m', { reads: 'letters', wording: { label: 'Date' } })).label, 'Date');
  assert.throws(() => readingOf(model('m', { reads: 'smells' })), RangeError);
  assert.equal(hintOf(model('m')), '');
  assert.equal(hintOf(model('m', { reads: 'letters', symbols: ['a', 'b', 'c', '↵', '⏹'] })), 'Letters it knows: a–c · a line break is ↵, or Shift and Enter');
  assert.match(hintOf(model('m', { reads: 'numbers' })), /decimal point, separated by spaces, commas, semicolons or lines/);
  assert.equal(taskOf('forecast').says, 'next number');
});

test('titles name what is read and the cell, with the right article', () => {
  assert.equal(sceneTitle(model('m')), 'A sentence inside an LSTM');
  assert.equal(sceneTitle(model('m', { layers: [{ short: 'LSTM' }, { short: 'GRU' }], reads: 'numbers' })), 'A series inside a GRU');
  assert.equal(sceneTitle(model('m', { layers: [{ short: 'peephole LSTM' }], reads: 'letters' })), 'A text inside a peephole LSTM');
});

test('how a token is read depends on what the model has for it', () => {
  const spelling = { letters: { width: 3, filters: 4 } };
  assert.equal(wayOf(model('m'), true), 'is looked up in the word table');
  assert.match(wayOf(model('m', spelling), false), /is not in the word table, so it is read by its letters/);
  assert.match(wayOf(model('m'), false), /is not in the word table, so nothing is read from it/);
  assert.match(wayOf(model('m', { reads: 'letters' }), false), /is not in the table of letters, so nothing is read from it/);
  assert.match(wayOf(model('m', { ...spelling, layers: [{ kind: 'convolution' }, { kind: 'recurrent' }] }), true), /by its letters, like every word/);
});

test('another model keeps the text where it makes sense, and else shows its own example', () => {
  const [reader, gru] = [model('reader'), model('gru', { cell: 'gru' })];
  assert.equal(textFor(gru, reader, 'the example of reader'), 'the example of reader');
  const film = model('film', { task: 'class', outputs: ['negative', 'positive'] });
  assert.equal(textFor(film, reader, 'it was good'), 'it was good');
  assert.equal(textFor(film, reader, 'the example of reader'), 'the example of film');
  const french = model('french', { task: 'transduce' });
  assert.equal(textFor(french, reader, 'it was good'), 'the example of french');
  const [ab, all] = [['a', 'b'], ['a', 'b', 'c', '↵']].map((symbols, k) => model(`letters${k}`, { reads: 'letters', task: 'next-letter', symbols }));
  assert.equal(textFor(ab, all, 'aab'), 'aab');
  assert.equal(textFor(ab, all, 'abc'), 'the example of letters0');
  assert.equal(textFor(all, ab, 'a\nb'), 'a\nb');
  assert.equal(textFor(model('own', { examples: [] }), reader, 'x'), 'x');
  assert.equal(textFor(model('own', { reads: 'letters', symbols: ['a', 'b'], examples: [] }), reader, 'x'), 'ab');
  assert.match(exampleOf(model('own', { reads: 'numbers', examples: [] })), /^[\d ]+$/);
});

test('the picker groups models by what they teach, and arrows move in it', () => {
  const groups = grouped([model('a'), model('b', { group: 'B' }), model('c')]);
  assert.deepEqual(groups.map(([group, models]) => [group, models.map(({ name }) => name)]), [['A', ['a', 'c']], ['B', ['b']]]);
  assert.equal(makeOf(model('m')), 'LSTM · 8 units');
  assert.equal(makeOf(model('m', { layers: [{ units: 8 }, { units: 8, short: 'LSTM' }] })), 'LSTM · 2 × 8 units');
  assert.deepEqual(['ArrowDown', 'ArrowUp', 'Home', 'End', 'x'].map((key) => placeAfter(key, 2, 3)), [2, 1, 0, 2, null]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ANY, basis, bestOf, carriedColumns, claim, followedBy, nameOf, strength } from '../../static/js/carried.js';
import { columnsOf, mostOf, ordered, withoutSpan } from '../../static/js/units.js';

const layer = { name: 'layer0', units: 3, steps: 4, state: 'c', keeps: 'f', gates: ['f'] };
/** @param {number} unit @param {Record<string, unknown>} more */
const unitOf = (unit, more) => ({ layer: 'layer0', unit, state: 0.5, kept: 0.5, half_life: 1, gates: { f: { shut: 0, open: 0.25 } }, term: 1, erased: { probability: 0.5, bits: 1, says: 'the' }, ...more });
const told = {
  model: 'm', text: 'a b', t: 1, token: 'b', symbol: 'the', probability: 0.9, shut: 0.1, open: 0.9, layers: [layer],
  units: [unitOf(0, { erased: null }), unitOf(1, { kept: 1, half_life: null, term: -2 }), unitOf(2, { half_life: 12.34, erased: { probability: 0.0625, bits: 3.85, says: 'a' } })],
};
const columns = columnsOf(told, 'words', (gate) => `gate ${gate}`);
/** @param {string} key */
const column = (key) => /** @type {import('../../static/js/units.js').Column} */ (columns.find((one) => one.key === key));
/** @param {string} key @param {boolean} down */
const order = (key, down) => ordered(told.units, column(key), down).map(({ unit }) => unit);

test('a column a measure, those of one thing side by side', () => {
  assert.deepEqual(columns.map(({ key }) => key), ['term', 'bits', 'without', 'state', 'half_life', 'f.shut', 'f.open']);
  assert.deepEqual([...new Set(columns.map(({ group }) => group))], ['for “the”', 'memory', 'gate f f']);
  assert.deepEqual(told.units.map(column('half_life').text), ['1.0', '∞', '12']);
  assert.deepEqual(told.units.map(column('without').text), ['–', '50 %', '6.3 % a']);
  assert.deepEqual(told.units.map(column('term').text), ['1.00', '−2.00', '1.00']);
});

test('it sorts by what is there; what is not there is last, either way', () => {
  assert.deepEqual(order('bits', true), [2, 1, 0]);
  assert.deepEqual(order('bits', false), [1, 2, 0]);
  assert.deepEqual(order('half_life', true), [1, 2, 0]);
  assert.deepEqual(order('term', false), [1, 0, 2]);
  assert.equal(mostOf(column('half_life'), told.units), 12.34);
  assert.equal(mostOf(column('term'), told.units), 2);
});

test('what is small in all units is written with more digits', () => {
  const small = { ...told, units: [unitOf(0, { erased: { probability: 0.9, bits: 0.0042, says: 'the' } })] };
  assert.equal(columnsOf(small, 'words', String).find(({ key }) => key === 'bits')?.text(/** @type {any} */ (small.units[0])), '0.0042');
});

test('a cell that makes its state anew has no span and says why; a forecast has a value in the place of a probability', () => {
  const plain = { ...told, layers: [{ ...layer, state: 'h', keeps: null, gates: [] }] };
  assert.deepEqual(columnsOf(plain, 'words', String).map(({ key }) => key), ['term', 'bits', 'without', 'state']);
  assert.match(withoutSpan(plain, 'word', 'RNN'), /^The RNN makes its state anew at every word/);
  assert.equal(withoutSpan(told, 'word', 'LSTM'), '');
  const { probability, ...forecast } = { ...told, symbol: 'next', value: 3, units: [unitOf(0, { erased: { value: 2, moves: 1 } })] };
  assert.ok(probability);
  assert.deepEqual(columnsOf(forecast, 'numbers', String).slice(0, 2).map(({ key, text }) => [key, text(/** @type {any} */ (forecast.units[0]))]), [['term', '1.00'], ['moves', '1.00']]);
});

/** @param {string} name @param {number[]} chosen @param {number[]} scored @param {number | null} holding */
const property = (name, chosen, scored, holding) => ({ name, kind: name, says: `after ${name}`, words: 90, sentences: 9, holding, best: { layer: 'layer0', unit: 0, rises: true, chosen: 1, scored: 1 }, untrained: { chosen: 0.7, scored: 0.52 }, layers: { layer0: { rises: [true, false, true], chosen, scored } } });
const properties = [property('x', [0.6, 0.99, 0.5], [0.55, 0.97, 0.4], 3), property('y', [0.8, 0.9, 0.7], [0.9, 0.6, 0.62], null)];

test('a unit’s best is what it follows best where units are chosen, not where they are scored', () => {
  const best = [0, 1, 2].map((unit) => bestOf(properties, { layer: 'layer0', unit }));
  assert.deepEqual(best.map((found) => [found?.property.name, found?.chosen, found?.scored]), [['y', 0.8, 0.9], ['x', 0.99, 0.97], ['y', 0.7, 0.62]]);
  assert.equal(bestOf(properties, { layer: 'layer9', unit: 0 }), null);
  assert.equal(followedBy(properties[0] ?? assert.fail(), { layer: 'layer0', unit: 7 }), null);
});

test('the columns say of each unit its best, or of all the one that is asked for', () => {
  const texts = (/** @type {string} */ asked) => carriedColumns(properties, asked).map(({ text }) => text(/** @type {any} */ ({ layer: 'layer0', unit: 1 })));
  assert.deepEqual(texts(ANY), ['x ▼', '99.0 %', '97.0 %']);
  assert.deepEqual(texts('y'), ['y ▼', '90.0 %', '60.0 %']);
  const part = carriedColumns(properties, 'y')[1]?.part ?? assert.fail();
  assert.deepEqual([part(1, 1), part(0.75, 1), part(0.4, 1)], [1, 0.5, 0]);
});

test('the words are as strong as the score', () => {
  assert.deepEqual([0.97, 0.9, 0.75, 0.65, 0.55, 0.2].map(strength), ['almost always tells', 'mostly tells', 'more often tells than not', 'hardly tells', 'does not tell', 'does not tell']);
  const found = followedBy(properties[0] ?? assert.fail(), { layer: 'layer0', unit: 1 }) ?? assert.fail();
  assert.equal(claim(found, 'unit 1', 'c'), 'Unit 1 almost always tells: of two words, one after x and one not, its c is lower at the first in 97.0 % of all pairs.');
  assert.deepEqual([nameOf({ layers: [] }, { layer: 'a', unit: 1 }, String), nameOf({ layers: Array(2) }, { layer: 'a', unit: 1 }, (name) => name.toUpperCase())], ['unit 1', 'unit 1 of A']);
  assert.match(basis(found, 1001), /90 words of 9 sentences, 3 of which have it.*Chance is 50 %.*seed 1001.*52\.0 %, no better than chance/);
});

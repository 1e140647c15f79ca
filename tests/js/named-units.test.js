import assert from 'node:assert/strict';
import { test } from 'node:test';

import { namedUnits, opensWith } from '../../static/js/named-units.js';

test('a unit is named if it was found, and told with its measure', () => {
  const scores = {
    bits_a_letter: 2.17,
    units: {
      name: { state: 'c', unit: 107, sign: 1, auc: 0.9984, untrained: 0.9, named: true },
      vowel: { state: 'c', unit: 110, sign: -1, auc: 0.889, untrained: 0.65, named: false },
      position: { state: 'h', unit: 164, sign: -1, r: -0.8533, untrained: 0.35, named: true },
    },
  };
  assert.deepEqual(namedUnits(scores), [
    { unit: 107, state: 'c', label: 'a speaker’s name', measure: 'AUC 0.998' },
    { unit: 164, state: 'h', label: 'the position in the line', measure: 'r −0.853' },
  ]);
});

test('a counter names the unit that counts', () => {
  const scores = { counts_right_up_to: 62, counting_unit: { unit: 3, correlation: 0.99976, a_letter_a: 0.85, a_letter_b: -0.89 } };
  assert.deepEqual(namedUnits(scores), [{ unit: 3, state: 'c', label: 'the count', measure: 'r 1.000' }]);
});

test('where nothing was found nothing is named', () => {
  assert.deepEqual(namedUnits({}), []);
  assert.deepEqual(namedUnits({ units: {} }), []);
});

test('a model is opened with the unit that counts, else with the first that was named', () => {
  const layers = [{ name: 'letters', kind: 'convolution' }, { name: 'layer0', kind: 'recurrent' }];
  const name = { state: 'h', unit: 107, auc: 0.9984, named: true };
  const counts = { unit: 3, correlation: 0.99976 };
  assert.deepEqual(opensWith({ scores: { units: { name, vowel: { ...name, unit: 1 } } }, layers }), { layer: 'layer0', unit: 107, signal: 'h', view: 'line' });
  assert.deepEqual(opensWith({ scores: { units: { name }, counting_unit: counts }, layers }), { layer: 'layer0', unit: 3, signal: 'c', view: 'line' });
  assert.equal(opensWith({ scores: { units: { name: { ...name, named: false } } }, layers }), null);
  assert.equal(opensWith({ scores: {}, layers }), null);
  assert.equal(opensWith({ scores: { counting_unit: counts }, layers: layers.slice(0, 1) }), null);
});

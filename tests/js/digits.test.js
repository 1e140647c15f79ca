/** Digits are as few as make what is written agree with itself; what cannot agree says so. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { alone, Digits, product, rounded, sum } from '../../static/js/digits.js';

/** @param {string} fn @param {import('../../static/js/formula.js').Tree} arg */
const call = (fn, arg) => ({ op: 'call', fn, args: [arg] });

test('a product has as many digits as make it agree, and no more', () => {
  const [f, c] = [alone(0.0236), alone(-2.1609)];
  const result = alone(0.0236 * -2.1609);
  const digits = new Digits();
  const written = product([f, c]);
  digits.equate(written, result);
  // 0.02 × (−2.16) is −0.04, and it is −0.05: so 0.024 × (−2.161).
  assert.equal(digits.sign(written), '≈');
  digits.settle();
  assert.deepEqual([digits.of(f), digits.of(c), digits.of(result), digits.sign(written)], [3, 3, 2, '=']);
  assert.equal(rounded(digits.value(written), 2), -0.05);
});

test('what agrees as it is keeps its digits', () => {
  const [a, b] = [alone(0.5), alone(0.24)];
  const digits = new Digits();
  digits.equate(product([a, b]), alone(0.12));
  digits.settle();
  assert.deepEqual([digits.of(a), digits.of(b)], [2, 2]);
});

test('a function of what is shown agrees, too', () => {
  const z = alone(1.3349);
  const value = alone(1 / (1 + Math.exp(-1.3349)));
  const digits = new Digits({ least: 1, most: 6 });
  digits.begin(value, 3);
  digits.equate(call('sigmoid', z), value);
  digits.settle();
  assert.ok(digits.of(z) > 1);
  assert.equal(rounded(digits.value(call('sigmoid', z)), 3), rounded(value.value, 3));
});

test('a number that is written in two sums suits both', () => {
  const [a, b, c] = [alone(0.1249), alone(0.1249), alone(0.1249)];
  const part = alone(a.value * 3);
  const digits = new Digits();
  digits.equate(product([a, { op: 'number', value: 3 }]), part);
  digits.equate(sum([part, b, c]), alone(5 * a.value));
  digits.settle();
  for (const { left, right } of digits.equations) {
    assert.ok(Math.abs(digits.value(left) - rounded(right.value ?? NaN, digits.of(right))) <= 0.5 * 10 ** -digits.of(right) + 1e-9);
  }
  assert.equal(digits.of(part), digits.of(b), 'what is added up has one number of digits');
});

test('numbers in a formula are exact, a difference counts', () => {
  const z = alone(0.3333);
  const rest = { op: 'sub', args: [{ op: 'number', value: 1 }, z] };
  const digits = new Digits();
  digits.equate(product([rest, alone(3)]), alone(3 * (1 - 0.3333)));
  digits.settle();
  assert.equal(digits.sign(product([])), '=', 'of no equation nothing is wrong');
  assert.equal(digits.value(rest), 1 - rounded(0.3333, digits.of(z)));
});

test('what cannot agree within the limit is told', () => {
  const z = alone(0.5);
  const digits = new Digits({ least: 2, most: 4 });
  const written = product([z, z]);
  digits.equate(written, alone(0.26));
  digits.settle();
  assert.deepEqual([digits.of(z), digits.sign(written)], [4, '≈']);
});

test('half way between two roundings either is right', () => {
  const digits = new Digits();
  const written = product([alone(0.25), alone(0.5)]);
  digits.equate(written, alone(0.12499));
  assert.equal(digits.sign(written), '=');
});

test('in a long line only the number that needs it most gets a digit', () => {
  const parts = [1.3853, 0, 0.2214, 0.1111, 0.0304].map(alone);
  const result = alone(1.3853 + 0.2214 + 0.1111 + 0.0304 + 0.0008);
  const digits = new Digits();
  digits.equate(sum(parts), result, { sparing: true });
  digits.settle();
  assert.equal(digits.sign(sum(parts)), '=');
  assert.deepEqual(digits.of(parts[1] ?? result), 2, 'a digit more of nothing says nothing more');
  assert.ok(Math.abs(digits.value(sum(parts)) - rounded(result.value, 2)) <= 0.005 + 1e-9);
});

test('what has one name has one form in a line', () => {
  const z = () => ({ ...alone(0.63612), name: 'z' });
  const [kept, let_in, h, n] = [z(), z(), alone(0.1249), alone(-0.4553)];
  const rest = { op: 'sub', args: [{ op: 'number', value: 1 }, let_in] };
  const digits = new Digits();
  digits.equate(product([rest, n]), alone((1 - z().value) * n.value));
  digits.equate(product([kept, h]), alone(kept.value * h.value));
  digits.settle();
  assert.equal(digits.of(kept), digits.of(let_in));
});

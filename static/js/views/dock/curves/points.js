/**
 * Where a unit stands on σ and tanh at a step: the pre-activation z that the model summed, what the curve makes of it, and
 * how steep it is there. Pure; z comes from the written-out sum, never back from a gate's value.
 */

import { byItself } from '../../../clamps.js';
import { alone, Digits, product } from '../../../digits.js';
import { FUNCTIONS } from '../../../formula.js';

/** @typedef {import('../../../formula.js').Tree} Tree */
/** @typedef {'sigmoid' | 'tanh'} Curve */
/**
 * @typedef {object} Point
 * @property {import('../../../api.js').SignalEntry} signal
 * @property {Curve} curve
 * @property {number} z what goes in
 * @property {number} own what the curve makes of it
 * @property {number} value the signal's own: the same, but where it is held by hand
 * @property {number} slope of the curve there
 * @property {boolean} held
 */

/** dσ/dz = σ·(1 − σ), dtanh/dz = 1 − tanh². @type {Record<Curve, (value: number) => number>} */
const SLOPES = { sigmoid: (value) => value * (1 - value), tanh: (value) => 1 - value * value };

/** The steepest that a curve is: at z = 0. */
export const STEEPEST = { sigmoid: 0.25, tanh: 1 };

/** @param {Curve} curve @param {number} z */
export const valueAt = (curve, z) => FUNCTIONS[curve]?.(z) ?? NaN;

/** @param {Curve} curve @param {number} z */
export const slopeAt = (curve, z) => SLOPES[curve](valueAt(curve, z));

/** @param {string | undefined} fn @returns {fn is Curve} */
const isCurve = (fn) => fn === 'sigmoid' || fn === 'tanh';

/**
 * Every signal of the unit that a curve makes, as far as the step has come.
 * @param {import('../../../scene.js').Scene} scene @param {import('../../../api.js').Arithmetic} arithmetic @returns {Point[]}
 */
export function pointsOf({ layer, reached }, arithmetic) {
  return arithmetic.signals.flatMap(({ signal: name, value, tree }) => {
    const signal = layer.signals.find((one) => one.name === name);
    const own = tree && byItself(tree);
    const z = own?.args?.[0]?.value;
    if (!signal || !own || own.op !== 'call' || !isCurve(own.fn) || z === undefined || !reached(name)) return [];
    return [{ signal, curve: own.fn, z, own: valueAt(own.fn, z), value, slope: slopeAt(own.fn, z), held: own !== tree }];
  });
}

/** With how many digits a point is told, so that the curve of the z that is shown is the value that is shown, and so on. @param {Point} point */
export function digitsOf({ curve, z, own, slope }) {
  const [into, out, steep] = [alone(z), alone(own), alone(slope)];
  /** @type {Tree} */
  const one = { op: 'number', value: 1 };
  const digits = new Digits();
  digits.begin(steep, 3);
  digits.equate({ op: 'call', fn: curve, args: [into] }, out);
  digits.equate(curve === 'sigmoid' ? product([out, { op: 'sub', args: [one, out] }]) : { op: 'sub', args: [one, product([out, out])] }, steep);
  digits.settle();
  return { z: digits.of(into), own: digits.of(out), slope: digits.of(steep) };
}

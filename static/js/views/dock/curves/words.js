/**
 * What is said of a unit's points on the curves.
 */

import { symbolOf, symbolText } from '../../../gates.js';
import { plain } from '../../../scales.js';
import { digitsOf, STEEPEST } from './points.js';

/** @typedef {import('./points.js').Point} Point */

const SATURATED = 0.2; // of the steepest slope: below it a curve counts as flat

/** How much of a gradient passes, as "2.4 %". @param {number} slope @param {number} digits of the slope */
export const passing = (slope, digits) => `${plain(100 * slope, Math.max(0, digits - 2))} %`;

/** @param {Point} point */
const flatness = ({ slope, curve }) => slope / STEEPEST[curve];

/** @param {Point} point */
const nameOf = ({ signal }) => symbolText(symbolOf(signal)).replaceAll('_', '');

/** At which end a flat curve is. @param {Point} point */
function endOf({ curve, z }) {
  if (curve === 'tanh') return z < 0 ? 'nearly −1' : 'nearly 1';
  return z < 0 ? 'nearly shut' : 'nearly open';
}

/**
 * Why a saturated gate passes no gradient, with this unit's own number.
 * @param {readonly Point[]} points of one step
 */
export function saturationOf(points) {
  const [held] = points.filter((one) => one.held);
  if (held) return `${nameOf(held)} is held by hand: it does not follow its z any more, so no gradient passes through it at all.`;
  const [flattest] = [...points].sort((a, b) => flatness(a) - flatness(b));
  if (!flattest) return '';
  const digits = digitsOf(flattest);
  const most = `${100 * STEEPEST[flattest.curve]} %`;
  const passes = passing(flattest.slope, digits.slope);
  const where = `z = ${plain(flattest.z, digits.z)}`;
  if (flatness(flattest) < SATURATED) {
    return `${nameOf(flattest)} is saturated, ${endOf(flattest)}: at ${where} the curve is so flat that ${passes} of a gradient passes through it, at z = 0 it would be ${most}. What is wrong at such an end hardly reaches the weights that put it there.`;
  }
  return `None is saturated here: the flattest is ${nameOf(flattest)}, which at ${where} still passes ${passes} of a gradient; at z = 0 it would be ${most}.`;
}

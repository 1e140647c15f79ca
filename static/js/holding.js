/**
 * Clamps made by hand: what is held, added to a list of clamps and taken out of it again. Pure; a trace's list is never
 * changed, a new one is given.
 */

import { parseClamp, within } from './clamps.js';
import { numeral } from './numeral.js';
import { canonicalClamp } from './run-request.js';

/** @typedef {import('./clamps.js').Ranges} Ranges */
/** @typedef {{ layer: string, gate: string, units: Ranges | null, steps: Ranges | null }} Target what is held; null means all */

export const LAST = 99_999; // a step that no text reaches: from here on

/** @param {Ranges | null} ranges @param {string} mark @param {string} [end] */
const written = (ranges, mark, end = '') => (ranges ? `${mark}${ranges.map((range) => range.join('-')).join(',')}${end}` : '');

/** A clamp in its one form. @param {Target} target @param {number} value */
export function writeClamp({ layer, gate, units, steps }, value) {
  const text = `${layer}.${gate}${written(units, '[', ']')}${written(steps, '@')}=${numeral(value)}`;
  return canonicalClamp(text) ?? text;
}

/** Whether all of `inner` lies in `outer`. @param {Ranges | null} outer @param {Ranges | null} inner */
const holds = (outer, inner) => outer === null || (inner !== null && inner.every(([from, to]) => outer.some(([a, b]) => a <= from && to <= b)));

/** @param {Target} target @param {import('./clamps.js').Clamp} clamp */
const covers = (target, clamp) => target.layer === clamp.layer && target.gate === clamp.gate && holds(target.units, clamp.units) && holds(target.steps, clamp.steps);

/**
 * The clamps with this held, too; what it holds anew is held no more as it was.
 * @param {readonly string[]} clamps @param {Target} target @param {number} value
 */
export const hold = (clamps, target, value) => [...clamps.filter((one) => !covers(target, parseClamp(one))), writeClamp(target, value)];

/**
 * The clamps with this free again: all that it holds, or of what holds more one unit at one step.
 * @param {readonly string[]} clamps @param {Target} target @param {number} units of the layer
 */
export function free(clamps, target, units) {
  const others = clamps.filter((one) => !covers(target, parseClamp(one)));
  const [[unit, last] = [0, 1]] = target.units ?? [];
  const [[t, end] = [0, 1]] = target.steps ?? [];
  return unit === last && t === end ? letGo(others, target.layer, target.gate, unit, t, units) : others;
}

/** What a range leaves free of a single index; null is all, up to `last`. @param {Ranges | null} ranges @param {number} k @param {number} last @returns {Ranges} */
function without(ranges, k, last) {
  /** @type {[number, number][]} */
  const parts = (ranges ?? [[0, last]]).flatMap(([from, to]) => (from <= k && k <= to ? /** @type {[number, number][]} */ ([[from, k - 1], [k + 1, to]]) : /** @type {[number, number][]} */ ([[from, to]])));
  return parts.filter(([from, to]) => from <= to);
}

/**
 * The clamps with one unit free at one step: a clamp that held more goes on holding the rest.
 * @param {readonly string[]} clamps @param {string} layer @param {string} gate @param {number} unit @param {number} t @param {number} units of the layer
 */
export function letGo(clamps, layer, gate, unit, t, units) {
  return clamps.flatMap((one) => {
    const clamp = parseClamp(one);
    if (clamp.layer !== layer || clamp.gate !== gate || !within(clamp.units, unit) || !within(clamp.steps, t)) return [one];
    const [others, later] = [without(clamp.units, unit, units - 1), without(clamp.steps, t, LAST)];
    return [
      ...(others.length ? [writeClamp({ layer, gate, units: others, steps: clamp.steps }, clamp.value)] : []),
      ...(later.length ? [writeClamp({ layer, gate, units: [[unit, unit]], steps: later }, clamp.value)] : []),
    ];
  });
}

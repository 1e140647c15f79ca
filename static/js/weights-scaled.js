/**
 * Weights scaled by hand, as a trace tells of them: `layer.parameter=factor`; `layer0.U` means U of every gate. Of two that
 * scale the same, the later one counts. Its twin is `lstm_core/scales.py`.
 */

import { numeral } from './numeral.js';

/** @typedef {{ written: string, layer: string, name: string, factor: number }} Scale */

const FORM = /^(?<layer>\w+)\.(?<name>\w+)=(?<factor>[-+]?[\d.]+(?:e[-+]?\d+)?)$/;
const LONGEST = 80;
export const LARGEST = 10; // the factors go from 0 to this one

/** @param {string} typed @returns {Scale | null} null for what is none */
export function parseScale(typed) {
  const written = typed.trim();
  const found = typed.length <= LONGEST ? FORM.exec(written)?.groups : undefined;
  const factor = Number(found?.['factor'] ?? NaN);
  return found && Number.isFinite(factor) ? { written, layer: found['layer'] ?? '', name: found['name'] ?? '', factor } : null;
}

/** @param {string} layer @param {string} name @param {number} factor */
export const writeScale = (layer, name, factor) => `${layer}.${name}=${numeral(factor)}`;

/** A scale in its one form; null for what is none. @param {string} typed */
export function canonicalScale(typed) {
  const found = parseScale(typed);
  return found && writeScale(found.layer, found.name, found.factor);
}

/**
 * The scales with these weights at a factor, in place of what was said of them before; at 1 they are as the model has them.
 * @param {readonly string[]} scales @param {string} layer @param {string} name @param {number} factor
 */
export function scaled(scales, layer, name, factor) {
  const others = scales.filter((one) => {
    const found = parseScale(one);
    return !found || found.layer !== layer || !(found.name === name || found.name.startsWith(`${name}_`));
  });
  const within = others.some((one) => parseScale(one)?.layer === layer && name.startsWith(`${parseScale(one)?.name}_`));
  return factor === 1 && !within ? others : [...others, writeScale(layer, name, factor)];
}

/**
 * The lines of a unit's arithmetic, one for each signal that has a formula.
 */

import { adds } from '../../formula.js';
import { lineOf } from './line.js';

/** @typedef {import('../../api.js').Arithmetic} Arithmetic */
/** @typedef {import('../../formula.js').Tree} Tree */
/** @typedef {import('../../scene.js').Scene} Scene */
/** @typedef {import('./line.js').Explained} Explained */

/** The vectors that a formula multiplies by a matrix. @param {Tree} tree @returns {string[]} */
const summed = (tree) => (tree.op === 'matmul' ? [tree.args?.[1]?.name ?? ''] : (tree.args ?? []).flatMap(summed));

/** The signals that formulas say. @param {Arithmetic} arithmetic */
const explained = ({ signals }) => signals.flatMap((written) => (written.tree && written.formula ? [/** @type {Explained} */ (written)] : []));

/**
 * The lines of a unit: each signal that the step has come to. A product stands in the formulas that use it, unless it is
 * a sum itself or multiplied as a vector: then it has a line.
 * @param {Pick<Scene, 'layer' | 'reached'>} scene @param {Arithmetic} arithmetic @param {(signal: string) => void} onTerms
 */
export function linesOf({ layer, reached }, arithmetic, onTerms) {
  const declared = new Map(layer.signals.map((signal) => [signal.name, signal]));
  const all = explained(arithmetic);
  const vectors = new Set(all.flatMap(({ formula }) => summed(formula)));
  const products = new Map(all
    .filter(({ signal, formula }) => declared.get(signal)?.role === 'product' && !adds(formula) && !vectors.has(signal))
    .map(({ signal, tree }) => [signal, tree]));
  return all.flatMap((written) => {
    const signal = declared.get(written.signal);
    return signal && signal.role !== 'input' && reached(signal.name) && !products.has(signal.name) ? [lineOf(written, signal, products, onTerms)] : [];
  });
}

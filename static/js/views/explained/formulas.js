/**
 * Formulas in MathML: a cell's own, and those that no cell declares.
 */

import { math } from '../../dom.js';
import { renamed } from '../../formula.js';
import { asRead } from '../../gates.js';
import { inline, symbol, symbols } from '../../mathml.js';

/** @typedef {import('../../parts/types.js').Explanation} Explanation */
/** @typedef {import('../../parts/types.js').Known} Known */
/** @typedef {import('../../layout/types.js').LayerInfo} LayerInfo */

const name = (/** @type {string} */ text) => math('mi', null, text);
const sign = (/** @type {string} */ text) => math('mo', null, text);
const one = () => math('mn', null, '1');
const row = (/** @type {(Element | string)[]} */ ...parts) => math('mrow', null, ...parts);
const indexed = (/** @type {string} */ base, /** @type {string} */ index) => math('msub', null, name(base), name(index));
/** @param {...Element} exponent */
const power = (...exponent) => math('msup', null, name('e'), row(...exponent));
const sum = (/** @type {Element} */ what) => row(math('munder', null, sign('∑'), name('k')), what);
const sized = (/** @type {string} */ text) => row(sign('|'), indexed(text, 'k'), sign('|'));

/** @type {Record<Known, () => Element>} */
const KNOWN = {
  sigmoid: () => row(name('σ'), sign('('), name('z'), sign(')'), sign('='), math('mfrac', null, one(), row(one(), sign('+'), power(sign('−'), name('z'))))),
  tanh: () => row(name('tanh'), sign('('), name('z'), sign(')'), sign('='), math('mfrac', null, row(power(name('z')), sign('−'), power(sign('−'), name('z'))), row(power(name('z')), sign('+'), power(sign('−'), name('z'))))),
  softmax: () => row(indexed('p', 'v'), sign('='), math('mfrac', null, power(indexed('z', 'v')), sum(power(indexed('z', 'k'))))),
  bits: () => row(sign('−'), math('msub', null, name('log'), math('mn', null, '2')), name('p')),
  mean: () => row(math('mfrac', null, one(), name('H')), sum(indexed('f', 'k'))),
  filter: () => row(math('munder', null, name('max'), name('p')), name('max'), sign('('), math('mn', null, '0'), sign(','), sum(row(indexed('w', 'k'), sign('⋅'), math('msub', null, name('e'), row(name('p'), sign('+'), name('k'))))), sign('+'), name('b'), sign(')')),
  share: () => math('mfrac', null, sum(sized('after')), sum(sized('before'))),
};

/**
 * @param {Explanation['formula']} formula @param {LayerInfo} layer
 * @returns {MathMLElement | null}
 */
export function drawFormula(formula, layer) {
  if (!formula) return null;
  if ('joined' in formula) return math('math', null, row(sign('['), ...formula.joined.flatMap((id, k) => [...(k ? [sign(';')] : []), symbol(asRead(id, layer))]), sign(']')));
  if ('known' in formula) return math('math', null, KNOWN[formula.known]());
  const products = new Map(layer.signals.flatMap((signal) => (signal.role === 'product' && signal.tree && signal.tree.op !== 'add' ? [[signal.name, signal.tree]] : [])));
  const written = renamed(inline(formula.tree, products), (id) => asRead(id, layer));
  return math('math', null, row(...(formula.left ? [symbol(formula.left), sign('=')] : []), symbols(written)));
}

/**
 * A signal of the chosen unit in one line: f = σ(W_f·x + …) = σ(1.12 − …) = 0.12. A valve that is held has its value
 * first, and then what it would be by itself.
 */

import { byItself } from '../../clamps.js';
import { html, math } from '../../dom.js';
import { adds } from '../../formula.js';
import { hueClass, hueOf } from '../../gates.js';
import { inline, number, numbers, symbol, symbols } from '../../mathml.js';

/** @typedef {import('../../formula.js').Tree} Tree */
/** @typedef {import('../../api.js').Written & { formula: Tree, tree: Tree }} Explained a signal that a formula says */

/** Whether a formula names a product whose own formula is written in its place. @param {Tree} tree @param {Map<string, Tree>} products @returns {boolean} */
const holds = (tree, products) => products.has(tree.name ?? '') || (tree.args ?? []).some((arg) => holds(arg, products));

const equals = () => math('mo', null, '=');

/** f = 1 held by hand; its own value here would be … @param {string} signal @param {number} value */
const byHand = (signal, value) => html('span', { class: 'by-hand' },
  math('math', null, math('mrow', null, symbol(signal), equals(), number(value, 'value'))),
  html('b', null, ' held by hand'), html('span', { class: 'would' }, '; its own value here would be '));

/**
 * The formula in symbols and in numbers; what is made of products also shows them: = −1.25 − 0.78 =
 * @param {Explained} written @param {Map<string, Tree>} products whose formulas stand where they are used
 */
function sumOf({ formula, tree, value, signal }, products) {
  const own = byItself(tree);
  const held = own !== tree;
  return math('math', null, math('mrow', null,
    !held && symbol(signal), !held && equals(),
    math('mrow', { class: 'formula' }, symbols(inline(formula, products)), equals()),
    numbers(inline(own, products)), equals(),
    holds(own, products) && math('mrow', { class: 'between' }, numbers(own), equals()),
    held ? number(own.value ?? 0, 'own', { digits: 3 }) : number(value, 'value')));
}

/**
 * @param {Explained} written @param {import('../../api.js').SignalEntry} declared @param {Map<string, Tree>} products
 * @param {(signal: string) => void} onTerms opens the sum
 */
export function lineOf(written, declared, products, onTerms) {
  const { formula, tree, value, signal } = written;
  const held = tree.op === 'held';
  return html('div', {
    class: `line ${hueClass(hueOf(declared))}${held ? ' held' : ''}`, data: { arith: signal, symbol: signal, clamp: tree.clamp },
    tabindex: '0', role: 'group', 'aria-label': held ? `${declared.label}, held by hand` : declared.label,
  }, html('div', { class: 'reel' }, held && byHand(signal, value), sumOf(written, products)),
  adds(formula) && html('button', {
    type: 'button', class: 'small terms', title: 'Show every term of this sum',
    'aria-label': `every term of ${declared.label}`, on: { click: () => onTerms(signal) },
  }, 'Σ'));
}

/**
 * A signal of the chosen unit in one line: f = σ(W_f·x + …) = σ(1.12 − …) = 0.12. A valve that is held has its value
 * first, and then what it would be by itself.
 */

import { byItself } from '../../clamps.js';
import { alone, Digits } from '../../digits.js';
import { html, math } from '../../dom.js';
import { adds } from '../../formula.js';
import { hueClass, hueOf } from '../../gates.js';
import { inline, number, numbers, symbol, symbols } from '../../mathml.js';

/** @typedef {import('../../formula.js').Tree} Tree */
/** @typedef {import('../../api.js').Written & { formula: Tree, tree: Tree }} Explained a signal that a formula says */

/** @param {'=' | '≈'} [sign] */
const equals = (sign = '=') => math('mo', null, sign);

/**
 * The products that a formula names, each with its own formula.
 * @param {Tree} tree @param {Map<string, Tree>} products @returns {{ name: Tree, own: Tree }[]}
 */
function named(tree, products) {
  const own = products.get(tree.name ?? '');
  return own ? [{ name: tree, own: inline(own, products) }] : (tree.args ?? []).flatMap((arg) => named(arg, products));
}

const MANY = 4; // numbers in a line, beyond which it has no room for a digit more of each

/** How many numbers a formula is written with. @param {Tree} tree @returns {number} */
const leavesOf = (tree) => (tree.op === 'name' || tree.op === 'matmul' ? 1 : (tree.args ?? []).reduce((all, arg) => all + leavesOf(arg), 0));

/** f = 1 held by hand; its own value here would be … @param {string} signal @param {number} value */
const byHand = (signal, value) => html('span', { class: 'by-hand' },
  math('math', null, math('mrow', null, symbol(signal), equals(), number(value, 'value'))),
  html('b', null, ' held by hand'), html('span', { class: 'would' }, '; its own value here would be '));

/**
 * The formula in symbols and in numbers; what is made of products also shows them: = −1.25 − 0.78 =. All with as many
 * digits as make it agree.
 * @param {Explained} written @param {Map<string, Tree>} products whose formulas stand where they are used
 */
function sumOf({ formula, tree, value, signal }, products) {
  const own = byItself(tree);
  const held = own !== tree;
  const whole = inline(own, products);
  const result = alone(held ? own.value ?? 0 : value);
  const digits = new Digits();
  if (held) digits.begin(result, 3);
  const long = leavesOf(whole) > MANY;
  digits.equate(whole, result, { sparing: long });
  const parts = named(own, products);
  for (const part of parts) digits.equate(part.own, part.name);
  if (parts.length) digits.equate(own, result);
  digits.settle();
  const shown = (/** @type {Tree} */ node) => digits.of(node);
  // Each its own, so that a narrow place breaks between them.
  const inSymbols = math('math', null, math('mrow', null,
    !held && symbol(signal), !held && equals(), math('mrow', { class: 'formula' }, symbols(inline(formula, products)), equals())));
  const last = number(result.value, held ? 'own' : 'value', { digits: shown(result) });
  const inNumbers = math('math', null, math('mrow', null, numbers(whole, shown), equals(digits.sign(whole, ...parts.map((part) => part.own))), !parts.length && !long && last));
  if (!parts.length && !long) return [inSymbols, ' ', inNumbers];
  const between = math('math', null, math('mrow', null, parts.length > 0 && math('mrow', { class: 'between' }, numbers(own, shown), equals(digits.sign(own))), last));
  return [inSymbols, ' ', inNumbers, ' ', between];
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
  }, html('div', { class: 'reel' }, held && byHand(signal, value), ...sumOf(written, products)),
  adds(formula) && html('button', {
    type: 'button', class: 'small terms', title: 'Show every term of this sum',
    'aria-label': `every term of ${declared.label}`, on: { click: () => onTerms(signal) },
  }, 'Σ'));
}

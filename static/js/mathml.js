/**
 * Formula trees to MathML: once in symbols, once in numbers.
 */

import { math } from './dom.js';
import { idOf, nameSymbol, SQUASH } from './gates.js';
import { plain } from './scales.js';

/** @typedef {import('./formula.js').Tree} Tree */

/**
 * A name as the field writes it, linked to its strip and wire by `data-symbol`.
 * @param {string} name
 */
export function symbol(name) {
  const { text, sub } = nameSymbol(name);
  const base = math('mi', { mathvariant: 'normal' }, text);
  const link = { data: { symbol: idOf(name) }, class: 'symbol' };
  return sub ? math('msub', link, base, math('mi', null, sub)) : math('mrow', link, base);
}

/**
 * A number with its value in full; a sign counts as its own where `lead` says that a term stands before it.
 * @param {number} value @param {string} term @param {{ lead?: boolean, bracket?: boolean, digits?: number }} [how]
 */
export function number(value, term, { lead = false, bracket = false, digits: places = 2 } = {}) {
  const text = plain(value, places);
  const negative = text.startsWith('−');
  const digits = math('mn', null, negative ? text.slice(1) : text);
  const signs = negative ? [math('mo', { form: lead ? 'infix' : 'prefix' }, '−')] : lead ? [math('mo', { form: 'infix' }, '+')] : [];
  const row = math('mrow', { class: 'value', data: { term, value } }, ...signs, digits);
  return bracket && negative ? math('mrow', null, math('mo', null, '('), row, math('mo', null, ')')) : row;
}

/** @param {Tree} tree */
const argumentsOf = (tree) => tree.args ?? [];

/** @param {string} text */
export const operator = (text) => math('mo', null, text);

/** A formula, or a part of one: a narrow page breaks between such. @param {import('./dom.js').Child[]} parts */
export const piece = (...parts) => math('math', null, math('mrow', null, ...parts));

/**
 * @param {Element[]} parts @param {string} between
 */
const joined = (parts, between) => parts.flatMap((part, k) => (k ? [operator(between), part] : [part]));

/** Whether a part has to stand in brackets as a factor, or behind a minus. @param {Tree} tree */
const isSum = ({ op }) => op === 'add' || op === 'sub';

/** @param {Element} part @param {boolean} wanted */
const bracketed = (part, wanted) => (wanted ? math('mrow', null, operator('('), part, operator(')')) : part);

/**
 * The formula in symbols.
 * @param {Tree} tree
 * @returns {MathMLElement}
 */
export function symbols(tree) {
  const args = argumentsOf(tree);
  const parts = args.map(symbols);
  const factors = args.map((arg, k) => bracketed(symbols(arg), isSum(arg) && (tree.op !== 'sub' || k > 0)));
  switch (tree.op) {
    case 'name': return /** @type {MathMLElement} */ (symbol(tree.name ?? ''));
    case 'number': return math('mn', null, String(tree.value));
    case 'call': return math('mrow', null, operator(SQUASH[tree.fn ?? ''] ?? tree.fn ?? ''), operator('('), ...parts, operator(')'));
    case 'add': return math('mrow', null, ...joined(parts, '+'));
    case 'sub': return math('mrow', null, ...joined(factors, '−'));
    case 'mul': return math('mrow', null, ...joined(factors, '×'));
    default: return math('mrow', null, ...joined(factors, '⋅'));
  }
}

/** What a part of a sum is called where its number is shown. @param {Tree} tree */
function termOf(tree) {
  if (tree.op === 'matmul') return argumentsOf(tree).map((arg) => (arg.name ?? '').split('_')[0]).join('·');
  return tree.source === 'parameter' ? (tree.name ?? '').split('_')[0] ?? '' : tree.name ?? tree.op;
}

/** @typedef {(node: Tree) => number} DigitsOf how many digits after the point a number of a tree is shown with */

/**
 * The formula in the numbers of one unit at one step.
 * @param {Tree} tree @param {DigitsOf} digits @param {{ lead?: boolean, bracket?: boolean }} [how]
 * @returns {MathMLElement}
 */
export function numbers(tree, digits, how = {}) {
  const parts = argumentsOf(tree);
  switch (tree.op) {
    case 'number': return math('mn', null, String(tree.value));
    case 'call': return math('mrow', null, operator(SQUASH[tree.fn ?? ''] ?? tree.fn ?? ''), operator('('), ...parts.map((part) => numbers(part, digits)), operator(')'));
    case 'add': return math('mrow', null, ...parts.map((part, k) => addend(part, digits, k > 0)));
    case 'sub': return math('mrow', null, ...joined(parts.map((part, k) => bracketed(numbers(part, digits, { bracket: k > 0 }), k > 0 && isSum(part))), '−'));
    case 'mul': return math('mrow', null, ...joined(parts.map((part, k) => bracketed(numbers(part, digits, { bracket: k > 0 }), isSum(part))), '×'));
    default: return number(tree.value ?? 0, termOf(tree), { ...how, digits: digits(tree) });
  }
}

/**
 * A part of a sum; behind another one its sign is its own: 0.92 − 0.02 × (−0.33), not 0.92 + −0.02 × (−0.33).
 * @param {Tree} tree @param {DigitsOf} digits @param {boolean} lead
 */
function addend(tree, digits, lead) {
  if (tree.op === 'name' || tree.op === 'matmul') return numbers(tree, digits, { lead });
  const [first, ...rest] = argumentsOf(tree);
  if (lead && tree.op === 'mul' && first?.op === 'name') {
    const factors = rest.map((part) => bracketed(numbers(part, digits, { bracket: true }), isSum(part)));
    return math('mrow', null, ...joined([numbers(first, digits, { lead }), ...factors], '×'));
  }
  return lead ? math('mrow', null, math('mo', { form: 'infix' }, '+'), numbers(tree, digits)) : numbers(tree, digits);
}

/**
 * Puts the trees of products where their names stand, so that c = fc + ig reads f × c_{t−1} + i × g.
 * @param {Tree} tree @param {Map<string, Tree>} products
 * @returns {Tree}
 */
export function inline(tree, products) {
  const own = tree.op === 'name' ? products.get(tree.name ?? '') : undefined;
  if (own) return inline(own, products);
  return tree.args ? { ...tree, args: tree.args.map((arg) => inline(arg, products)) } : tree;
}

/**
 * The window of a sum: above it in one line, below every term, the largest first. All numbers have as many digits as make
 * them agree with each other.
 */

import { alone, product as times } from '../digits.js';
import { clear, html } from '../dom.js';
import { newId } from '../ids.js';
import { signed } from '../scales.js';

/** @typedef {import('../dom.js').Child} Child */
/** @typedef {import('../formula.js').Tree} Tree */
/** @typedef {import('../digits.js').Digits} Digits */
/**
 * @typedef {object} Line one term
 * @property {Child[]} head what comes in
 * @property {Tree[]} factors its numbers; none where it comes in as it is
 * @property {Tree} product
 * @property {Tree} written the factors as they are multiplied, to see whether they agree
 */
/**
 * @typedef {object} Sum
 * @property {string} title
 * @property {string} hue a class
 * @property {Child[][]} above line by line
 * @property {string} note
 * @property {readonly string[]} columns what the factors and the product are called, after what comes in
 * @property {Line[]} lines
 * @property {Digits} digits
 */

const PLACES = 4; // digits after the point that a term begins with

/**
 * A term that is a product: an input times its weight.
 * @param {Child[]} head @param {{ input: number, weight: number, product: number }} term @param {Digits} digits
 * @returns {Line}
 */
export function productLine(head, { input, weight, product }, digits) {
  const [factors, result] = [[alone(input), alone(weight)], alone(product)];
  const by = times(factors);
  for (const node of [...factors, result]) digits.begin(node, PLACES);
  digits.equate(by, result);
  return { head, factors, product: result, written: by };
}

const FIGURE = '\u2007'; // a space as wide as a digit, so that the points stand below each other

/** @param {Tree | undefined} node @param {Digits} digits @param {number} widest */
const written = (node, digits, widest) => (node ? `${signed(node.value ?? 0, digits.of(node))}${FIGURE.repeat(widest - digits.of(node))}` : '');

/** The largest first. @param {Line[]} lines */
const ordered = (lines) => [...lines].sort((a, b) => Math.abs(b.product.value ?? 0) - Math.abs(a.product.value ?? 0));

/** @param {Sum} sum */
function tableOf({ columns, lines, digits }) {
  const rows = ordered(lines);
  const most = Math.abs(rows[0]?.product.value ?? 0) || 1;
  const factors = columns.length - 2;
  const widest = Array.from({ length: factors }, (_, k) => Math.max(0, ...rows.flatMap((row) => (row.factors[k] ? [digits.of(row.factors[k])] : []))));
  const wide = Math.max(0, ...rows.map(({ product }) => digits.of(product)));
  return html('table', null,
    html('thead', null, html('tr', null, ...columns.map((text) => html('th', { scope: 'col' }, text)), html('td'))),
    html('tbody', null, ...rows.map(({ head, factors: own, product, written: by }) => {
      const bar = html('i', { class: (product.value ?? 0) < 0 ? 'minus' : 'plus' });
      bar.style.setProperty('--part', String(Math.abs(product.value ?? 0) / most));
      return html('tr', null,
        html('th', { scope: 'row' }, ...head),
        ...widest.map((width, k) => html('td', null, written(own[k], digits, width))),
        html('td', { data: { product: product.value } }, digits.sign(by) === '=' ? '' : '≈ ', written(product, digits, wide)),
        html('td', { class: 'share' }, bar));
    })));
}

/** @param {HTMLDialogElement} dialog @param {Sum} sum */
export function showSum(dialog, sum) {
  const heading = html('h2', { id: newId('terms') }, sum.title);
  dialog.setAttribute('aria-labelledby', heading.id);
  dialog.className = `card ${sum.hue}`;
  clear(dialog).append(
    html('div', { class: 'card-head' }, heading, html('button', { type: 'button', class: 'small', 'aria-label': 'close', on: { click: () => dialog.close() } }, '×')),
    ...sum.above.map((line) => html('p', { class: 'sum' }, ...line)),
    html('p', { class: 'note' }, sum.note),
    html('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'terms' }, tableOf(sum)));
  dialog.showModal();
}

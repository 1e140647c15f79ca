/**
 * A letter filter's answer to a word, number by number: what it saw, its weights, and their products.
 */

import { alone, Digits, sum as plus } from '../digits.js';
import { html, math } from '../dom.js';
import { SQUASH } from '../gates.js';
import { lettersOf } from '../letter-filters.js';
import { number, operator, piece } from '../mathml.js';
import { productLine, showSum } from './sum-window.js';

/** @typedef {import('../api.js').FilterSum} FilterSum */

/** @param {HTMLDialogElement} dialog @param {FilterSum} told */
export function showFilter(dialog, { token, filter, from, to, terms, bias, sum, value }) {
  const letters = lettersOf(token);
  const digits = new Digits({ least: 2, most: 9 });
  const lines = terms.map((term) => productLine([letters[term.place] ?? '', html('sub', null, String(term.place)), ` [${term.index}]`], term, digits));
  const [seen, own, whole, answer] = [alone(sum - bias), alone(bias), alone(sum), alone(value)];
  const all = plus([seen, own]);
  const squashed = { op: 'call', fn: 'relu', args: [whole] };
  digits.equate(plus(lines.map(({ product }) => product)), seen);
  digits.equate(all, whole);
  digits.equate(squashed, answer);
  digits.settle();
  const of = (/** @type {import('../formula.js').Tree} */ node, /** @type {string} */ term, lead = false) => number(node.value ?? 0, term, { digits: digits.of(node), lead });
  showSum(dialog, {
    title: `Filter ${filter} at “${letters.slice(from, to).join('')}” of “${token}”: every term`,
    hue: 'hue-state',
    above: [[
      piece(math('munder', null, of(seen, 'part'), math('mtext', null, 'w⋅letters'))), ' ',
      piece(math('munder', null, of(own, 'part', true), math('mtext', null, 'bias'))), ' ',
      piece(operator(digits.sign(all)), of(whole, 'sum')), ' → ',
      piece(operator(SQUASH.relu ?? ''), operator('('), of(whole, 'sum'), operator(')'), operator(digits.sign(squashed)), math('mrow', { class: 'result' }, of(answer, 'value')))]],
    note: `${terms.length} numbers of ${to - from} letters and the bias, the largest term first. ReLU takes what is below zero for zero; this is where the filter answers most.`,
    columns: ['letter', 'its value', 'weight', 'product'],
    lines: [...lines, { head: ['bias'], factors: [], product: own, written: own }],
    digits,
  });
}

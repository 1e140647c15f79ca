/**
 * A gate's sum, term by term: what comes in, its weight, and their product, the largest first.
 */

import { byItself } from '../clamps.js';
import { alone, Digits, sum as plus } from '../digits.js';
import { math } from '../dom.js';
import { adds } from '../formula.js';
import { hueClass, hueOf, SQUASH } from '../gates.js';
import { number, operator, symbol, symbols } from '../mathml.js';
import { plain } from '../scales.js';
import { rowsOf, sumOf } from '../sums.js';
import { productLine, showSum } from './sum-window.js';

/** @typedef {import('../formula.js').Tree} Tree */
/** @typedef {import('../api.js').Arithmetic} Arithmetic */
/** @typedef {import('../api.js').SignalEntry} SignalEntry */
/** @typedef {import('../sums.js').Row} Row */
/** @typedef {import('./sum-window.js').Line} Line */

/** The formula with its sum, and all beside it, as one number each. @param {Tree} tree @param {Tree} sum @param {Tree} total @returns {Tree} */
const around = (tree, sum, total) => (tree === sum ? total : { ...tree, args: (tree.args ?? []).map((part) => (adds(part) ? around(part, sum, total) : { ...alone(part.value ?? 0), name: part.name ?? '' })) });

/** The same as it is written: each number by itself. @param {Tree} tree @param {Tree} total @param {Digits} digits @returns {Element} */
function aroundWritten(tree, total, digits) {
  if (tree === total) return number(tree.value ?? 0, 'sum', { digits: digits.of(tree) });
  if (tree.op === 'name') return number(tree.value ?? 0, tree.name ?? '', { digits: digits.of(tree) });
  const parts = (tree.args ?? []).map((part) => aroundWritten(part, total, digits));
  if (tree.op === 'call') return math('mrow', null, operator(SQUASH[tree.fn ?? ''] ?? ''), operator('('), ...parts, operator(')'));
  const between = tree.op === 'mul' ? '×' : '−';
  return math('mrow', null, ...parts.flatMap((part, k) => (k ? [operator(between), operator('('), part, operator(')')] : [part])));
}

/** One term as a line of the table. @param {Row} row @param {Tree} own the number of the part it is of @param {Digits} digits @returns {Line} */
function lineOf({ part, index, input, weight, product }, own, digits) {
  const head = [math('math', null, index === null ? symbols(part) : symbol(part.args?.at(-1)?.name ?? '')),
    index !== null ? `[${index}]` : part.source === 'parameter' ? ' bias' : ''];
  if (input === null || weight === null) return { head, factors: [], product: own, written: own };
  return productLine(head, { input, weight, product }, digits);
}

/** @param {HTMLDialogElement} dialog */
export function createTerms(dialog) {
  return {
    /** @param {Arithmetic} arithmetic @param {SignalEntry} signal @param {string} word what is read, as a sentence calls it */
    show(arithmetic, signal, word) {
      const written = arithmetic.signals.find((one) => one.signal === signal.name);
      if (!written?.tree) return;
      const tree = byItself(written.tree);
      const held = tree !== written.tree;
      const { sum, parts, total } = sumOf(tree);
      const digits = new Digits({ least: 2, most: 9 });
      const [whole, result] = [alone(total), alone(held ? tree.value ?? 0 : written.value)];
      const addends = parts.map((part) => ({ part, own: alone(part.value ?? 0) }));
      const lines = addends.map(({ part, own }) => rowsOf(part).map((row) => lineOf(row, own, digits)));
      addends.forEach(({ part, own }, k) => {
        if (part.terms) digits.equate(plus((lines[k] ?? []).map(({ product }) => product)), own);
      });
      const [all, outer] = [plus(addends.map(({ own }) => own)), around(tree, sum, whole)];
      digits.equate(all, whole);
      digits.equate(outer, result);
      digits.settle();
      showSum(dialog, {
        title: `${signal.label}, unit ${arithmetic.unit} at ${word}: every term`,
        hue: hueClass(hueOf(signal)),
        above: [[
          ...addends.flatMap(({ part, own }, k) => [math('math', null, math('mrow', null, // each its own, so that a narrow page breaks between them
            k > 0 && math('mo', { form: 'infix' }, '+'),
            math('munder', null, number(own.value, 'part', { digits: digits.of(own), bracket: k > 0 }), symbols(part)))), ' ']),
          math('math', null, math('mrow', null, math('mo', { form: 'infix' }, digits.sign(all)), number(total, 'sum', { digits: digits.of(whole) }))),
          ' → ',
          math('math', null, math('mrow', null, aroundWritten(outer, whole, digits), operator(digits.sign(outer)),
            math('mrow', { class: 'result' }, number(result.value, 'value', { digits: digits.of(result) }))))]],
        note: `${lines.flat().length} terms, the largest first.${held ? ` This is its own value: by hand it is held at ${plain(written.value, 4)}.` : ''}`,
        columns: ['input', 'its value', 'weight', 'product'],
        lines: lines.flat(),
        digits,
      });
    },
  };
}

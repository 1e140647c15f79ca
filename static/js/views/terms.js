/**
 * A gate's sum, term by term: what comes in, its weight, and their product, the largest first.
 */

import { clear, html, math, write } from '#js/dom.js';
import { symbol } from '#js/mathml.js';
import { plain, signed } from '#js/scales.js';

/** @typedef {import('#js/api.js').Tree} Tree */
/** @typedef {import('#js/api.js').Arithmetic} Arithmetic */

/** The parts of a formula that are sums of terms, and the names that are added to them. @param {Tree} tree @returns {Tree[]} */
const sums = (tree) => (tree.op === 'matmul' || tree.source === 'parameter' ? [tree] : (tree.args ?? []).flatMap(sums));

/** @param {Tree} tree */
const named = (tree) => tree.args?.map((arg) => arg.name ?? '') ?? [tree.name ?? '', ''];

/** @param {HTMLDialogElement} dialog */
export function createTerms(dialog) {
  const heading = html('h2', { id: 'terms-title' });
  const sum = html('p');
  const body = html('tbody');
  const table = html('table', null, html('thead', null, html('tr', null,
    ...['input', 'its value', 'weight', 'product'].map((text) => html('th', { scope: 'col' }, text)))), body);
  dialog.append(
    html('div', { class: 'card-head' }, heading, html('button', { type: 'button', class: 'small', 'aria-label': 'close', on: { click: () => dialog.close() } }, '×')),
    sum, html('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'terms' }, table));

  /**
   * @param {Tree} part
   * @returns {{ size: number, name: string, index: number, weight: number | null, input: number | null, product: number }[]}
   */
  function rows(part) {
    const [matrix = '', vector = ''] = named(part);
    if (!part.terms) return [{ size: Infinity, name: matrix, index: -1, weight: null, input: null, product: part.value ?? 0 }];
    return part.terms.map((term) => ({ size: Math.abs(term.product), name: vector, ...term }));
  }

  return {
    /** @param {Arithmetic} arithmetic @param {string} signal @param {string} label */
    show(arithmetic, signal, label) {
      const written = arithmetic.signals.find((one) => one.signal === signal);
      if (!written) return;
      const parts = sums(written.tree);
      write(heading, `${label}, unit ${arithmetic.unit} at “${arithmetic.token}”: every term`);
      const total = parts.reduce((all, part) => all + (part.value ?? 0), 0);
      write(sum, `${parts.map((part) => `${named(part).filter(Boolean).join('·')} = ${signed(part.value ?? 0, 4)}`).join('; ')}; together ${signed(total, 4)}, squashed to ${plain(written.value, 4)}.`);
      const all = parts.flatMap(rows).sort((a, b) => b.size - a.size);
      clear(body).append(...all.map((row) => html('tr', null,
        html('th', { scope: 'row' }, math('math', null, symbol(row.name)), row.index < 0 ? ' bias' : ` ${row.index}`),
        html('td', null, row.input === null ? '' : signed(row.input, 4)),
        html('td', null, row.weight === null ? '' : signed(row.weight, 4)),
        html('td', { data: { product: row.product } }, signed(row.product, 4)))));
      dialog.showModal();
    },
  };
}

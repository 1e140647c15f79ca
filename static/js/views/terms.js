/**
 * A gate's sum, term by term: what comes in, its weight, and their product, the largest first.
 */

import { clear, html, math, write } from '#js/dom.js';
import { hueClass, hueOf } from '#js/gates.js';
import { number, symbol, symbols, SQUASH } from '#js/mathml.js';
import { signed } from '#js/scales.js';

/** @typedef {import('#js/api.js').Tree} Tree */
/** @typedef {import('#js/api.js').Arithmetic} Arithmetic */
/** @typedef {import('#js/api.js').SignalEntry} SignalEntry */
/** @typedef {{ size: number, name: string, index: number | null, weight: number | null, input: number | null, product: number }} Row */

/** The parts of a formula that are added up before the squashing. @param {Tree} tree @returns {Tree[]} */
const sums = (tree) => (tree.op === 'matmul' || tree.source === 'parameter' ? [tree] : (tree.args ?? []).flatMap(sums));

/** @param {Tree} part @returns {Row[]} */
function rowsOf(part) {
  const name = part.args?.at(-1)?.name ?? part.name ?? '';
  const { value = 0 } = part;
  if (!part.terms) return [{ size: Math.abs(value), name, index: null, weight: null, input: null, product: value }];
  return part.terms.map((term) => ({ size: Math.abs(term.product), name, ...term }));
}

/** @param {HTMLDialogElement} dialog */
export function createTerms(dialog) {
  const heading = html('h2', { id: 'terms-title' });
  const sum = html('p', { class: 'sum' });
  const count = html('p', { class: 'note' });
  const body = html('tbody');
  const table = html('table', null, html('thead', null, html('tr', null,
    ...['input', 'its value', 'weight', 'product'].map((text) => html('th', { scope: 'col' }, text)), html('td'))), body);
  dialog.append(
    html('div', { class: 'card-head' }, heading, html('button', { type: 'button', class: 'small', 'aria-label': 'close', on: { click: () => dialog.close() } }, '×')),
    sum, count, html('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'terms' }, table));

  /** @param {Row} row @param {number} most */
  function line({ name, index, input, weight, product }, most) {
    const bar = html('i', { class: product < 0 ? 'minus' : 'plus' });
    bar.style.setProperty('--part', String(Math.abs(product) / most));
    return html('tr', null,
      html('th', { scope: 'row' }, math('math', null, symbol(name)), index === null ? ' bias' : `[${index}]`),
      html('td', null, input === null ? '' : signed(input, 4)),
      html('td', null, weight === null ? '' : signed(weight, 4)),
      html('td', { data: { product } }, signed(product, 4)),
      html('td', { class: 'share' }, bar));
  }

  return {
    /** @param {Arithmetic} arithmetic @param {SignalEntry} signal @param {string} word what is read, as a sentence calls it */
    show(arithmetic, signal, word) {
      const written = arithmetic.signals.find((one) => one.signal === signal.name);
      if (!written) return;
      const parts = sums(written.tree);
      const total = parts.reduce((all, part) => all + (part.value ?? 0), 0);
      const rows = parts.flatMap(rowsOf).sort((a, b) => b.size - a.size);
      const most = rows[0]?.size || 1;
      dialog.className = `card ${hueClass(hueOf(signal))}`;
      write(heading, `${signal.label}, unit ${arithmetic.unit} at ${word}: every term`);
      const operator = (/** @type {string} */ text) => math('mo', null, text);
      clear(sum).append(math('math', null, math('mrow', null,
        ...parts.flatMap((part, k) => [
          k > 0 && operator('+'),
          math('munder', null, number(part.value ?? 0, 'part', { digits: 4, bracket: k > 0 }), symbols(part)),
        ]),
        operator('='), number(total, 'sum', { digits: 4 }))),
      ' → ',
      math('math', null, math('mrow', null, operator(SQUASH[written.tree.fn ?? ''] ?? ''), operator('('), number(total, 'sum', { digits: 4 }), operator(')'),
        operator('='), math('mrow', { class: 'result' }, number(written.value, 'value', { digits: 4 })))));
      write(count, `${rows.length} terms, the largest first.`);
      clear(body).append(...rows.map((row) => line(row, most)));
      dialog.showModal();
      body.parentElement?.parentElement?.scrollTo(0, 0);
    },
  };
}

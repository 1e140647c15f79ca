/**
 * A gate's sum, term by term: what comes in, its weight, and their product, the largest first.
 */

import { byItself } from '../clamps.js';
import { clear, html, math, write } from '../dom.js';
import { adds } from '../formula.js';
import { hueClass, hueOf, SQUASH } from '../gates.js';
import { newId } from '../ids.js';
import { number, symbol, symbols } from '../mathml.js';
import { plain, signed } from '../scales.js';
import { rowsOf, sumOf } from '../sums.js';

/** @typedef {import('../formula.js').Tree} Tree */
/** @typedef {import('../api.js').Arithmetic} Arithmetic */
/** @typedef {import('../api.js').SignalEntry} SignalEntry */
/** @typedef {import('../sums.js').Row} Row */

/** @param {string} text */
const operator = (text) => math('mo', null, text);

/** The formula in numbers, its sum as one. @param {Tree} tree @param {Tree} sum @param {number} total @returns {Element} */
function around(tree, sum, total) {
  if (tree === sum) return number(total, 'sum', { digits: 4 });
  const parts = (tree.args ?? []).map((part) => (adds(part) ? around(part, sum, total) : number(part.value ?? 0, part.name ?? '', { digits: 4 })));
  if (tree.op === 'call') return math('mrow', null, operator(SQUASH[tree.fn ?? ''] ?? ''), operator('('), ...parts, operator(')'));
  const between = tree.op === 'mul' ? '×' : '−';
  return math('mrow', null, ...parts.flatMap((part, k) => (k ? [operator(between), operator('('), part, operator(')')] : [part])));
}

/** @param {HTMLDialogElement} dialog */
export function createTerms(dialog) {
  const heading = html('h2', { id: newId('terms') });
  dialog.setAttribute('aria-labelledby', heading.id);
  const sum = html('p', { class: 'sum' });
  const count = html('p', { class: 'note' });
  const body = html('tbody');
  const table = html('table', null, html('thead', null, html('tr', null,
    ...['input', 'its value', 'weight', 'product'].map((text) => html('th', { scope: 'col' }, text)), html('td'))), body);
  dialog.append(
    html('div', { class: 'card-head' }, heading, html('button', { type: 'button', class: 'small', 'aria-label': 'close', on: { click: () => dialog.close() } }, '×')),
    sum, count, html('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'terms' }, table));

  /** @param {Row} row @param {number} most */
  function line({ part, index, input, weight, product }, most) {
    const bar = html('i', { class: product < 0 ? 'minus' : 'plus' });
    bar.style.setProperty('--part', String(Math.abs(product) / most));
    return html('tr', null,
      html('th', { scope: 'row' }, math('math', null, index === null ? symbols(part) : symbol(part.args?.at(-1)?.name ?? '')),
        index !== null ? `[${index}]` : part.source === 'parameter' ? ' bias' : ''),
      html('td', null, input === null ? '' : signed(input, 4)),
      html('td', null, weight === null ? '' : signed(weight, 4)),
      html('td', { data: { product } }, signed(product, 4)),
      html('td', { class: 'share' }, bar));
  }

  return {
    /** @param {Arithmetic} arithmetic @param {SignalEntry} signal @param {string} word what is read, as a sentence calls it */
    show(arithmetic, signal, word) {
      const written = arithmetic.signals.find((one) => one.signal === signal.name);
      if (!written?.tree) return;
      const tree = byItself(written.tree);
      const held = tree !== written.tree;
      const { sum: added, parts, total } = sumOf(tree);
      const rows = parts.flatMap(rowsOf).sort((a, b) => Math.abs(b.product) - Math.abs(a.product));
      const most = Math.abs(rows[0]?.product ?? 0) || 1;
      dialog.className = `card ${hueClass(hueOf(signal))}`;
      write(heading, `${signal.label}, unit ${arithmetic.unit} at ${word}: every term`);
      const whole = math('math', null, math('mrow', null, math('mo', { form: 'infix' }, '='), number(total, 'sum', { digits: 4 })));
      clear(sum).append(...parts.flatMap((part, k) => [math('math', null, math('mrow', null, // each its own, so that a narrow page breaks between them
        k > 0 && math('mo', { form: 'infix' }, '+'),
        math('munder', null, number(part.value ?? 0, 'part', { digits: 4, bracket: k > 0 }), symbols(part)))), ' ']), whole,
      ' → ',
      math('math', null, math('mrow', null, around(tree, added, total), operator('='), math('mrow', { class: 'result' }, number(held ? tree.value ?? 0 : written.value, 'value', { digits: 4 })))));
      write(count, `${rows.length} terms, the largest first.${held ? ` This is its own value: by hand it is held at ${plain(written.value, 4)}.` : ''}`);
      clear(body).append(...rows.map((row) => line(row, most)));
      dialog.showModal();
      body.parentElement?.parentElement?.scrollTo(0, 0);
    },
  };
}

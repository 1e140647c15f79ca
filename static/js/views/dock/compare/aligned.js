/**
 * Two runs aligned, a column a pair: what each reads, and below each other what each says. The present pair is marked, and
 * so are those at which the two do not say the same. A step of the run that is walked leads there.
 */

import { clear, html, set } from '../../../dom.js';
import { percent, plain } from '../../../scales.js';
import { glyph, quoted } from '../../../wording.js';

/** @typedef {import('../../../api.js').Comparison} Comparison */
/** @typedef {import('../../../api.js').BothSay} BothSay */

/** What one says at a pair. @param {BothSay | null | undefined} said @param {1 | 2} whose @param {boolean} forecast @param {number} pair */
function saying(said, whose, forecast, pair) {
  const side = whose === 1 ? 'a' : 'b';
  if (!said) return html('td', { class: 'says' });
  const symbol = said[side];
  const p = said.words.find(([word]) => word === symbol)?.[whose];
  const known = p !== null && p !== undefined;
  return html('td', { class: said.differs ? 'says differs' : 'says', title: forecast ? null : quoted(symbol), data: { says: side, pair, word: symbol, value: known ? p : null } },
    forecast ? null : html('b', null, glyph(symbol)), known ? html('span', null, ` ${forecast ? plain(p, 2) : percent(p)}`) : null);
}

/** @param {(t: number) => void} onStep */
export function createAligned(onStep) {
  const body = html('tbody');
  const table = html('table', null, html('caption', { class: 'visually-hidden' }, 'both runs, step by step'), body);
  /** @type {Comparison | null} */
  let drawn = null;

  /** @param {Comparison} comparison @param {{ run: string, other: string }} names */
  function build({ a, b, pairs, said }, names) {
    const forecast = a.model.task === 'forecast';
    /** @param {string} name @param {string} what @param {Node[]} cells @param {string} kind */
    const row = (name, what, cells, kind) => html('tr', { class: kind }, html('th', { scope: 'row', title: `${name} ${what}` }, html('b', null, name), ` ${what}`), ...cells);
    /** @param {import('../../../trace.js').Token | undefined} token */
    const text = (token) => (token ? glyph(token.text) : '–');
    clear(body).append(
      row(names.run, 'reads', pairs.map(({ a: t, same }, k) => html('td', { class: same ? 'reads' : 'reads other', data: { pair: k, reads: 'a' } },
        t === null ? '–' : html('button', { type: 'button', title: quoted(a.tokens[t]?.text ?? ''), 'aria-label': `to ${quoted(a.tokens[t]?.text ?? '')}, step ${t + 1}`, on: { click: () => onStep(t) } }, text(a.tokens[t])))), 'run'),
      row(names.other, 'reads', pairs.map(({ b: t, same }, k) => html('td', { class: same ? 'reads' : 'reads other', title: t === null ? null : quoted(b.tokens[t]?.text ?? ''), data: { pair: k, reads: 'b' } }, text(b.tokens[t ?? -1]))), 'beside'),
      row(names.run, 'says', said.map((one, k) => saying(one, 1, forecast, k)), 'run'),
      row(names.other, 'says', said.map((one, k) => saying(one, 2, forecast, k)), 'beside'));
  }
  return {
    node: table,
    /** @param {Comparison} comparison @param {{ run: string, other: string }} names @param {number} pair the present one */
    update(comparison, names, pair) {
      if (comparison !== drawn) build(comparison, names);
      drawn = comparison;
      for (const cell of body.querySelectorAll('td')) {
        const place = Number(cell.dataset.pair ?? cell.cellIndex - 1);
        cell.classList.toggle('present', place === pair);
        if (cell.dataset.reads === 'a') set(cell.querySelector('button') ?? cell, 'aria-current', place === pair ? 'step' : null);
      }
    },
  };
}

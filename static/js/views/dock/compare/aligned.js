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
  if (!said) return html('td', { class: 'saying', data: { pair } });
  const symbol = said[side];
  const p = said.words.find(([word]) => word === symbol)?.[whose];
  const known = p !== null && p !== undefined;
  return html('td', { class: said.differs ? 'saying differs' : 'saying', title: forecast ? null : quoted(symbol), data: { pair, says: side, word: symbol, value: known ? p : null } },
    html('div', { class: 'symbol-and-part' }, forecast ? null : html('b', null, glyph(symbol)), known ? html('span', null, forecast ? plain(p, 2) : percent(p)) : null));
}

/** @param {string} name @param {string} what @param {Node[]} cells */
const rowOf = (name, what, cells) => html('tr', null, html('th', { scope: 'row', title: `${name} ${what}` }, html('b', null, name), ` ${what}`), ...cells);

/** @param {(t: number) => void} onStep @param {HTMLElement} below the rows of units */
export function createAligned(onStep, below) {
  const body = html('tbody');
  const table = html('table', null, html('caption', { class: 'visually-hidden' }, 'both runs, step by step'), html('colgroup', null, html('col')), body, below);
  /** @type {Comparison | null} */
  let drawn = null;

  /** What one reads at a pair. @param {Comparison} comparison @param {number} k @param {'a' | 'b'} side */
  function reading(comparison, k, side) {
    const { same, [side]: t = null } = comparison.pairs[k] ?? { a: null, b: null, same: false };
    const token = t === null ? undefined : comparison[side].tokens[t];
    const text = token ? quoted(token.text) : '';
    const shown = token ? glyph(token.text) : '–';
    return html('td', { class: same ? 'reads' : 'reads changed', title: text || null, data: { pair: k, reads: side } },
      token && t !== null && side === 'a' ? html('button', { type: 'button', 'aria-label': `to ${text}, step ${t + 1}`, on: { click: () => onStep(t) } }, shown) : shown);
  }

  /** @param {Comparison} comparison @param {{ run: string, other: string }} names */
  function build(comparison, names) {
    const { a, pairs, said } = comparison;
    const forecast = a.model.task === 'forecast';
    table.style.setProperty('--pairs', String(pairs.length));
    clear(body).append(
      rowOf(names.run, 'reads', pairs.map((_, k) => reading(comparison, k, 'a'))),
      rowOf(names.other, 'reads', pairs.map((_, k) => reading(comparison, k, 'b'))),
      rowOf(names.run, 'says', said.map((one, k) => saying(one, 1, forecast, k))),
      rowOf(names.other, 'says', said.map((one, k) => saying(one, 2, forecast, k))));
  }

  /** Marks the present pair. @param {number} pair */
  function mark(pair) {
    for (const cell of body.querySelectorAll('td')) {
      const present = Number(cell.dataset.pair) === pair;
      cell.classList.toggle('present', present);
      set(cell.querySelector('button') ?? cell, 'aria-current', present && cell.classList.contains('reads') ? 'step' : null);
    }
  }
  return {
    node: table,
    /** @param {Comparison} comparison @param {{ run: string, other: string }} names @param {number} pair the present one */
    update(comparison, names, pair) {
      if (comparison !== drawn) build(comparison, names);
      drawn = comparison;
      mark(pair);
    },
  };
}

/**
 * The most probable next words, as bars.
 */

import { clear, html, write } from '#js/dom.js';
import { percent } from '#js/scales.js';

const ROWS = 8;

/** @param {HTMLElement} host */
export function createNextWords(host) {
  const heading = html('h2');
  const list = html('ol', { class: 'next' });
  host.append(html('div', { class: 'card-head' }, heading), list);
  return {
    /** @param {import('#js/walk.js').Scene} scene */
    update({ trace, moment, phases }) {
      const reached = moment.phase >= phases.length - 1;
      const t = reached ? moment.t : moment.t - 1;
      const after = trace.tokens[t]?.text;
      write(heading, after === undefined ? 'Next word' : `Next word after “${after}”`);
      host.classList.toggle('past', !reached);
      const top = trace.top(t).slice(0, ROWS);
      clear(list).append(...top.map(([word, p], rank) => {
        const row = html('li', { data: { next: rank, word, value: p } },
          html('span', { class: 'text' }, word), html('span', { class: 'track', 'aria-hidden': 'true' }, html('i')),
          html('span', { class: 'percent' }, p < 0.005 ? '< 1 %' : percent(p)));
        row.style.setProperty('--part', p.toFixed(4));
        return row;
      }));
      if (!top.length) list.append(html('li', { class: 'note' }, 'The first word is still on its way.'));
    },
  };
}

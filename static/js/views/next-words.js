/**
 * The most probable next words, as bars on one scale for the whole sentence.
 */

import { clear, html, write } from '#js/dom.js';
import { niceMax, percent } from '#js/scales.js';

const ROWS = 8;

/** The full width of a bar: a round bound of every step's first probability. @param {import('#js/trace.js').TraceData} trace */
const boundOf = (trace) => Math.min(1, niceMax(trace.tops.map(([first]) => first?.[1] ?? 0)));

/** @param {HTMLElement} host */
export function createNextWords(host) {
  const heading = html('h2');
  const list = html('ol', { class: 'next' });
  host.append(html('div', { class: 'card-head' }, heading), list);
  return {
    /** @param {import('#js/scene.js').Scene} scene */
    update({ trace, moment, phases }) {
      const reached = moment.phase >= phases.length - 1;
      const t = reached ? moment.t : moment.t - 1;
      const after = trace.tokens[t]?.text;
      write(heading, after === undefined ? 'Next word' : `Next word after “${after}”`);
      host.classList.toggle('past', !reached);
      const bound = boundOf(trace);
      const top = trace.top(t).slice(0, ROWS);
      clear(list).append(...top.map(([word, p], rank) => {
        const row = html('li', { data: { next: rank, word, value: p } },
          html('span', { class: 'text', title: word }, word),
          html('span', { class: 'track' }, html('i'), html('span', { class: 'percent' }, percent(p))));
        row.style.setProperty('--part', (p / bound).toFixed(4));
        return row;
      }));
      if (!top.length) list.append(html('li', { class: 'note' }, 'What comes next is known at the end of the first word: phase “predict”.'));
    },
  };
}

/**
 * A reader's card: the most probable next words or letters, as bars on one scale for the whole text. One that is
 * picked is appended, where that can be run.
 */

import { html, write } from '../../dom.js';
import { quoted, readingOf } from '../../wording.js';
import { boundOf, fillRows } from './rows.js';

const ROWS = 8;

/** @type {import('./types.js').Maker} */
export function createNext(host, heading, { onAppend, onSum: explain }) {
  // What scrolls is reached by keys: by what can be picked in it, or else itself.
  const list = html('ol', onAppend ? { class: 'next' } : { class: 'next', tabindex: '0', 'aria-label': 'what comes next' });
  let at = -1;
  const onPick = onAppend && ((/** @type {string} */ text) => onAppend(at, text));
  const onSum = explain && ((/** @type {string} */ text) => explain(at, text));
  host.append(list);
  return ({ trace, moment, model, told }) => {
    const { step } = readingOf(model);
    const t = told(moment.t) ? moment.t : moment.t - 1;
    const after = trace.tokens[t]?.text;
    write(heading, after === undefined ? `Next ${step}` : `Next ${step} after ${quoted(after)}`);
    host.classList.toggle('past', t !== moment.t);
    const top = trace.top(t).slice(0, ROWS);
    at = t;
    fillRows(list, top, boundOf(trace.tops), { onPick, onSum });
    if (!top.length) list.append(html('li', { class: 'note' }, `What comes next is known at the end of the first ${step}: phase “predict”.`));
  };
}

/**
 * A reader's card: the most probable next words or letters, as bars on one scale for the whole text. One that is
 * picked is appended, where that can be run.
 */

import { saidBeside } from '../../beside.js';
import { html, write } from '../../dom.js';
import { percent } from '../../scales.js';
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
  return ({ trace, moment, model, told, other }) => {
    const { step } = readingOf(model);
    const t = told(moment.t) ? moment.t : moment.t - 1;
    const after = trace.tokens[t]?.text;
    write(heading, after === undefined ? `Next ${step}` : `Next ${step} after ${quoted(after)}`);
    host.classList.toggle('past', t !== moment.t);
    const top = trace.top(t).slice(0, ROWS);
    at = t;
    const beside = saidBeside(trace, other, t);
    fillRows(list, top, boundOf(trace.tops), { onPick, onSum, other: beside?.of ?? null });
    if (top.length && beside && beside.says !== top[0]?.[0]) list.append(html('li', { class: 'note', data: { otherSays: beside.says, value: beside.p } }, `The other run says ${quoted(beside.says)}, ${percent(beside.p)}.`));
    if (!top.length) list.append(html('li', { class: 'note' }, `What comes next is known at the end of the first ${step}: phase “predict”.`));
  };
}

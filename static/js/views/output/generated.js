/**
 * The card of a model that speaks: what it has said so far, the step it is at, what else it could have said there,
 * and when and why it stopped.
 */

import { saidBeside } from '../../beside.js';
import { clear, html, set, write } from '../../dom.js';
import { percent } from '../../scales.js';
import { glyph, quoted, readingOf, STOP } from '../../wording.js';
import { boundOf, fillRows } from './rows.js';

const ROWS = 5;

/**
 * Why a model stopped speaking.
 * @param {import('../../trace.js').Answer} answer @param {number} steps of the output
 */
export const endOf = ({ stopped }, steps) =>
  (stopped === 'limit'
    ? `It was stopped: ${steps} steps are the limit, and it had not said ${glyph(STOP)} by then.`
    : `It stopped by itself: at step ${steps} it said ${glyph(STOP)}, its sign for the end.`);

/** @type {import('./types.js').Maker} */
export function createGenerated(host, heading, { onStep, onSum: explain }) {
  const said = html('p', { class: 'said', 'aria-label': 'said so far' });
  const where = html('p', { class: 'note' });
  const list = html('ol', { class: 'next', tabindex: '0', 'aria-label': 'what it held possible at this step' });
  const end = html('p', { class: 'note end' });
  let at = -1;
  const onSum = explain && ((/** @type {string} */ text) => explain(at, text));
  host.append(said, html('div', { class: 'beside' }, html('div', { role: 'group', 'aria-label': 'the step', tabindex: '0' }, where, end), list));
  return ({ trace, moment, model, told, other }) => {
    const first = trace.tokens.findIndex(({ role }) => role === 'output');
    const from = first < 0 ? trace.total : first;
    const { whole } = readingOf(model);
    write(heading, 'What it says');
    const spoken = trace.tokens.flatMap(({ text }, t) => (t >= from && told(t) ? [{ text, t }] : []));
    clear(said).append(...spoken.map(({ text, t }) => html('button', {
      type: 'button', class: 'piece', 'aria-current': t === moment.t ? 'step' : null, 'aria-label': `step ${t - from + 1}: ${quoted(text)}`,
      data: { said: t, text }, on: { click: () => onStep(t) },
    }, glyph(text))));
    said.classList.toggle('spelled', trace.tokens.slice(from).every(({ text }) => [...text].length === 1));
    if (!spoken.length) said.append(html('span', { class: 'note' }, `Nothing yet: it speaks once it has read the whole ${whole}.`));
    at = told(moment.t) ? moment.t : moment.t - 1;
    const top = at >= from ? trace.top(at) : [];
    host.classList.toggle('past', at !== moment.t);
    const p = top.find(([text]) => text === trace.tokens[at]?.text)?.[1];
    const over = trace.answer !== null && trace.total > from && told(trace.total - 1);
    write(where, p === undefined || over ? '' : `Step ${at - from + 1}: ${quoted(trace.tokens[at]?.text ?? '')} with ${percent(p)}, ahead of the others.`);
    fillRows(list, top.slice(0, ROWS), boundOf(trace.tops), { chosen: trace.tokens[at]?.text, onSum, other: saidBeside(trace, other, at)?.of ?? null });
    write(end, over && trace.answer ? `${endOf(trace.answer, trace.total - from)} In one piece: “${trace.answer.text}”` : '');
    set(end, 'data-stopped', over ? trace.answer?.stopped : null);
    set(end, 'data-answer', over ? trace.answer?.text : null);
  };
}

/**
 * A classifier's card: what it believes at the present word, from both ends; how that went over the words; and its
 * verdict, which is made of both ends' last states.
 */

import { saidBeside } from '../../beside.js';
import { clear, html, set, write } from '../../dom.js';
import { percent } from '../../scales.js';
import { drawLines } from './lines.js';
import { fillRows, sumButton } from './rows.js';

/** @typedef {import('../../trace.js').Top} Top */

/** The probability of one class. @param {Top} top @param {string} name */
export const shareOf = (top, name) => top.find(([other]) => other === name)?.[1] ?? null;

/** @type {import('./types.js').Maker} */
export function createVerdict(host, heading, { onStep, onSum: explain }) {
  const verdict = html('p', { class: 'says' });
  const now = html('p', { class: 'note' });
  const list = html('ol', { class: 'next classes' });
  const plot = html('div', { class: 'drawn' });
  let at = 0;
  const onSum = explain && ((/** @type {string} */ text) => explain(at, text));
  let answered = '';
  const whole = explain && sumButton(() => explain(null, answered));
  host.append(html('div', { class: 'beside' }, html('div', { role: 'group', 'aria-label': 'belief', tabindex: '0' }, verdict, now, list), plot));
  return ({ trace, moment, model, told, over, other }) => {
    const { answer } = trace;
    write(heading, 'What it says');
    at = moment.t;
    answered = answer?.text ?? '';
    if (whole) set(whole, 'aria-label', `every term of the verdict ${answered}`);
    clear(verdict).append(...(answer !== null && over ? [html('b', { data: { verdict: answer.text, value: shareOf(answer.top, answer.text) } }, answer.text),
      ` with ${percent(shareOf(answer.top, answer.text) ?? 0)}: the verdict on it all `, whole ?? ''] : ['The verdict comes when both ends have read all of it.']));
    const word = trace.tokens[moment.t]?.text ?? '';
    const here = told(moment.t) ? trace.top(moment.t) : [];
    write(now, here.length ? `At “${word}”, from both ends:` : `At “${word}” they have not met yet.`);
    // Classes keep their places, whichever leads, so that the eye can follow a bar from word to word.
    const classes = model.outputs.length ? model.outputs : (answer?.top ?? here).map(([name]) => name);
    fillRows(list, here.length ? classes.map((name) => [name, shareOf(here, name) ?? 0]) : [], 1, { onSum, other: saidBeside(trace, other, moment.t)?.of ?? null });
    // One line: where there are two classes, what one loses the other gains.
    const shown = classes.at(-1) ?? '';
    const belief = trace.tokens.map((_, t) => (told(t) ? shareOf(trace.top(t), shown) : null));
    drawLines(plot, {
      label: `Belief in ${shown}, word by word`, lines: [{ name: shown, kind: 'model', values: belief }], low: 0, high: 1,
      lowText: classes.length === 2 ? classes[0] : '0 %', highText: shown, middle: 0.5, present: moment.t, count: trace.total,
      titles: trace.tokens.map(({ text }, t) => (belief[t] === null ? text : `${text}: ${shown} ${percent(belief[t] ?? 0)}`)), onStep,
    });
  };
}

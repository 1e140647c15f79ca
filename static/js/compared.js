/**
 * Two runs side by side, in words: how each is called, what can be chosen to stand beside a run, and what changed. Pure.
 */

import { pairsFor, readable } from './pairs.js';
import { RunRequest } from './run-request.js';
import { percent, plain } from './scales.js';
import { quoted, readingOf } from './wording.js';

/** @typedef {import('./api.js').Comparison} Comparison */
/** @typedef {import('./api.js').BothSay} BothSay */
/** @typedef {import('./api.js').ModelEntry} ModelEntry */
/** @typedef {{ label: string, against: RunRequest, run: RunRequest }} Choice what to compare: `run`, which is the present one for most, against the other */
/** @typedef {{ group: string, choices: Choice[] }} Group */

/** A run of the model as it is: nothing held. @param {RunRequest} run */
export const freeOf = ({ model, text, writing }) => new RunRequest(model, text, [], writing);

/**
 * What can stand beside a run: itself with nothing held, another model on its text, a pair of texts.
 * @param {readonly ModelEntry[]} models @param {ModelEntry} model @param {RunRequest} run
 * @returns {Group[]}
 */
export function choicesFor(models, model, run) {
  const free = freeOf(run);
  const others = models.filter((one) => one.name !== model.name && one.reads === model.reads && readable(one, run.text));
  const first = [...others.filter(({ task }) => task === model.task), ...others.filter(({ task }) => task !== model.task)];
  return [
    { group: 'this run', choices: free.equals(run) ? [] : [{ label: 'without what is held', run, against: free }] },
    { group: `another model on this ${readingOf(model).whole}`, choices: first.map(({ name, title }) => ({ label: title, run, against: new RunRequest(name, run.text) })) },
    { group: 'two to compare', choices: pairsFor(model).map(({ label, a, b }) => ({ label, run: new RunRequest(run.model, a), against: new RunRequest(run.model, b) })) },
  ].filter(({ choices }) => choices.length > 0);
}

/**
 * How the two runs are called, by what differs between them.
 * @param {RunRequest} run @param {RunRequest} other @param {readonly ModelEntry[]} models
 * @returns {{ run: string, other: string }}
 */
export function namesOf(run, other, models) {
  const title = (/** @type {string} */ name) => models.find((one) => one.name === name)?.title ?? name;
  if (run.model !== other.model) return { run: title(run.model), other: title(other.model) };
  if (run.text !== other.text) return { run: 'this text', other: 'the other text' };
  const [held, its] = [run, other].map((one) => !freeOf(one).equals(one));
  if (held !== its) return { run: held ? 'as it is held' : 'its own', other: held ? 'its own' : 'as it is held' };
  return { run: 'this run', other: 'the other run' };
}

/** “French” with 97 % @param {BothSay} said @param {'a' | 'b'} whose */
function chosen({ a, b, words }, whose) {
  const symbol = whose === 'a' ? a : b;
  const p = words.find(([word]) => word === symbol)?.[whose === 'a' ? 1 : 2];
  return p === null || p === undefined ? quoted(symbol) : `${quoted(symbol)} (${percent(p)})`;
}

/** How far apart two distributions lie. @param {number | null} distance */
const apart = (distance) => (distance === null ? '' : ` Their distributions lie ${plain(distance)} apart, where 0 is the same and 1 nothing in common.`);

/**
 * What both say at a pair.
 * @param {Comparison} comparison @param {number} pair @param {{ task: string, other: string }} names
 */
export function tellPair({ a, pairs, said }, pair, { task, other }) {
  const both = said[pair];
  const t = pairs[pair]?.a ?? null;
  if (!both || t === null) return '';
  if (task === 'forecast') {
    const [, mine = null, its = null] = both.words[0] ?? [];
    return mine === null || its === null ? '' : `It expects ${plain(mine, 3)}, ${other} ${plain(its, 3)}: ${plain(mine - its, 3)} between them.`;
  }
  const after = `After ${quoted(a.tokens[t]?.text ?? '')}`;
  if (both.differs) return `${after} it says ${chosen(both, 'a')}; ${other} says ${chosen(both, 'b')}.${apart(both.distance)}`;
  return `${after} both say ${quoted(both.a)}: ${chosen(both, 'a').replace(/.*\((.*)\)/, '$1')} here, ${chosen(both, 'b').replace(/.*\((.*)\)/, '$1')} there.${apart(both.distance)}`;
}

/**
 * Where the two part, and what comes of it in the end.
 * @param {Comparison} comparison @param {Pick<ModelEntry, 'reads' | 'wording' | 'task'>} model
 */
export function tellWhole({ a, b, pairs, said, parts, answer }, model) {
  if (a.model.task !== b.model.task) return 'One says something else than the other, so what they say is not held against each other.';
  if (answer?.differs) return `Of the whole it says ${quoted(answer.a)}, the other ${quoted(answer.b)}.`;
  if (parts === null) return said.some(Boolean) ? 'They say the same all the way.' : '';
  const t = pairs[parts]?.a ?? 0;
  const many = said.filter((one) => one?.differs).length;
  return `They part at ${readingOf(model).step} ${t + 1}, ${quoted(a.tokens[t]?.text ?? '')}, and say something else at ${many} of ${said.filter(Boolean).length} ${readingOf(model).steps}.`;
}

/** The pair of a step; −1 where it has none. @param {Comparison} comparison @param {number} t */
export const pairOf = ({ pairs }, t) => pairs.findIndex(({ a }) => a === t);

/**
 * A run beside another: which of its steps stands for which, and what becomes of it when the other one is left. Pure.
 */

import { RunRequest } from './run-request.js';

/** @typedef {import('./trace.js').TraceData} TraceData */
/** @typedef {import('./api.js').Comparison} Comparison */
/**
 * @typedef {object} Other the run beside it, as far as it is here
 * @property {TraceData} trace
 * @property {RunRequest} request
 * @property {import('./api.js').ModelEntry | undefined} model
 * @property {boolean} twin whether it is of the same weights, so that its units are the same units
 * @property {(t: number) => number | null} step the one that stands for step t; null where none does, or it is not here yet
 * @property {Comparison | null} comparison of both, once both are here whole
 */

/** Whether two traces read the same, token by token. @param {TraceData} a @param {TraceData} b */
const readAlike = (a, b) => a.total === b.total && a.tokens.every(({ text, role }, t) => text === b.tokens[t]?.text && role === b.tokens[t]?.role);

/** The steps of a comparison's other run, by those of the run. @param {Comparison} comparison */
const stepsOf = ({ pairs }) => new Map(pairs.flatMap(({ a, b }) => (a === null || b === null ? [] : [[a, b]])));

/**
 * A trace as it stands beside another: step by step where both read the same, else as they were aligned.
 * @param {TraceData} walked @param {{ trace: TraceData, request: RunRequest, model: import('./api.js').ModelEntry | undefined, comparison: Comparison | null }} other
 * @returns {Other}
 */
export function besideOf(walked, { trace, request, model, comparison }) {
  const steps = comparison ? stepsOf(comparison) : readAlike(walked, trace) ? null : new Map();
  return {
    trace, request, model, comparison,
    twin: trace.model.sha256 === walked.model.sha256,
    step(t) {
      const its = steps === null ? t : steps.get(t);
      return its === undefined || its >= trace.length ? null : its;
    },
  };
}

/**
 * What stands beside a run once another one is walked: a run of the same text follows it to the next text. It is none any
 * more where it is the very run that is walked, and where it was another run of a model that was left.
 * @param {string} against @param {RunRequest} was @param {RunRequest} now
 */
export function following(against, was, now) {
  if (against === '' || was.equals(now)) return against;
  const other = RunRequest.parse(against);
  if (was.text !== '' && was.model !== now.model && other.model === was.model) return '';
  const moves = other.text === was.text && now.text !== was.text;
  const next = moves ? new RunRequest(other.model, now.text, other.model === now.model ? [] : other.clamps, other.writing, other.model === now.model ? [] : other.scales) : other;
  return next.equals(now) ? '' : String(next);
}

/**
 * How probable the run beside it holds what may be said after step t, and what it says itself: as both were compared, or
 * as far as its own first ones tell. Null where it says nothing of that kind.
 * @param {TraceData} walked @param {Other | null} other @param {number} t
 * @returns {{ says: string, p: number, of: Map<string, number | null> } | null}
 */
export function saidBeside(walked, other, t) {
  const its = other && other.trace.model.task === walked.model.task ? other.step(t) : null;
  const [first] = its === null || !other ? [] : other.trace.top(its);
  if (!first || its === null || !other) return null;
  const { comparison } = other;
  const words = comparison?.said[comparison.pairs.findIndex(({ a }) => a === t)]?.words;
  return { says: first[0], p: first[1], of: new Map(words ? words.map(([word, , p]) => [word, p]) : other.trace.top(its)) };
}

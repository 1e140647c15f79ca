/**
 * What a hand holds, in words. Pure.
 */

import { LAST } from '../../holding.js';
import { percent } from '../../scales.js';
import { capital, quoted, taskOf, unitWord } from '../../wording.js';

/** @typedef {import('../../clamps.js').Ranges} Ranges */
/** @typedef {import('../../trace.js').TraceData} TraceData */

/** "3, 5–7" @param {Ranges} ranges */
export const listOf = (ranges) => ranges.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ');

/** "3, 5-7" → [[3, 3], [5, 7]]; null for what is no list of units. @param {string} typed @param {number} count @returns {Ranges | null} */
export function readList(typed, count) {
  const parts = typed.split(/[\s,;]+/).filter(Boolean);
  const ranges = parts.map((part) => {
    const [, from = '', to = from] = /^(\d{1,6})(?:[-–](\d{1,6}))?$/.exec(part) ?? [];
    return /** @type {[number, number]} */ ([from === '' ? NaN : Number(from), to === '' ? Number(from) : Number(to)]);
  });
  return ranges.length && ranges.every(([from, to]) => from <= to && to < count) ? ranges : null;
}

/** @param {Ranges | null} units @param {{ kind: string }} layer */
export const tellUnits = (units, layer) => (units === null ? `all ${unitWord(layer)}s` : `${unitWord(layer)}${units.length > 1 || units[0]?.[0] !== units[0]?.[1] ? 's' : ''} ${listOf(units)}`);

/** @param {Ranges | null} steps @param {TraceData} trace */
export function tellSteps(steps, trace) {
  const word = (/** @type {number} */ t) => (t < trace.total ? quoted(trace.told(t)) : `step ${t + 1}`);
  if (steps === null) return 'everywhere';
  return steps.map(([from, to]) => (from === to ? `at ${word(from)}` : to >= LAST ? `from ${word(from)} on` : `${word(from)} to ${word(to)}`)).join(', ');
}

/**
 * What a run says in place of another at a step; empty where either says nothing there.
 * @param {TraceData} was @param {TraceData} now @param {number} t
 */
export function tellChange(was, now, t) {
  const [[before, much = 0] = [], [after, more = 0] = []] = [was.top(t)[0], now.top(t)[0]];
  if (before === undefined || after === undefined) return '';
  const { task } = now.model;
  const says = capital(taskOf(task).says);
  if (task === 'forecast') return `${says}: ${much.toPrecision(4)} before, now ${more.toPrecision(4)}.`;
  const told = `${quoted(before)} ${percent(much)}`;
  return before === after ? `${says}: still ${quoted(after)}, ${percent(much)} before, now ${percent(more)}.` : `${says}: ${told} before, now ${quoted(after)} ${percent(more)}.`;
}

/**
 * The ledger of a unit's belt: what each step kept, erased and wrote, and what is left of it at every later step. The twin of
 * `lstm_core.ledger`, which a test pins it to; it follows the belt that a layer declares, so it knows no cell.
 */

import { heldBy, parseClamp } from './clamps.js';
import { FUNCTIONS, OPERATIONS } from './formula.js';

/** @typedef {import('./formula.js').Tree} Tree */
/** @typedef {import('./formula.js').Belt} Belt */
/** @typedef {Pick<import('./trace.js').TraceData, 'clamps' | 'values' | 'before' | 'previous' | 'arrived' | 'following' | 'span' | 'backward'>} Numbers what is read of a trace */
/**
 * @typedef {object} Entry one step
 * @property {number} t
 * @property {number} keep the part of the state that stays
 * @property {number} before the state that the step found
 * @property {number} kept keep · before
 * @property {number} erased (1 − keep) · before
 * @property {number} written
 * @property {number} value the state after the step
 * @property {boolean} held whether the state itself is held by hand: then all is erased, and the held value written
 * @property {number[]} left after the step: of the initial state, then of what each step wrote, in the order of reading
 */

/** What a formula over one unit's signals comes to. @param {Tree} tree @param {(name: string) => number} number @returns {number} */
export function valueOf({ op, name = '', fn = '', value = NaN, args = [] }, number) {
  if (op === 'number') return value;
  if (op === 'name') return number(name);
  const values = args.map((arg) => valueOf(arg, number));
  const work = OPERATIONS[op];
  return op === 'call' ? FUNCTIONS[fn]?.(values[0] ?? NaN) ?? NaN : work ? values.reduce(work) : NaN;
}

/**
 * One step by itself.
 * @param {Numbers} trace @param {{ name: string, belt: Belt | null }} layer one that has a belt @param {number} unit @param {number} t
 * @returns {Omit<Entry, 'left'>}
 */
export function entryAt(trace, { name, belt }, unit, t) {
  if (!belt) throw new RangeError(`the layer ${name} has no belt`);
  const number = (/** @type {string} */ signal) => trace.values(name, signal, t)[unit] ?? NaN;
  const [before, value] = [trace.before(name, belt.state, t)[unit] ?? NaN, number(belt.state)];
  const held = Boolean(heldBy(trace.clamps.map(parseClamp), name, belt.state, unit, t));
  const keep = held ? 0 : valueOf(belt.keeps, number);
  return { t, keep, before, kept: keep * before, erased: (1 - keep) * before, written: held ? value : valueOf(belt.writes, number), value, held };
}

/**
 * The steps that have arrived, in the order in which the layer reads them; none for a layer without a belt.
 * @param {Numbers} trace @param {{ name: string, belt: Belt | null }} layer @param {number} unit
 * @returns {Entry[]}
 */
export function ledgerOf(trace, { name, belt }, unit) {
  if (!belt) return [];
  const [from, to] = trace.span(name);
  /** @type {Entry[]} */
  const entries = [];
  for (let t = /** @type {number | null} */ (trace.backward(name) ? to - 1 : from); t !== null && trace.arrived(name, t); t = trace.following(name, t)) {
    const entry = entryAt(trace, { name, belt }, unit, t);
    entries.push({ ...entry, left: [...(entries.at(-1)?.left ?? [entry.before]).map((part) => part * entry.keep), entry.written] });
  }
  return entries;
}

/** Whose a unit is after a step: the part that each of what is left has of all magnitudes, so that what has both signs adds up to 1. @param {Pick<Entry, 'left'>} entry */
export function sharesOf({ left }) {
  const whole = left.reduce((sum, part) => sum + Math.abs(part), 0);
  return left.map((part) => (whole ? Math.abs(part) / whole : 0));
}

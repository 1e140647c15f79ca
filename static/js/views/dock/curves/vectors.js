/**
 * × and + on vectors, number by number: the articles' example first, then the step's own, four units of it. Pure.
 */

import { alone, Digits, product, sum } from '../../../digits.js';
import { namesIn, OPERATIONS } from '../../../formula.js';
import { entryAt, valueOf } from '../../../ledger.js';

/** @typedef {import('../../../formula.js').Tree} Tree */
/** @typedef {import('../../../scene.js').Scene} Scene */
/** @typedef {{ name: string, sign: '' | '×' | '+' | '=', tree: Tree | null, state?: string, numbers: number[], digits: number[] }} Row tree: what it is, in symbols; state: the state that the step found */
/** @typedef {{ units: number[], rows: Row[], held: number[] }} Own held: the units whose state itself is held by hand */

const SHOWN = 4; // units side by side

/** The vectors with which the articles show what a circle on the belt does. */
export const EXAMPLE = { a: [1, 2, 3, 4], b: [2, 3, 4, 5] };

/** Number by number. @param {'add' | 'mul'} op @param {readonly number[]} a @param {readonly number[]} b */
export const pointwise = (op, a, b) => a.map((value, k) => OPERATIONS[op]?.(value, b[k] ?? NaN) ?? NaN);

/** The units around one. @param {number} unit @param {number} units */
export function unitsAround(unit, units) {
  const count = Math.min(SHOWN, units);
  const first = Math.max(0, Math.min(unit - 1, units - count));
  return Array.from({ length: count }, (_, k) => first + k);
}

/** The factors of what is written, where it is a product of two. @param {Tree} tree @returns {[Tree, Tree] | null} */
function factorsOf({ op, args: [a, b, ...more] = [] }) {
  return op === 'mul' && a && b && !more.length ? [a, b] : null;
}

/**
 * The belt's own × and +: keeps × before = kept, what is let in × what is on offer = written, kept + written = the state.
 * @param {Scene} scene @returns {Own | null} null for a layer without a belt, and before the step has come so far
 */
export function ownVectors({ trace, layer, moment: { t, unit }, reached }) {
  const { belt } = layer;
  const factors = belt && factorsOf(belt.writes);
  if (!belt || !factors || !reached(belt.state) || namesIn(belt.keeps).some((name) => !reached(name))) return null;
  const units = unitsAround(unit, layer.units);
  const [first, second] = factors;
  const columns = units.map((one) => {
    const entry = entryAt(trace, layer, one, t);
    const number = (/** @type {string} */ name) => trace.values(layer.name, name, t)[one] ?? NaN;
    const numbers = [entry.keep, entry.before, entry.kept, valueOf(first, number), valueOf(second, number), entry.written, entry.value];
    return { numbers, digits: digitsOf(numbers, entry.held), held: entry.held };
  });
  /** @type {Omit<Row, 'numbers' | 'digits'>[]} */
  const heads = [
    { name: 'keep', sign: '', tree: belt.keeps }, { name: 'before', sign: '×', tree: null, state: belt.state }, { name: 'kept', sign: '=', tree: null },
    { name: 'first', sign: '', tree: first }, { name: 'second', sign: '×', tree: second }, { name: 'written', sign: '=', tree: null },
    { name: 'state', sign: '+', tree: { op: 'name', name: belt.state } },
  ];
  return { units, held: units.filter((_, k) => columns[k]?.held), rows: heads.map((head, k) => ({ ...head, numbers: columns.map(({ numbers }) => numbers[k] ?? NaN), digits: columns.map(({ digits }) => digits[k] ?? 2) })) };
}

/** As many digits as make a column agree. @param {readonly number[]} numbers @param {boolean} held */
function digitsOf(numbers, held) {
  const nodes = numbers.map(alone);
  const [keep, before, kept, first, second, written, value] = nodes;
  const digits = new Digits();
  if (keep && before && kept && first && second && written && value) {
    digits.equate(product([keep, before]), kept, { sparing: true });
    if (!held) digits.equate(product([first, second]), written, { sparing: true });
    digits.equate(sum([kept, written]), value, { sparing: true });
    digits.settle();
  }
  return nodes.map((node) => digits.of(node));
}

/**
 * One unit at one step, written out: every term of every signal, where it comes from, and its value. The twin of
 * `lstm_core.arithmetic`, which a test pins it to; it walks the formulas that a layer declares, so it knows no cell.
 */

import { heldBy, parseClamp } from './clamps.js';
import { exactSum, FUNCTIONS, OPERATIONS } from './formula.js';

/** @typedef {import('./formula.js').Tree} Tree */
/** @typedef {import('./api.js').Arithmetic} Arithmetic */
/** @typedef {Record<string, number | number[]>} UnitWeights one unit's row of every parameter: `{W_f: […], b_f: 0.1}` */
/** @typedef {Pick<import('./trace.js').TraceData, 'text' | 'model' | 'tokens' | 'values' | 'before'>} Numbers what is read of a trace */
/**
 * @typedef {object} Question
 * @property {Numbers} trace
 * @property {import('./api.js').LayerEntry} layer as the models document declares it
 * @property {UnitWeights} weights
 * @property {readonly string[]} clamps as the trace writes them
 * @property {number} t
 * @property {number} unit
 * @property {readonly string[]} [terms] the signals whose products are written out term by term
 */
/** @typedef {{ number: (name: string) => { value: number, source: string }, row: (name: string) => ArrayLike<number>, unit: number }} Names what a formula's names stand for */

/** @param {string} op @param {readonly number[]} values */
const combine = (op, values) => (op === 'add' ? exactSum(values) : values.reduce(/** @type {(a: number, b: number) => number} */ (OPERATIONS[op])));

/**
 * What the names of a layer's formulas are at step t: signals of the step, states before it, the unit's weights.
 * @param {Question} question @returns {Names}
 */
function namesOf({ trace, layer, weights, t, unit }) {
  const own = new Set(layer.signals.map(({ name }) => name));
  /** @param {string} name */
  const find = (name) => {
    if (own.has(name)) return { row: trace.values(layer.name, name, t), source: 'signal' };
    if (name in weights) return { row: /** @type {number | number[]} */ (weights[name]), source: 'parameter' };
    if (name.endsWith('_prev')) return { row: trace.before(layer.name, name.slice(0, -'_prev'.length), t), source: 'state' };
    throw new RangeError(`a formula of ${layer.name} uses “${name}”, which has no value`);
  };
  return {
    unit,
    number(name) {
      const { row, source } = find(name);
      return { value: typeof row === 'number' ? row : row[unit] ?? NaN, source };
    },
    row(name) {
      const { row } = find(name);
      if (typeof row === 'number') throw new RangeError(`“${name}” of ${layer.name} is no row of weights and no vector`);
      return row;
    },
  };
}

/**
 * A vector, number by number: a row of a matrix, or what it is multiplied by.
 * @param {Tree} tree @param {Names} names @returns {number[]}
 */
function vector({ op, name = '', fn = '', args = [] }, names) {
  if (op === 'name') return Array.from(names.row(name));
  const parts = args.map((arg) => vector(arg, names));
  const work = op === 'call' ? FUNCTIONS[fn] : OPERATIONS[op];
  if (!work) throw new RangeError(`no vector is made by “${op}”`);
  const [first = [], ...rest] = parts;
  if (op === 'call') return first.map((value) => /** @type {(z: number) => number} */ (work)(value));
  return first.map((value, k) => rest.reduce((all, part) => work(all, part[k] ?? NaN), value));
}

/**
 * The tree with the value that each node has for the unit.
 * @param {Tree} tree @param {Names} names @param {boolean} terms @returns {Tree & { value: number }}
 */
function written(tree, names, terms) {
  if (tree.op === 'number') return { ...tree, value: tree.value ?? 0 };
  if (tree.op === 'name') return { ...tree, ...names.number(tree.name ?? '') };
  if (tree.op === 'matmul') return product(tree, names, terms);
  const args = (tree.args ?? []).map((arg) => written(arg, names, terms));
  const values = args.map(({ value }) => value);
  const work = FUNCTIONS[tree.fn ?? ''];
  return { ...tree, args, value: tree.op === 'call' && work ? work(values[0] ?? NaN) : combine(tree.op, values) };
}

/**
 * The unit's row of a matrix times a vector: Σ_k weight_k · input_k.
 * @param {Tree} tree @param {Names} names @param {boolean} terms @returns {Tree & { value: number }}
 */
function product(tree, names, terms) {
  const [weights = [], inputs = []] = (tree.args ?? []).map((arg) => vector(arg, names));
  const products = weights.map((weight, k) => weight * (inputs[k] ?? NaN));
  const made = { ...tree, value: exactSum(products), count: products.length };
  if (!terms) return made;
  return { ...made, terms: products.map((value, index) => ({ index, weight: weights[index] ?? NaN, input: inputs[index] ?? NaN, product: value })) };
}

/**
 * The arithmetic of all signals of a unit, in the shape of `/api/v1/arithmetic`. A gate that is
 * held is a node of its own, around what it would be by itself.
 * @param {Question} question
 * @returns {Arithmetic}
 */
export function explain(question) {
  const { trace, layer, clamps, t, unit, terms = [] } = question;
  const names = namesOf(question);
  const held = clamps.map(parseClamp);
  return {
    t, layer: layer.name, unit, token: trace.tokens[t]?.text ?? '', model: trace.model.name, text: trace.text,
    signals: layer.signals.flatMap(({ name, tree: formula }) => {
      const value = trace.values(layer.name, name, t)[unit];
      if (value === undefined) return [];
      const own = formula && written(formula, names, terms.includes(name));
      const clamp = own && heldBy(held, layer.name, name, unit, t);
      const tree = clamp ? { op: 'held', value, clamp: clamp.written, args: [own] } : own;
      return [{ signal: name, unit, value, formula, tree }];
    }),
  };
}

/** The signals that each cell of the core declares, as the models route tells them. */

const affine = (/** @type {string} */ g) => `W_${g} @ x + U_${g} @ h_prev + b_${g}`;
const seen = (/** @type {string} */ g, /** @type {string} */ c) => `W_${g} @ x + U_${g} @ h_prev + p_${g} * ${c} + b_${g}`;

import { treeOf } from './trees.js';

/** @typedef {import('../../static/js/gates.js').Signal} Signal */
/** @typedef {[string, Signal['role'], string, string, string]} Row name, role, formula, label, description */

/** @type {Record<string, Row>} */
const OF_LSTM = {
  x: ['x', 'input', 'x', 'input', 'what the layer reads at this step'],
  f: ['f', 'gate', `sigmoid(${affine('f')})`, 'forget gate', 'what to keep of the memory'],
  i: ['i', 'gate', `sigmoid(${affine('i')})`, 'input gate', 'what to write'],
  g: ['g', 'candidate', `tanh(${affine('g')})`, 'candidate', 'new content on offer'],
  o: ['o', 'gate', `sigmoid(${affine('o')})`, 'output gate', 'what to reveal'],
  fc: ['fc', 'product', 'f * c_prev', 'kept memory', 'what the forget gate let pass'],
  ig: ['ig', 'product', 'i * g', 'written content', 'what the input gate let in'],
  c: ['c', 'state', 'fc + ig', 'cell state', 'long-term memory: the conveyor belt'],
  tanh_c: ['tanh_c', 'product', 'tanh(c)', 'squashed memory', 'the memory pressed into −1 … 1'],
  h: ['h', 'output', 'o * tanh_c', 'hidden state', 'output, and short-term memory'],
};
const { x, f, i, g, o, fc, ig, c, tanh_c, h } = /** @type {Record<string, Row>} */ (OF_LSTM);

/** @param {Row | undefined} row @param {Partial<{ formula: string, says: string }>} change @returns {Row} */
function but(row, { formula, says }) {
  const [name, role, own, label, description] = /** @type {Row} */ (row);
  return [name, role, formula ?? own, label, says ?? description];
}
const [sees_f, sees_i, sees_o] = [
  but(f, { formula: `sigmoid(${seen('f', 'c_prev')})` }),
  but(i, { formula: `sigmoid(${seen('i', 'c_prev')})` }),
  but(o, { formula: `sigmoid(${seen('o', 'c')})` }),
];

/** @param {string} candidate @param {string} past @returns {Row[]} */
const gru = (past, candidate) => [
  /** @type {Row} */ (x),
  ['z', 'gate', `sigmoid(${affine('z')})`, 'update gate', 'what to keep of the state'],
  ['r', 'gate', `sigmoid(${affine('r')})`, 'reset gate', 'how much of the past the candidate sees'],
  ['rh', 'product', past, 'reset past', 'the past after the reset'],
  ['n', 'candidate', candidate, 'candidate', 'new content on offer'],
  ['zh', 'product', 'z * h_prev', 'kept state', 'what the update gate kept'],
  ['zn', 'product', '(1 - z) * n', 'written content', 'what the update gate let in'],
  ['h', 'output', 'zh + zn', 'hidden state', 'output and only memory'],
];

/** @type {Record<string, { states: string[], rows: (Row | undefined)[] }>} */
const CELLS = {
  rnn: { states: ['h'], rows: [x, ['h', 'output', `tanh(${affine('h')})`, 'hidden state', 'output and only memory']] },
  lstm: { states: ['h', 'c'], rows: [x, f, i, g, o, fc, ig, c, tanh_c, h] },
  peephole: { states: ['h', 'c'], rows: [x, sees_f, sees_i, g, fc, ig, c, sees_o, tanh_c, h] },
  'peephole-fi': { states: ['h', 'c'], rows: [x, sees_f, sees_i, g, fc, ig, c, o, tanh_c, h] },
  cifg: {
    states: ['h', 'c'],
    rows: [x, f, but(i, { formula: '1 - f', says: 'what to write: as much as was let go' }), g, o, fc, ig, c, tanh_c, h],
  },
  gru: { states: ['h'], rows: gru('r * (U_n @ h_prev + d_n)', 'tanh(W_n @ x + b_n + rh)') },
  'gru-before': { states: ['h'], rows: gru('r * h_prev', 'tanh(W_n @ x + U_n @ rh + b_n)') },
};

/**
 * Layers that the page knows nothing of: a cell of one valve, the cells of the core under another name, and a kind of
 * layer without a state, one of whose signals has no formula.
 * @type {Record<string, { kind?: string, states: string[], rows: (Row | undefined)[] }>}
 */
export const UNKNOWN = {
  valve: { states: ['h'], rows: [
    x, ['a', 'gate', `sigmoid(${affine('a')} + k * h_prev)`, 'valve', 'how much is new'], ['n', 'candidate', `tanh(${affine('n')})`, 'news', 'what is new'],
    ['change', 'product', 'a * (n - h_prev)', 'change', 'what the valve lets in'], ['h', 'output', 'h_prev + change', 'state', 'what is kept'],
  ] },
  window: { kind: 'window', states: [], rows: [
    x, ['place', 'position', 'x', 'place', 'where it looks'], ['w', 'gate', 'x', 'weights', 'how much of each'], ['y', 'output', 'tanh(W_y @ w - b_y)', 'window', 'what it found'],
  ] },
  'another LSTM': CELLS['lstm'] ?? fail(),
  'another GRU': CELLS['gru'] ?? fail(),
  'another peephole': CELLS['peephole'] ?? fail(),
  'another CIFG': CELLS['cifg'] ?? fail(),
  'another RNN': CELLS['rnn'] ?? fail(),
};

/** @returns {never} */
function fail() {
  throw new RangeError('no such cell');
}

/** The names of all cells. */
export const CELL_NAMES = Object.keys(CELLS);

/** @param {string} cell @returns {{ kind?: string, states: string[], rows: (Row | undefined)[] }} */
function find(cell) {
  const found = CELLS[cell] ?? UNKNOWN[cell];
  if (!found) throw new RangeError(`no signals are written down for ${cell}`);
  return found;
}

/** What one step of a cell hands to the next. @param {string} cell */
export const statesOf = (cell) => find(cell).states;

/**
 * A layer of a cell, as the models route declares it.
 * @param {string} cell @param {number} units @returns {import('../../static/js/layout/types.js').LayerInfo}
 */
export const layerOf = (cell, units) => ({
  name: 'layer0',
  kind: find(cell).kind ?? 'recurrent',
  cell,
  title: cell,
  units,
  inputs: 64,
  signals: find(cell).rows.map((row) => {
    const [name, role, formula, label, description] = /** @type {Row} */ (row);
    return { name, role, formula, label, description, range: [null, null], tree: treeOf(formula) };
  }),
});

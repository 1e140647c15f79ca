/**
 * The LSTM and its relatives from left to right, in five columns: factors stand above one another in a column, unit
 * by unit, and their product or sum stands in the next one.
 *
 *   c_{t−1}  ×  f⊙c_{t−1}  +  c_t  ─────────────→     the belt
 *               i⊙g              tanh  tanh c
 *   f           i       ×   g          o      ×  h    the gates
 *   σ           σ          tanh        σ              squashing
 *   h_{t−1}  ●  x             legends         next word
 */

import { divided, node, runs, squasher } from './build.js';
import { wordsAcross } from './lstm-across-words.js';
import { wiresAcross } from './lstm-across-wires.js';
import { moves } from './lstm-moves.js';
import { formOf, left, phaseOf, strip, stripWidth, top } from './parts.js';
import { FIRST, heightOf, rowsIn, rowsOf, styleOf } from './styles.js';
import { textWidth } from './text.js';

/** Where rows lie; all grow together. The belt has most of the height. A peephole needs room above the squashing boxes. */
const ROWS = { belt: FIRST, beltH: 64, middle: 153, gate: 205, stripH: 23, box: 255, bus: 286, last: 320 };
const PEEPHOLE_ROWS = { ...ROWS, box: 259, bus: 289 };

/** How many em the words "end of the sentence" take. */
const NEXT = 11.5;

/** @typedef {import('./lstm-moves.js').Strips} Strips */
/** @typedef {import('./lstm-moves.js').Boxes} Boxes */
/** @typedef {ReturnType<typeof gridOf>} Ground */

/**
 * Columns, rows and the belt.
 * @param {import('./types.js').Size} size @param {number} units @param {import('./types.js').Wiring} wiring
 */
function gridOf(size, units, { peepholes }) {
  const style = styleOf(size);
  const { text, pad } = style;
  const { width, present = false } = size;
  const height = heightOf(style, size);
  const rows = peepholes.length ? PEEPHOLE_ROWS : ROWS;
  const { row, tall } = rowsOf(style, height);
  const w = stripWidth((width - 2 * pad - 4 * style.gap - style.tail) / 5, units);
  const gap = Math.floor((width - 2 * pad - style.tail - 5 * w) / 4);
  /** @param {number} k column, from 0 */
  const column = (k) => pad + k * (w + gap);
  const [beltY, beltH, h] = [row(rows.belt), tall(rows.beltH), tall(rows.stripH)];
  const inset = Math.round(beltH * 0.12);
  return {
    style, units, width, height, present, rows, row, tall, w, h, gap, column, beltMid: beltY + beltH / 2,
    /** @param {number} k the gap after column k */
    between: (k) => column(k) + w + gap / 2,
    belt: {
      x: pad - 16, y: beltY, w: width - 2 * (pad - 16), h: beltH, direction: /** @type {const} */ ('right'),
      rollers: rollers(pad, width - pad, beltY + beltH, Math.max(4, tall(6))),
    },
    /** @param {number} k @param {number} y */
    at: (k, y) => ({ x: column(k), y: row(y), w, h }),
    /** @param {number} k */
    onBelt: (k) => ({
      x: column(k), y: beltY + inset, w, h: beltH - 2 * inset, onBelt: true,
      head: { x: column(k), y: beltY - text - 15 }, captionAt: { x: column(k), y: beltY - 8 },
    }),
  };
}

/** @param {Ground} ground @param {import('./types.js').LayerInfo} layer @param {readonly import('./types.js').Phase[]} phases @returns {Strips} */
function stripsOn({ style: { text }, rows, w, gap, at, onBelt }, layer, phases) {
  /**
   * @param {string} name @param {'now' | 'previous'} source
   * @param {import('./parts.js').Place} place @param {string[]} [bound]
   */
  const make = (name, source, place, bound = []) => strip(layer, phases, text, name, source, place, bound);
  const memory = ['c', 'fc'];
  const of = textWidth('kept 100 % of what was there', text) < w + gap - 8 ? 'of what was there' : '';
  return {
    c_prev: make('c', 'previous', onBelt(0), memory),
    fc: make('fc', 'now', { ...onBelt(1), caption: { kind: 'share', part: 'fc', whole: 'c_prev', says: 'kept', of } }, memory),
    c: make('c', 'now', { ...onBelt(2), caption: { kind: 'unit', part: 'ig', says: 'wrote' } }, memory),
    ig: make('ig', 'now', at(1, rows.middle)),
    tanh_c: make('tanh_c', 'now', at(3, rows.middle)),
    f: make('f', 'now', at(0, rows.gate)),
    i: make('i', 'now', at(1, rows.gate)),
    g: make('g', 'now', at(2, rows.gate)),
    o: make('o', 'now', at(3, rows.gate)),
    h: make('h', 'now', at(4, rows.gate)),
    h_prev: make('h', 'previous', at(0, rows.last)),
    x: make('x', 'now', at(1, rows.last), ['x']),
  };
}

/** @param {Ground} ground @param {Strips} s @param {import('./types.js').Wiring} wiring @returns {Boxes} */
function boxesOn({ style, rows, row, tall, between, beltMid }, s, { phases, coupled }) {
  const gateMid = left(s.i).y;
  const boxY = row(rows.box);
  const d = 2 * style.node;
  const round = { w: style.box, h: tall(27) };
  /** @param {string} name @param {import('../scales.js').Hue} [hue] */
  const now = (name, hue) => runs(name, phaseOf(phases, name), hue);
  const input = squasher('i', 'σ', { x: top(s.i).x, y: boxY }, round, now('i', 'input'));
  const writes = phaseOf(phases, coupled ? 'i' : 'ig');
  return {
    forget: node('forget', '×', { x: between(0), y: beltMid }, d, { ...now('fc', 'forget'), valve: 'f' }),
    plus: node('plus', '+', { x: between(1), y: beltMid }, d, now('c', 'input')),
    write: node('write', '×', { x: between(1), y: gateMid }, d, { ...runs('ig', writes, 'input'), valve: 'i' }),
    reveal: node('reveal', '×', { x: between(3), y: gateMid }, d, { ...now('h', 'output'), valve: 'o' }),
    squash: squasher('squash', 'tanh', { x: between(2), y: left(s.ig).y }, round, now('tanh_c')),
    f: squasher('f', 'σ', { x: top(s.f).x, y: boxY }, round, now('f', 'forget')),
    i: coupled ? divided({ ...input, text: '1 −' }, 'f', 'forget') : input,
    g: squasher('g', 'tanh', { x: top(s.g).x, y: boxY }, round, now('g', 'candidate')),
    o: squasher('o', 'σ', { x: top(s.o).x, y: boxY }, round, now('o', 'output')),
  };
}

/** Where the next words stand; those to be read from afar begin before their column. @param {Ground} ground */
function predictOn({ style, height, present, rows, row, tall, column, w, h }) {
  const y = row(rows.gate) + h + tall(34);
  const room = height - y - 12;
  const x = present ? column(3) + Math.round((w + style.box) / 2) + 16 : column(4);
  return { x, y, w: column(4) + w + style.tail - x, h: room, rows: rowsIn(room, style.text) };
}

/**
 * The scales: the belt's above it, the others' below. From afar the belt's and the gates' are enough.
 * @param {Ground} ground @param {number} middle
 * @returns {import('./types.js').Layout['legends']}
 */
function legendsOn({ style, units, present, height, belt, column, w, gap }, middle) {
  const y = Math.min(middle, height - style.text - 18);
  const wrote = textWidth(`unit ${units - 1} wrote +0.00`, style.text);
  const x = Math.round(Math.max(column(3) - gap / 2 + 4, column(2) + wrote + 12));
  const room = column(4) + w - NEXT * style.text - x;
  const own = { x, y: belt.y - style.text - 16, w: Math.min(room, 300), kind: /** @type {const} */ ('belt'), beside: true };
  if (present) return [own, { x: column(2), y, w, kind: 'gate' }];
  return [own, { x: column(2), y, w, kind: 'signed' }, { x: column(3), y, w, kind: 'gate' }];
}

/**
 * @param {import('./types.js').Size} size @param {import('./types.js').LayerInfo} layer
 * @param {import('./types.js').Wiring} wiring
 * @returns {import('./types.js').Layout}
 */
export function across(size, layer, wiring) {
  const { phases } = wiring;
  const ground = gridOf(size, layer.units, wiring);
  const { style, width, height, belt, beltMid, between, h, gap, row, rows } = ground;
  const s = stripsOn(ground, layer, phases);
  const b = boxesOn(ground, s, wiring);
  const joint = { x: between(0), y: left(s.x).y };
  const predict = predictOn(ground);
  const grid = { belt, beltMid, joint, predict, bus: row(rows.bus), end: width - style.pad + 6, style, gap, present: ground.present };
  return {
    form: formOf(size), width, height, least: style.least, flow: 'right', text: style.text, phases, belt,
    strips: Object.values(s),
    boxes: Object.values(b),
    wires: wiresAcross(s, b, grid, wiring),
    labels: wordsAcross(s, b, grid, wiring, layer),
    predict,
    ...moves(s, b, joint, belt, wiring),
    legends: legendsOn(ground, s.x.y + Math.round(h / 2) - 4),
  };
}

/** @param {number} from @param {number} to @param {number} y @param {number} r */
function rollers(from, to, y, r) {
  const count = Math.max(5, Math.round((to - from) / 96));
  return Array.from({ length: count }, (_, k) => ({
    x: Math.round(from + ((to - from) * k) / (count - 1)),
    y: y + r + 2,
    r,
  }));
}

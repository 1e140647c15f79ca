/**
 * The GRU from left to right: the line of h on top with its fork, below it the gate z, below that the candidate's way.
 *
 *   h_{t−1} ───●──────────────── × ── z⊙h ──── + ── h_t ──→
 *   ● ─────┐   │   ───→ σ   z ───┤
 *   │      σ   U                1 −
 *   │      r ─ × ─ r⊙…  tanh  n ─ × ── (1−z)⊙n ┘   next word
 *   └ x ──────────────── W ┘        legends
 */

import { divided, node, runs, squasher } from './build.js';
import { wiresAcross } from './gru-across-wires.js';
import { wordsAcross } from './gru-across-words.js';
import { moves } from './gru-moves.js';
import { formOf, left, phaseOf, right, strip, stripWidth, top } from './parts.js';
import { FIRST, heightOf, rowsIn, rowsOf, styleOf } from './styles.js';
import { textWidth } from './text.js';

/** Where rows lie; all grow together. */
const ROWS = { line: FIRST + 2, lineH: 30, gate: 139, stripH: 23, shoulder: 186, candidate: 226, foot: 285, last: 318 };

/** The least width at which the words of a legend stand apart. */
const LEGEND = 94;

/** @typedef {import('./gru-moves.js').Strips} Strips */
/** @typedef {import('./gru-moves.js').Boxes} Boxes */
/** @typedef {ReturnType<typeof gridOf>} Ground */

const ARROWED = 14; // px that an arrow takes between two boxes

/**
 * Columns and rows. Between r ⊙ h and the candidate stands tanh, and U_n where the product comes after the reset.
 * @param {import('./types.js').Size} size @param {number} units @param {boolean} after whether the reset acts after the product
 */
function gridOf(size, units, after) {
  const style = styleOf(size);
  const { text, pad } = style;
  const { width, present = false } = size;
  const height = heightOf(style, size);
  const { row, tall } = rowsOf(style, height);
  const past = after ? 'U_n h + d_n' : 'U_n';
  const small = Math.max(11, text - 1);
  /** A box around a product. @param {string} words */
  const around = (words) => Math.round(textWidth(words.replace('_', ''), small, true) + 10);
  const before = Math.max(style.gap, style.box + 2 * ARROWED + (after ? 0 : around(past) + ARROWED));
  const w = stripWidth((width - 2 * pad - style.tail - 3 * style.gap - before) / 5, units);
  const spare = Math.floor((width - 2 * pad - style.tail - 5 * w - 3 * style.gap - before) / 4);
  const gaps = [style.gap, before, style.gap, style.gap].map((gap) => gap + spare);
  /** @param {number} k column, from 0 */
  const column = (k) => gaps.slice(0, k).reduce((x, gap) => x + w + gap, pad);
  const [h, lineY] = [tall(ROWS.stripH), row(ROWS.line)];
  return {
    style, width, height, present, row, tall, past, around, w, spare, gaps, column, h, lineY,
    /** @param {number} k the gap after column k */
    between: (k) => Math.round(column(k) + w + (gaps[k] ?? 0) / 2),
    /** @param {number} k */
    onLine: (k) => ({
      x: column(k), y: lineY, w, h: tall(ROWS.lineH), head: { x: column(k), y: lineY - text - 14 }, captionAt: { x: column(k), y: lineY - 8 },
    }),
    /** @param {number} k @param {number} y */
    at: (k, y) => ({ x: column(k), y: row(y), w, h, room: w + (gaps[k] ?? 0) - 6 }),
  };
}

/** @param {Ground} ground @param {import('./types.js').LayerInfo} layer @param {readonly import('./types.js').Phase[]} phases @param {boolean} after @returns {Strips} */
function stripsOn({ style: { text }, w, h, gaps, onLine, at }, layer, phases, after) {
  /**
   * @param {string} name @param {'now' | 'previous'} source
   * @param {import('./parts.js').Place} place @param {string[]} [bound]
   */
  const make = (name, source, place, bound = []) => strip(layer, phases, text, name, source, place, bound);
  const of = textWidth('kept 100 % of what was there', text) < w + (gaps[3] ?? 0) - 8 ? 'of what was there' : '';
  const r = at(0, ROWS.candidate);
  return {
    h_prev: make('h', 'previous', onLine(0)),
    zh: make('zh', 'now', { ...onLine(3), caption: { kind: 'share', part: 'zh', whole: 'h_prev', says: 'kept', of } }),
    h: make('h', 'now', onLine(4)),
    z: make('z', 'now', at(2, ROWS.gate)),
    r: make('r', 'now', { ...r, head: { x: r.x, y: r.y + h + text + 5 } }),
    rh: make('rh', 'now', at(1, ROWS.candidate), after ? ['rh'] : []),
    n: make('n', 'now', at(2, ROWS.candidate)),
    zn: make('zn', 'now', at(3, ROWS.candidate)),
    x: make('x', 'now', at(0, ROWS.last), ['x']),
  };
}

/** @param {Ground} ground @param {Strips} s @param {readonly import('./types.js').Phase[]} phases @param {boolean} after @returns {Boxes} */
function boxesOn({ style, row, tall, past, around, spare, gaps, between }, s, phases, after) {
  const [lineMid, gateMid, candidateMid] = [left(s.h).y, left(s.z).y, left(s.n).y];
  const d = 2 * style.node;
  const round = { w: style.box, h: tall(27) };
  const flat = tall(22);
  /** @param {string} name @param {import('../scales.js').Hue} [hue] */
  const now = (name, hue) => runs(name, phaseOf(phases, name), hue);
  const gap = gaps[1] ?? 0;
  const squashX = right(s.rh).x + gap - (after ? gap / 2 : ARROWED + style.box / 2 + spare / 3);
  const pastAt = after ? { x: between(0), y: row(ROWS.shoulder) } : { x: right(s.rh).x + ARROWED + around(past) / 2 + spare / 3, y: candidateMid };
  const oneAt = { x: between(2), y: row(ROWS.shoulder) };
  const shuts = { ...now('zn', 'input'), valve: 'z', inverse: true };
  const reads = 'W_n x + b_n';
  return {
    keep: node('keep', '×', { x: between(2), y: lineMid }, d, { ...now('zh', 'forget'), valve: 'z' }),
    plus: node('plus', '+', { x: between(3), y: lineMid }, d, now('h', 'input')),
    write: node('write', '×', { x: between(2), y: candidateMid }, d, shuts),
    reset: node('reset', '×', { x: between(0), y: candidateMid }, d, { ...now('rh', 'output'), valve: 'r' }),
    one: divided(squasher('one', '1 −', oneAt, round, now('z', 'input')), 'z', 'forget'),
    past: squasher('past', past, pastAt, { w: around(past), h: flat }, runs('h_prev', phaseOf(phases, after ? 'rh' : 'n'))),
    input: squasher('input', reads, { x: squashX, y: row(ROWS.foot) }, { w: around(reads), h: flat }, runs('x', phaseOf(phases, 'n'))),
    z: squasher('z', 'σ', { x: squashX, y: gateMid }, round, now('z', 'forget')),
    r: squasher('r', 'σ', { x: top(s.r).x, y: row(ROWS.shoulder) }, round, now('r', 'output')),
    n: squasher('n', 'tanh', { x: squashX, y: candidateMid }, round, now('n', 'candidate')),
  };
}

/** Where the next words stand. @param {Ground} ground */
function predictOn({ style, width, present, tall, column, between, w, lineY }) {
  const x = present ? between(3) + 16 : column(4);
  const h = tall(150);
  return { x, y: lineY + tall(ROWS.lineH) + tall(34), w: Math.max(column(4) + w + style.tail - x, Math.min(114, width - 6 - x)), h, rows: rowsIn(h, style.text) };
}

/**
 * @param {import('./types.js').Size} size @param {import('./types.js').LayerInfo} layer
 * @param {readonly import('./types.js').Phase[]} phases
 * @param {boolean} after whether the reset acts after the product
 * @returns {import('./types.js').Layout}
 */
export function across(size, layer, phases, after) {
  const ground = gridOf(size, layer.units, after);
  const { style, width, height, w, h, column } = ground;
  const s = stripsOn(ground, layer, phases, after);
  const b = boxesOn(ground, s, phases, after);
  const joint = { x: style.pad - Math.min(14, style.pad - 6), y: left(s.z).y };
  const predict = predictOn(ground);
  const lineMid = left(s.h).y;
  const line = { start: { x: left(s.h_prev).x, y: lineMid }, end: { x: width - style.pad + 6, y: lineMid } };
  const legendY = Math.min(s.x.y + Math.round(h / 2) - 4, height - style.text - 18);
  return {
    form: formOf(size), width, height, least: style.least, flow: 'right', text: style.text, phases, belt: null,
    strips: Object.values(s),
    boxes: Object.values(b),
    wires: wiresAcross(s, b, { joint, predict, end: line.end, phases }, after),
    labels: wordsAcross(s, b, style, layer, line.end),
    predict,
    ...moves(s, b, joint, line),
    legends: [
      { x: Math.max(column(2), b.input.x + b.input.w / 2 + 10), y: legendY, w: Math.max(w, LEGEND), kind: 'signed' },
      { x: column(3), y: legendY, w: Math.max(w, LEGEND), kind: 'gate' },
    ],
  };
}

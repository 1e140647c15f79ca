/**
 * The LSTM and its relatives from top to bottom, for a narrow screen: the belt runs down on the left, the gates stand on the right,
 * each squashed beside its strip and fed by a bus along the right edge.
 *
 *   h_{t−1}          x ────┐
 *   c_{t−1}      f  ← σ ←──┤
 *      ×  ←──────┘         │
 *   f⊙c_{t−1}    i  ← σ ←──┤
 *      +  ←─ ×   g  ← tanh ┤
 *   c_t          i⊙g       │
 *      ●─ tanh   tanh c    │
 *      ↓     ×   o  ← σ ←──┘
 *   next word    h
 */

import { divided, node, runs, squasher } from './build.js';
import { BOX, GAP, LEGEND, NODE, PAD, ROW, STRIP, TEXT, TOP } from './down-sizes.js';
import { wiresDown } from './lstm-down-wires.js';
import { moves } from './lstm-moves.js';
import { bottom, left, phaseOf, strip, stripWidth } from './parts.js';

/** @typedef {import('./lstm-moves.js').Strips} Strips */
/** @typedef {import('./lstm-moves.js').Boxes} Boxes */
/** @typedef {ReturnType<typeof gridOf>} Ground */

/** Two columns, the belt's and the gates', and the bus. @param {number} width @param {number} units */
function gridOf(width, units) {
  const w = stripWidth((width - (BOX.w + 8 + 14 + 2 * PAD) - GAP) / 2, units);
  const lane = PAD;
  const side = width - PAD - 14 - BOX.w - 8 - w;
  /** @param {number} k */
  const row = (k) => TOP + k * ROW;
  return {
    w, lane, side, row, middle: (lane + w + side) / 2, busX: width - PAD, boxX: side + w + 10 + BOX.w / 2, beltX: lane + w / 2,
    /** @param {number} x @param {number} k @param {boolean} [onBelt] */
    at: (x, k, onBelt = false) => ({ x, y: row(k), w, h: STRIP, onBelt, span: x === side ? w + BOX.w + 8 : w }),
    /** @param {number} k */
    under: (k) => ({ x: lane, y: row(k) + STRIP + 14 }),
    belt: { x: lane - 8, y: row(1) - 24, w: w + 16, h: row(6.5) - row(1) + 20, direction: /** @type {const} */ ('down'), rollers: [] },
  };
}

/** @param {Ground} ground @param {import('./types.js').LayerInfo} layer @param {readonly import('./types.js').Phase[]} phases @returns {Strips} */
function stripsOn({ lane, side, at, under }, layer, phases) {
  /**
   * @param {string} name @param {'now' | 'previous'} source
   * @param {import('./parts.js').Place} place @param {string[]} [bound]
   */
  const make = (name, source, place, bound = []) => strip(layer, phases, TEXT, name, source, place, bound);
  const memory = ['c', 'fc'];
  return {
    h_prev: make('h', 'previous', at(lane, 0)),
    x: make('x', 'now', at(side, 0), ['x']),
    c_prev: make('c', 'previous', at(lane, 1, true), memory),
    f: make('f', 'now', at(side, 1)),
    fc: make('fc', 'now', { ...at(lane, 2.52, true), caption: { kind: 'share', part: 'fc', whole: 'c_prev', says: 'kept' }, captionAt: under(2.52) }, memory),
    i: make('i', 'now', at(side, 2.3)),
    g: make('g', 'now', at(side, 3.55)),
    ig: make('ig', 'now', at(side, 4.6)),
    c: make('c', 'now', { ...at(lane, 4.65, true), caption: { kind: 'unit', part: 'ig', says: 'wrote' }, captionAt: under(4.65) }, memory),
    tanh_c: make('tanh_c', 'now', at(side, 5.6)),
    o: make('o', 'now', at(side, 6.6)),
    h: make('h', 'now', at(side, 7.55)),
  };
}

/** @param {Ground} ground @param {Strips} s @param {import('./types.js').Wiring} wiring @returns {Boxes} */
function boxesOn({ beltX, middle, boxX }, s, { phases, coupled }) {
  const writeY = left(s.g).y;
  const forgetY = (bottom(s.c_prev).y + s.fc.y - 14) / 2;
  /** @param {string} name @param {import('../scales.js').Hue} [hue] */
  const now = (name, hue) => runs(name, phaseOf(phases, name), hue);
  const input = squasher('i', 'σ', { x: boxX, y: left(s.i).y }, BOX, now('i', 'input'));
  const writes = phaseOf(phases, coupled ? 'i' : 'ig');
  return {
    forget: node('forget', '×', { x: beltX, y: forgetY }, NODE, { ...now('fc', 'forget'), valve: 'f' }),
    plus: node('plus', '+', { x: beltX, y: writeY }, NODE, now('c', 'input')),
    write: node('write', '×', { x: middle, y: writeY }, NODE, { ...runs('ig', writes, 'input'), valve: 'i' }),
    reveal: node('reveal', '×', { x: middle, y: left(s.o).y }, NODE, { ...now('h', 'output'), valve: 'o' }),
    squash: squasher('squash', 'tanh', { x: middle, y: left(s.tanh_c).y }, { w: 38, h: BOX.h }, now('tanh_c')),
    f: squasher('f', 'σ', { x: boxX, y: left(s.f).y }, BOX, now('f', 'forget')),
    i: coupled ? divided({ ...input, text: '1 −' }, 'f', 'forget') : input,
    g: squasher('g', 'tanh', { x: boxX, y: writeY }, BOX, now('g', 'candidate')),
    o: squasher('o', 'σ', { x: boxX, y: left(s.o).y }, BOX, now('o', 'output')),
  };
}

/**
 * @param {import('./types.js').Size} size @param {import('./types.js').LayerInfo} layer
 * @param {import('./types.js').Wiring} wiring
 * @returns {import('./types.js').Layout}
 */
export function down({ width }, layer, wiring) {
  const { phases } = wiring;
  const ground = gridOf(width, layer.units);
  const { w, lane, side, middle, row, belt, busX, beltX } = ground;
  const s = stripsOn(ground, layer, phases);
  const b = boxesOn(ground, s, wiring);
  const predict = { x: lane, y: row(7.55) - 22, w: middle - 14 - lane, h: 84, rows: 3 };
  const joint = { x: busX, y: left(s.x).y + 20 };
  const legendY = predict.y + predict.h + LEGEND;
  return {
    form: 'phone', width, height: legendY + 76, least: legendY + 76, flow: 'down', text: TEXT, phases, belt,
    strips: Object.values(s),
    boxes: Object.values(b),
    wires: wiresDown(s, b, { belt, joint, predict, middle }, wiring),
    labels: [{ x: beltX, y: belt.y + belt.h + 14, anchor: 'middle', text: 'to', next: '↓' }],
    predict,
    ...moves(s, b, joint, belt, wiring),
    legends: [
      { x: lane, y: legendY, w, kind: 'belt' },
      { x: side, y: legendY, w, kind: 'gate' },
      { x: lane, y: legendY + 50, w, kind: 'signed' },
    ],
  };
}

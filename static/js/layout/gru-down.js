/**
 * The GRU from top to bottom, for a narrow screen: the line of h runs down on the left, the gates and the candidate's
 * way on the right, between them the fork.
 *
 *   h_{t−1}          x ─────┐
 *      ●─ U ─ ×  ←── r  ← σ ←┤
 *      │      └───→  r⊙… ─┐  │
 *      ×  ←───┬────  z  ← σ ←┘
 *   z⊙h      1 −          │
 *      +  ←── × ←──  n  ← tanh ← x
 *   h_t       └───→ (1−z)⊙n
 *      ●───→ next word
 */

import { divided, node, runs, squasher } from './build.js';
import { BOX, GAP, LEGEND, NODE, PAD, ROW, STRIP, TEXT, TOP } from './down-sizes.js';
import { wiresDown } from './gru-down-wires.js';
import { moves } from './gru-moves.js';
import { bottom, left, phaseOf, strip, stripWidth } from './parts.js';
import { textWidth } from './text.js';

const SMALL = 11;
/** Between strip and box, then one lane each for r ⊙ …, the bus and x. */
const STEP = 8;

/** @typedef {import('./gru-moves.js').Strips} Strips */
/** @typedef {import('./gru-moves.js').Boxes} Boxes */
/** @typedef {ReturnType<typeof gridOf>} Ground */

/** Two columns, the line's and the gates', the boxes and the lanes beside them. @param {number} width @param {number} units */
function gridOf(width, units) {
  const margin = BOX.w + 4 * STEP + 4;
  const w = stripWidth((width - PAD - GAP - margin) / 2, units);
  const lane = PAD;
  const side = width - margin - w;
  const boxX = side + w + STEP + BOX.w / 2;
  return {
    w, lane, side, boxX, middle: (lane + w + side) / 2, lineX: lane + w / 2,
    /** @param {number} k */
    edge: (k) => boxX + BOX.w / 2 + k * STEP,
    /** @param {number} x @param {number} k */
    at: (x, k) => ({ x, y: Math.round(TOP + k * ROW), w, h: STRIP, span: x === side ? w + BOX.w + STEP : w }),
  };
}

/** @param {Ground} ground @param {number} width @param {import('./types.js').LayerInfo} layer @param {readonly import('./types.js').Phase[]} phases @param {boolean} after @returns {Strips} */
function stripsOn({ w, lane, side, edge, at }, width, layer, phases, after) {
  /**
   * @param {string} name @param {'now' | 'previous'} source
   * @param {import('./parts.js').Place} place @param {string[]} [bound]
   */
  const make = (name, source, place, bound = []) => strip(layer, phases, TEXT, name, source, place, bound);
  /** @param {import('./parts.js').Place} place @param {import('./types.js').Caption} caption */
  const told = (place, caption) => ({ ...place, caption, captionAt: { x: lane, y: place.y + STRIP + 14 } });
  return {
    h_prev: make('h', 'previous', at(lane, 0)),
    x: make('x', 'now', at(side, 0), ['x']),
    r: make('r', 'now', at(side, 1.1)),
    rh: make('rh', 'now', { ...at(side, 2.3), room: edge(2) - side + 4 }, after ? ['rh'] : []),
    z: make('z', 'now', at(side, 3.3)),
    zh: make('zh', 'now', told(at(lane, 4.27), { kind: 'share', part: 'zh', whole: 'h_prev', says: 'kept' })),
    n: make('n', 'now', { ...at(side, 5.2), span: w }),
    zn: make('zn', 'now', { ...at(side, 6.82), room: width - side }),
    h: make('h', 'now', told(at(lane, 6.5), { kind: 'unit', part: 'zn', says: 'wrote' })),
  };
}

/** A box around a product. @param {string} words */
const around = (words) => ({ w: Math.round(textWidth(words.replaceAll('_', ''), SMALL, true) + 6), h: 22 });

/** @param {Ground} ground @param {Strips} s @param {readonly import('./types.js').Phase[]} phases @param {boolean} after @returns {Boxes} */
function boxesOn({ lineX, middle, boxX }, s, phases, after) {
  const [keepY, writeY] = [left(s.z).y, left(s.n).y];
  const resetY = Math.round((bottom(s.r).y + left(s.rh).y) / 2);
  /** @param {string} name @param {import('../scales.js').Hue} [hue] */
  const now = (name, hue) => runs(name, phaseOf(phases, name), hue);
  const proposes = phaseOf(phases, 'n');
  const first = around('U_n h + d_n');
  const firstAt = { x: lineX + 13 + first.w / 2, y: left(s.r).y - 20 };
  const past = after
    ? squasher('past', 'U_n h + d_n', firstAt, first, runs('h_prev', phaseOf(phases, 'rh')))
    : squasher('past', 'U_n', { x: boxX, y: left(s.rh).y }, BOX, runs('rh', proposes));
  const oneAt = { x: middle, y: (keepY + writeY) / 2 };
  const shuts = { ...now('zn', 'input'), valve: 'z', inverse: true };
  return {
    keep: node('keep', '×', { x: lineX, y: keepY }, NODE, { ...now('zh', 'forget'), valve: 'z' }),
    plus: node('plus', '+', { x: lineX, y: writeY }, NODE, now('h', 'input')),
    write: node('write', '×', { x: middle, y: writeY }, NODE, shuts),
    reset: node('reset', '×', { x: middle, y: resetY }, NODE, { ...now('rh', 'output'), valve: 'r' }),
    one: divided(squasher('one', '1 −', oneAt, BOX, now('z', 'input')), 'z', 'forget'),
    past,
    input: squasher('input', 'W_n x + b_n', { x: boxX, y: writeY + 35 }, around('W_n x + b_n'), runs('x', proposes)),
    z: squasher('z', 'σ', { x: boxX, y: keepY }, BOX, now('z', 'forget')),
    r: squasher('r', 'σ', { x: boxX, y: left(s.r).y }, BOX, now('r', 'output')),
    n: squasher('n', 'tanh', { x: boxX, y: writeY }, BOX, now('n', 'candidate')),
  };
}

/**
 * @param {import('./types.js').Size} size @param {import('./types.js').LayerInfo} layer
 * @param {readonly import('./types.js').Phase[]} phases
 * @param {boolean} after whether the reset acts after the product
 * @returns {import('./types.js').Layout}
 */
export function down({ width }, layer, phases, after) {
  const ground = gridOf(width, layer.units);
  const { w, lane, side, middle, edge, lineX } = ground;
  const s = stripsOn(ground, width, layer, phases, after);
  const b = boxesOn(ground, s, phases, after);
  const joint = { x: edge(2), y: left(s.x).y + 20 };
  const end = { x: lineX, y: bottom(s.h).y + 50 };
  const predict = { x: side, y: end.y - 22, w: width - side - PAD, h: 84, rows: 3 };
  const line = { start: { x: lineX, y: s.h_prev.y - STRIP }, end };
  const legendY = predict.y + predict.h + LEGEND;
  return {
    form: 'phone', width, height: legendY + 26, least: legendY + 26, flow: 'down', text: TEXT, phases, belt: null,
    strips: Object.values(s),
    boxes: Object.values(b),
    wires: wiresDown(s, b, { joint, predict, end, middle, lanes: { past: edge(1), input: edge(3) }, phases }, after),
    labels: [{ x: lineX, y: end.y + 15, anchor: 'middle', text: 'to', next: '↓' }],
    predict,
    ...moves(s, b, joint, line),
    legends: [
      { x: lane, y: legendY, w, kind: 'signed' },
      { x: side, y: legendY, w, kind: 'gate' },
    ],
  };
}

/**
 * The GRU's wires, from top to bottom.
 */

import { arrow, knotted, line, over, runs, trunk } from './build.js';
import { bottom, left, phaseOf, port, right } from './parts.js';

/** @typedef {import('./types.js').Point} Point */

/** What the next strip's label takes above it, and a caption under a strip. */
const HEAD = 20;
const CAPTION = 18;

/** @typedef {import('./types.js').Wire} Wire */
/** @typedef {import('./gru-moves.js').Strips} Strips */
/** @typedef {import('./gru-moves.js').Boxes} Boxes */
/**
 * @typedef {object} Places
 * @property {Point} joint where h_{t−1} and x meet
 * @property {Point} end where the line leaves
 * @property {number} middle between the two columns
 * @property {{ past: number, input: number }} lanes
 * @property {readonly import('./types.js').Phase[]} phases
 * @property {import('./types.js').Layout['predict']} predict
 */

/**
 * @param {Strips} s @param {Boxes} b @param {Places} places @param {boolean} after whether the reset acts after the product
 * @returns {Wire[]}
 */
export const wiresDown = (s, b, places, after) => [...memory(s, b, places), ...reading(s, b, places, after), ...forking(s, b, places)];

/** The line of the memory. @param {Strips} s @param {Boxes} b @param {Places} places @returns {Wire[]} */
function memory(s, b, { end, phases, predict }) {
  const lineX = b.keep.x;
  const [keeps, adds] = [phaseOf(phases, 'zh'), phaseOf(phases, 'h')];
  const out = { x: lineX, y: bottom(s.h).y + CAPTION };
  return [
    trunk(arrow('h_prev-keep', runs('h_prev', keeps), bottom(s.h_prev), port(b.keep, 'top'))),
    trunk(line('zh', runs('zh', keeps), port(b.keep, 'bottom'), { x: lineX, y: s.zh.y - HEAD })),
    trunk(arrow('zh-plus', runs('zh', adds), { x: lineX, y: bottom(s.zh).y + CAPTION }, port(b.plus, 'top'))),
    trunk(line('h', runs('h', adds), port(b.plus, 'bottom'), { x: lineX, y: s.h.y - HEAD })),
    trunk(arrow('h-next', runs('h', adds), out, end)),
    knotted(arrow('h-predict', runs('h', phases.length - 1), { x: lineX, y: out.y + 8 }, { x: predict.x - 6, y: out.y + 8 })),
  ];
}

/** What is read, the reset, and the way into the candidate. @param {Strips} s @param {Boxes} b @param {Places} places @param {boolean} after @returns {Wire[]} */
function reading(s, b, { joint, middle, lanes, phases }, after) {
  /** @param {string} name @param {import('../scales.js').Hue} [hue] */
  const now = (name, hue) => runs(name, phaseOf(phases, name), hue);
  const [resets, proposes] = [phaseOf(phases, 'rh'), phaseOf(phases, 'n')];
  const [lineX, busX] = [b.keep.x, joint.x];
  const past = runs('h_prev', resets);
  // Into the candidate from above, between the gate's row and its own.
  const turn = b.n.y - 28;
  const from = after ? right(s.rh) : port(b.past, 'right');
  const intoN = [from, { x: lanes.past, y: from.y }, { x: lanes.past, y: turn }, { x: b.n.x, y: turn }, port(b.n, 'top')];
  const under = [{ x: busX, y: left(s.x).y }, { x: lanes.input, y: left(s.x).y }, { x: lanes.input, y: b.input.y }, port(b.input, 'right')];
  return [
    line('h_prev', runs('h_prev', 0), right(s.h_prev), { x: middle, y: left(s.h_prev).y }, { x: middle, y: joint.y }, joint),
    line('x', runs('x', 0), right(s.x), { x: busX, y: left(s.x).y }, joint),
    knotted(line('bus', runs('x', 0), joint, { x: busX, y: b.z.y })),
    arrow('r-in', now('r'), { x: busX, y: b.r.y }, port(b.r, 'right')),
    line('r-out', now('r', 'output'), port(b.r, 'left'), right(s.r)),
    arrow('r-reset', now('r', 'output'), left(s.r), { x: middle, y: left(s.r).y }, port(b.reset, 'top')),
    ...(after
      ? [
          knotted(arrow('h_prev-past', past, { x: lineX, y: b.past.y }, port(b.past, 'left'))),
          arrow('past', past, port(b.past, 'bottom'), { x: b.past.x, y: b.reset.y }, port(b.reset, 'left')),
        ]
      : [
          knotted(arrow('h_prev-reset', past, { x: lineX, y: b.reset.y }, port(b.reset, 'left'))),
          arrow('rh-past', runs('rh', proposes), right(s.rh), port(b.past, 'left')),
        ]),
    line('rh', now('rh', 'output'), port(b.reset, 'bottom'), { x: middle, y: left(s.rh).y }, left(s.rh)),
    arrow('rh-n', runs('rh', proposes), ...intoN),
    knotted(arrow('x-input', runs('x', proposes), ...under)),
    arrow('input', runs('x', proposes), port(b.input, 'top'), port(b.n, 'bottom')),
    line('n', now('n', 'candidate'), port(b.n, 'left'), right(s.n)),
  ];
}

/** The gate z with its two ends: what it keeps, and what it lets in as far as it is shut. @param {Strips} s @param {Boxes} b @param {Places} places @returns {Wire[]} */
function forking(s, b, { joint, middle, lanes, phases }) {
  /** @param {string} name @param {import('../scales.js').Hue} [hue] */
  const now = (name, hue) => runs(name, phaseOf(phases, name), hue);
  const [keeps, adds] = [phaseOf(phases, 'zh'), phaseOf(phases, 'h')];
  return [
    over(arrow('z-in', now('z'), { x: joint.x, y: b.z.y }, port(b.z, 'right')), { x: lanes.past, y: b.z.y }),
    line('z-out', now('z', 'forget'), port(b.z, 'left'), right(s.z)),
    arrow('z-keep', now('z', 'forget'), left(s.z), port(b.keep, 'right')),
    knotted(arrow('z-one', now('z', 'forget'), { x: middle, y: b.z.y }, port(b.one, 'top'))),
    arrow('one-write', now('z', 'input'), port(b.one, 'bottom'), port(b.write, 'top')),
    arrow('n-write', runs('n', keeps, 'candidate'), left(s.n), port(b.write, 'right')),
    line('zn', now('zn', 'input'), port(b.write, 'bottom'), { x: middle, y: left(s.zn).y }, left(s.zn)),
    arrow('zn-plus', runs('zn', adds, 'input'), port(b.write, 'left'), port(b.plus, 'right')),
  ];
}

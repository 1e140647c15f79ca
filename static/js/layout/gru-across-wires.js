/**
 * The GRU's wires, from left to right.
 */

import { arrow, knotted, line, over, runs, trunk } from './build.js';
import { bottom, left, phaseOf, port, right, top } from './parts.js';

/** @typedef {import('./types.js').Point} Point */

/**
 * @param {import('./gru-moves.js').Strips} s @param {import('./gru-moves.js').Boxes} b
 * @param {{ joint: Point, end: Point, phases: readonly import('./types.js').Phase[],
 *   predict: import('./types.js').Layout['predict'] }} places
 * @param {boolean} after whether the reset acts after the product
 * @returns {import('./types.js').Wire[]}
 */
export function wiresAcross(s, b, { joint, end, phases, predict }, after) {
  /** @param {string} name @param {import('../scales.js').Hue} [hue] */
  const now = (name, hue) => runs(name, phaseOf(phases, name), hue);
  const [resets, proposes] = [phaseOf(phases, 'rh'), phaseOf(phases, 'n')];
  const [keeps, adds] = [phaseOf(phases, 'zh'), phaseOf(phases, 'h')];
  const lineMid = left(s.h).y;
  const tap = { x: b.reset.x, y: lineMid };
  const hop = { x: tap.x, y: joint.y };
  const fork = { x: b.keep.x, y: joint.y };
  return [
    trunk(arrow('h_prev-keep', runs('h_prev', keeps), right(s.h_prev), port(b.keep, 'left'))),
    trunk(line('zh', now('zh'), port(b.keep, 'right'), left(s.zh))),
    trunk(arrow('zh-plus', runs('zh', adds), right(s.zh), port(b.plus, 'left'))),
    trunk(line('h', now('h'), port(b.plus, 'right'), left(s.h))),
    trunk(arrow('h-next', now('h'), right(s.h), end)),
    line('h_prev', runs('h_prev', 0), left(s.h_prev), { x: joint.x, y: lineMid }, joint),
    line('x', runs('x', 0), left(s.x), { x: joint.x, y: left(s.x).y }, joint),
    knotted(line('bus', runs('x', 0), joint, { x: b.z.x - b.z.w / 2 - 12, y: joint.y })),
    arrow('r-in', now('r'), { x: b.r.x, y: joint.y }, port(b.r, 'top')),
    arrow('r-out', now('r', 'output'), port(b.r, 'bottom'), top(s.r)),
    arrow('r-reset', now('r', 'output'), right(s.r), port(b.reset, 'left')),
    ...(after
      ? [
          over(knotted(arrow('h_prev-past', runs('h_prev', resets), tap, port(b.past, 'top'))), hop),
          arrow('past', runs('h_prev', resets), port(b.past, 'bottom'), port(b.reset, 'top')),
          arrow('rh-n', runs('rh', proposes), right(s.rh), port(b.n, 'left')),
        ]
      : [
          over(knotted(arrow('h_prev-reset', runs('h_prev', resets), tap, port(b.reset, 'top'))), hop),
          arrow('rh-past', runs('rh', proposes), right(s.rh), port(b.past, 'left')),
          arrow('past', runs('rh', proposes), port(b.past, 'right'), port(b.n, 'left')),
        ]),
    arrow('rh', now('rh', 'output'), port(b.reset, 'right'), left(s.rh)),
    arrow('x-input', runs('x', proposes), right(s.x), { x: b.input.x, y: right(s.x).y }, port(b.input, 'bottom')),
    arrow('input', runs('x', proposes), port(b.input, 'top'), port(b.n, 'bottom')),
    arrow('n', now('n', 'candidate'), port(b.n, 'right'), left(s.n)),
    arrow('z-in', now('z'), { x: b.z.x - b.z.w / 2 - 12, y: joint.y }, port(b.z, 'left')),
    arrow('z-out', now('z', 'forget'), port(b.z, 'right'), left(s.z)),
    arrow('z-keep', now('z', 'forget'), right(s.z), fork, port(b.keep, 'bottom')),
    knotted(arrow('z-one', now('z', 'forget'), fork, port(b.one, 'top'))),
    arrow('one-write', now('z', 'input'), port(b.one, 'bottom'), port(b.write, 'top')),
    arrow('n-write', runs('n', keeps, 'candidate'), right(s.n), port(b.write, 'left')),
    arrow('zn', now('zn', 'input'), port(b.write, 'right'), left(s.zn)),
    arrow('zn-plus', runs('zn', adds, 'input'), right(s.zn), { x: b.plus.x, y: right(s.zn).y }, port(b.plus, 'bottom')),
    arrow('h-predict', runs('h', phases.length - 1), bottom(s.h), { x: bottom(s.h).x, y: predict.y - 4 }),
  ];
}

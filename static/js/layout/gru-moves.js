/**
 * What moves in the GRU's phases, the same in every form. 300 ms a gate, 600 ms a vector, at speed 1.
 */

import { centre, emerge, grow, spark, travel, turn, VECTOR } from './moves.js';

/** @typedef {import('./types.js').Move} Move */
/** @typedef {import('./types.js').Strip} Strip */
/** @typedef {import('./types.js').Box} Box */
/** @typedef {import('./types.js').Point} Point */
/** @typedef {{ [id in 'h_prev'|'x'|'r'|'rh'|'n'|'z'|'zh'|'zn'|'h']: Strip }} Strips */
/** @typedef {{ [id in 'keep'|'plus'|'reset'|'write'|'one'|'past'|'input'|'r'|'n'|'z']: Box }} Boxes */

/**
 * @param {Strips} s @param {Boxes} b
 * @param {Point} joint where h_{t−1} and x meet
 * @param {{ start: Point, end: Point }} line where the memory comes in and leaves
 * @returns {{ moves: Move[][], carry: Move[] }}
 */
export const moves = (s, b, joint, { start, end }) => ({
  moves: [
    [
      emerge(s.x, { x: centre(s.x).x, y: s.x.y + s.x.h + 24 }, 0),
      travel(s.h_prev, joint, 300),
      travel(s.x, joint, 300),
      spark('bus', VECTOR, 250),
    ],
    [
      spark('r-in', 0),
      spark('r-out', 100),
      grow(s.r, 200),
      turn(b.reset, 450),
      travel(s.h_prev, b.reset, 600),
      travel(s.r, b.reset, 600),
      emerge(s.rh, b.reset, 900),
    ],
    [travel(s.rh, b.n, 0), travel(s.x, b.n, 0), emerge(s.n, b.n, 300)],
    [
      spark('z-in', 0),
      spark('z-out', 100),
      grow(s.z, 200),
      spark('z-keep', 450),
      spark('z-one', 450),
      turn(b.one, 600),
      turn(b.keep, 600),
      turn(b.write, 600),
      travel(s.h_prev, b.keep, 900),
      travel(s.n, b.write, 900),
      emerge(s.zh, b.keep, 1200),
      emerge(s.zn, b.write, 1200),
    ],
    [travel(s.zh, b.plus, 0), travel(s.zn, b.plus, 0), emerge(s.h, b.plus, 300)],
    [spark('h-predict', 0, 200), { kind: 'rows', at: 200, ms: 300 }],
  ],
  carry: [
    { kind: 'travel', target: 'h', points: [centre(s.h), end], at: 0, ms: VECTOR, whole: true },
    { kind: 'emerge', target: 'h_prev', points: [start], at: 0, ms: VECTOR, whole: true },
  ],
});

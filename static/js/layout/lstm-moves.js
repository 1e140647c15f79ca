/**
 * What moves in the phases of the LSTM and its relatives, the same in every form: a short chain of cause and effect
 * for each.
 */

import { centre, elbow, emerge, GATE, grow, HALF, spark, travel, tread, turn, VECTOR } from './moves.js';

/** @typedef {import('./types.js').Move} Move */
/** @typedef {import('./types.js').Strip} Strip */
/** @typedef {import('./types.js').Box} Box */
/** @typedef {import('./types.js').Point} Point */

/** @typedef {{ [id in 'c_prev'|'fc'|'c'|'ig'|'tanh_c'|'f'|'i'|'g'|'o'|'h'|'h_prev'|'x']: Strip }} Strips */
/** @typedef {{ [id in 'forget'|'plus'|'write'|'reveal'|'squash'|'f'|'i'|'g'|'o']: Box }} Boxes */

/** @typedef {{ x: number, y: number, w: number, h: number, direction: 'right' | 'down' }} Track */

/**
 * @param {Strips} s @param {Boxes} b
 * @param {Point} joint where h_{t−1} and x meet
 * @param {Track} belt
 * @param {import('./types.js').Wiring} wiring
 * @returns {{ moves: Move[][], carry: Move[] }}
 */
export const moves = (s, b, joint, belt, wiring) => ({ moves: within(s, b, joint, wiring), carry: between(s, belt) });

/**
 * What moves in each phase of a step.
 * @param {Strips} s @param {Boxes} b @param {Point} joint @param {import('./types.js').Wiring} wiring
 * @returns {Move[][]}
 */
function within(s, b, joint, { coupled, peepholes }) {
  /** @param {string} gate @returns {Move[]} */
  const look = (gate) => (peepholes.includes(gate) ? [spark(`${gate}-peephole`, 0, 200)] : []);
  /** i from its own weights, or as the other end of f's valve; both ends move at once. @type {Move[]} */
  const input = [
    spark('i-in', coupled ? 450 : 0),
    spark('i-out', coupled ? 600 : 100),
    grow(s.i, coupled ? 700 : 200),
  ];
  const other = coupled ? [...input, turn(b.i, 550), turn(b.write, 550)] : [];
  const own = coupled ? [] : [...look('i'), ...input, turn(b.write, 450)];
  return [
    [
      emerge(s.x, { x: centre(s.x).x, y: s.x.y + s.x.h + 24 }, 0),
      travel(s.h_prev, joint, GATE),
      travel(s.x, joint, GATE),
      spark('join', VECTOR),
      spark('bus', VECTOR + 100, 250),
    ],
    [
      ...look('f'),
      spark('f-in', 0),
      spark('f-out', 100),
      grow(s.f, 200),
      spark('f-forget', 450),
      turn(b.forget, 550),
      ...other,
      tread(700, VECTOR),
      travel(s.c_prev, b.forget, 700),
      emerge(s.fc, b.forget, 700 + HALF),
    ],
    [
      ...own,
      spark('g-in', 0),
      spark('g-out', 100),
      grow(s.g, 200),
      travel(s.i, b.write, 600),
      travel(s.g, b.write, 600),
      emerge(s.ig, b.write, 600 + HALF),
    ],
    [tread(0, VECTOR), travel(s.fc, b.plus, 0), travel(s.ig, b.plus, 0), emerge(s.c, b.plus, HALF)],
    revealing(s, b, look('o')),
    [spark('h-predict', 0, 200), { kind: 'rows', at: 200, ms: GATE }],
  ];
}

/** The output gate opens, and what it lets be seen comes out. @param {Strips} s @param {Boxes} b @param {Move[]} looks @returns {Move[]} */
const revealing = (s, b, looks) => [
  spark('c-squash', 0, 200),
  emerge(s.tanh_c, b.squash, 150),
  ...looks,
  spark('o-in', 0),
  spark('o-out', 100),
  grow(s.o, 200),
  turn(b.reveal, 450),
  travel(s.o, b.reveal, 600),
  travel(s.tanh_c, b.reveal, 600),
  emerge(s.h, b.reveal, 600 + HALF),
];

/** What goes on to the next step: the belt runs out at its end and in at its start. @param {Strips} s @param {Track} belt @returns {Move[]} */
function between(s, belt) {
  const along = belt.direction === 'right';
  const end = along ? { x: belt.x + belt.w - s.c.w / 2, y: centre(s.c).y } : { x: centre(s.c).x, y: belt.y + belt.h };
  const start = along ? { x: centre(s.c_prev).x - s.c.w / 2, y: centre(s.c).y } : { x: centre(s.c_prev).x, y: belt.y };
  const out = { x: centre(s.h).x + (along ? s.h.w : 0), y: centre(s.h).y + (along ? 0 : s.h.h) };
  const back = { x: centre(s.h_prev).x - (along ? s.h.w / 2 : 0), y: centre(s.h_prev).y - (along ? 0 : s.h.h) };
  return [
    tread(0, VECTOR),
    { kind: 'travel', target: 'c', points: [centre(s.c), end], at: 0, ms: VECTOR, whole: true },
    { kind: 'emerge', target: 'c_prev', points: [start], at: 0, ms: VECTOR, whole: true },
    { kind: 'travel', target: 'h', points: elbow(centre(s.h), out), at: 0, ms: HALF, whole: true },
    { kind: 'emerge', target: 'h_prev', points: [back], at: HALF, ms: HALF, whole: true },
  ];
}

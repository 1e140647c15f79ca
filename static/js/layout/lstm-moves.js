/**
 * What moves in the phases of the LSTM and its relatives, the same in every form: a short chain of cause and effect for each.
 * 300 ms a gate, 600 ms a vector, at speed 1.
 */

/** @typedef {import('#js/layout/types.js').Move} Move */
/** @typedef {import('#js/layout/types.js').Strip} Strip */
/** @typedef {import('#js/layout/types.js').Box} Box */
/** @typedef {import('#js/layout/types.js').Point} Point */

const GATE = 300;
const VECTOR = 600;
const HALF = VECTOR / 2;

/** @param {Strip} s @returns {Point} */
const centre = (s) => ({ x: s.x + s.w / 2, y: s.y + s.h / 2 });

/**
 * A way round one corner, as the wire goes: level first, then up or down.
 * @param {Point} from @param {Point} to @returns {Point[]}
 */
const elbow = (from, to) => (from.x === to.x || from.y === to.y ? [from, to] : [from, { x: to.x, y: from.y }, to]);

/** @typedef {{ [id in 'c_prev'|'fc'|'c'|'ig'|'tanh_c'|'f'|'i'|'g'|'o'|'h'|'h_prev'|'x']: Strip }} Strips */
/** @typedef {{ [id in 'forget'|'plus'|'write'|'reveal'|'squash'|'f'|'i'|'g'|'o']: Box }} Boxes */

/**
 * @param {Strips} s @param {Boxes} b
 * @param {Point} joint where h_{t−1} and x meet
 * @param {{ x: number, y: number, w: number, h: number, direction: 'right' | 'down' }} belt
 * @param {import('#js/layout/types.js').Wiring} wiring
 * @returns {{ moves: Move[][], carry: Move[] }}
 */
export function moves(s, b, joint, belt, { coupled, peepholes }) {
  /** @param {Strip} from @param {Point} to @param {number} at @param {number} [ms] @returns {Move} */
  const into = (from, to, at, ms = HALF) => ({
    kind: 'travel',
    target: from.id,
    points: elbow(centre(from), to),
    at,
    ms,
  });
  /** @param {Strip} strip @param {Point} from @param {number} at @param {number} [ms] @returns {Move} */
  const outOf = (strip, from, at, ms = HALF) => ({ kind: 'emerge', target: strip.id, points: [from], at, ms });
  /** @param {'fill'} kind @param {Strip} strip @param {number} at @returns {Move} */
  const grow = (kind, strip, at) => ({ kind, target: strip.id, at, ms: GATE });
  /** @param {string} wire @param {number} at @param {number} [ms] @returns {Move} */
  const spark = (wire, at, ms = 150) => ({ kind: 'pulse', target: wire, at, ms });
  /** @param {Box} box @param {number} at @returns {Move} */
  const valve = (box, at) => ({ kind: 'valve', target: box.id, at, ms: GATE });
  /** @param {number} at @param {number} ms @returns {Move} */
  const tread = (at, ms) => ({ kind: 'tread', at, ms });

  /** @param {string} gate @returns {Move[]} */
  const look = (gate) => (peepholes.includes(gate) ? [spark(`${gate}-peephole`, 0, 200)] : []);
  /** i from its own weights, or as the other end of f's valve; both ends move at once. @type {Move[]} */
  const input = [spark('i-in', coupled ? 450 : 0), spark('i-out', coupled ? 600 : 100), grow('fill', s.i, coupled ? 700 : 200)];
  const other = coupled ? [...input, valve(b.write, 550)] : [];
  const own = coupled ? [] : [...look('i'), ...input, valve(b.write, 450)];

  const along = belt.direction === 'right';
  const end = along ? { x: belt.x + belt.w - s.c.w / 2, y: centre(s.c).y } : { x: centre(s.c).x, y: belt.y + belt.h };
  const start = along ? { x: centre(s.c_prev).x - s.c.w / 2, y: centre(s.c).y } : { x: centre(s.c_prev).x, y: belt.y };
  return {
    moves: [
      [
        outOf(s.x, { x: centre(s.x).x, y: s.x.y + s.x.h + 24 }, 0, GATE),
        into(s.h_prev, joint, GATE),
        into(s.x, joint, GATE),
        spark('join', VECTOR),
        spark('bus', VECTOR + 100, 250),
      ],
      [
        ...look('f'),
        spark('f-in', 0),
        spark('f-out', 100),
        grow('fill', s.f, 200),
        spark('f-forget', 450),
        valve(b.forget, 550),
        ...other,
        tread(700, VECTOR),
        into(s.c_prev, b.forget, 700),
        outOf(s.fc, b.forget, 700 + HALF),
      ],
      [
        ...own,
        spark('g-in', 0),
        spark('g-out', 100),
        grow('fill', s.g, 200),
        into(s.i, b.write, 600),
        into(s.g, b.write, 600),
        outOf(s.ig, b.write, 600 + HALF),
      ],
      [tread(0, VECTOR), into(s.fc, b.plus, 0), into(s.ig, b.plus, 0), outOf(s.c, b.plus, HALF)],
      [
        spark('c-squash', 0, 200),
        outOf(s.tanh_c, b.squash, 150),
        ...look('o'),
        spark('o-in', 0),
        spark('o-out', 100),
        grow('fill', s.o, 200),
        valve(b.reveal, 450),
        into(s.o, b.reveal, 600),
        into(s.tanh_c, b.reveal, 600),
        outOf(s.h, b.reveal, 600 + HALF),
      ],
      [spark('h-predict', 0, 200), { kind: 'rows', at: 200, ms: GATE }],
    ],
    carry: [
      tread(0, VECTOR),
      { kind: 'travel', target: 'c', points: [centre(s.c), end], at: 0, ms: VECTOR, whole: true },
      { kind: 'emerge', target: 'c_prev', points: [start], at: 0, ms: VECTOR, whole: true },
      {
        kind: 'travel',
        target: 'h',
        points: elbow(centre(s.h), { x: centre(s.h).x + (along ? s.h.w : 0), y: centre(s.h).y + (along ? 0 : s.h.h) }),
        at: 0,
        ms: HALF,
        whole: true,
      },
      {
        kind: 'emerge',
        target: 'h_prev',
        points: [{ x: centre(s.h_prev).x - (along ? s.h.w / 2 : 0), y: centre(s.h_prev).y - (along ? 0 : s.h.h) }],
        at: HALF,
        ms: HALF,
        whole: true,
      },
    ],
  };
}

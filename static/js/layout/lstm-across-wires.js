/**
 * The wires of the LSTM and its relatives, from left to right.
 */

import { arrow, dashed, knotted, line, over, runs } from './build.js';
import { bottom, left, phaseOf, port, right } from './parts.js';

/** @typedef {import('./types.js').Wire} Wire */
/** @typedef {import('./types.js').Point} Point */
/** @typedef {import('./lstm-moves.js').Strips} Strips */
/** @typedef {import('./lstm-moves.js').Boxes} Boxes */
/** @typedef {import('./types.js').Wiring} Wiring */
/**
 * @typedef {object} Grid
 * @property {import('./types.js').Belt} belt
 * @property {number} beltMid
 * @property {Point} joint where h_{t−1} and x meet
 * @property {import('./types.js').Layout['predict']} predict
 * @property {number} bus
 * @property {number} end where what leaves ends
 * @property {import('./styles.js').Style} style
 * @property {number} gap between two columns
 * @property {boolean} present to be read from afar
 */

/**
 * @param {Strips} s @param {Boxes} b @param {Grid} grid @param {Wiring} wiring
 * @returns {Wire[]}
 */
export function wiresAcross(s, b, grid, wiring) {
  const { belt, beltMid, joint, predict, bus, end } = grid;
  const { phases, coupled } = wiring;
  const gateMid = left(s.i).y;
  const midMid = left(s.ig).y;
  /** @param {string} name @param {import('../scales.js').Hue} [hue] */
  const now = (name, hue) => runs(name, phaseOf(phases, name), hue);
  const [keeps, adds] = [phaseOf(phases, 'fc'), phaseOf(phases, 'c')];
  const [writes, reveals] = [phaseOf(phases, 'ig'), phaseOf(phases, 'h')];
  const fed = /** @type {const} */ (['f', 'i', 'g', 'o']).filter((name) => !(coupled && name === 'i'));
  const corner = { x: b.forget.x, y: gateMid };
  return [
    arrow('c_prev', runs('c_prev', keeps), right(s.c_prev), port(b.forget, 'left')),
    line('fc', now('fc'), port(b.forget, 'right'), left(s.fc)),
    arrow('fc-plus', runs('fc', adds), right(s.fc), port(b.plus, 'left')),
    line('c', now('c'), port(b.plus, 'right'), left(s.c)),
    arrow('c-next', now('c'), right(s.c), { x: belt.x + belt.w - 12, y: beltMid }),
    knotted(arrow('c-squash', runs('c', reveals), { x: b.squash.x, y: beltMid }, port(b.squash, 'top'))),
    arrow('tanh_c', now('tanh_c'), port(b.squash, 'right'), left(s.tanh_c)),
    arrow('tanh_c-reveal', runs('tanh_c', reveals), right(s.tanh_c), { x: b.reveal.x, y: midMid }, port(b.reveal, 'top')),
    arrow('f-forget', now('f', 'forget'), right(s.f), corner, port(b.forget, 'bottom')),
    arrow('i-write', runs('i', b.write.phase, 'input'), right(s.i), port(b.write, 'left')),
    arrow('g-write', runs('g', writes, 'candidate'), left(s.g), port(b.write, 'right')),
    line('ig', now('ig', 'input'), port(b.write, 'top'), { x: b.write.x, y: midMid }, right(s.ig)),
    knotted(arrow('ig-plus', runs('ig', adds, 'input'), { x: b.write.x, y: midMid }, port(b.plus, 'bottom'))),
    arrow('o-reveal', runs('o', reveals, 'output'), right(s.o), port(b.reveal, 'left')),
    arrow('h', now('h', 'output'), port(b.reveal, 'right'), left(s.h)),
    arrow('h-next', now('h'), right(s.h), { x: end, y: gateMid }),
    arrow('h-predict', runs('h', phases.length - 1), bottom(s.h), { x: bottom(s.h).x, y: predict.y - 4 }),
    line('h_prev', runs('h_prev', 0), right(s.h_prev), joint),
    line('x', runs('x', 0), left(s.x), joint),
    knotted(line('join', runs('x', 0), joint, { x: joint.x, y: bus })),
    line('bus', runs('x', 0), { x: b.f.x, y: bus }, { x: b.o.x, y: bus }),
    ...fed.flatMap((name) => [
      arrow(`${name}-in`, runs(name, b[name].phase), { x: b[name].x, y: bus }, port(b[name], 'bottom')),
      arrow(`${name}-out`, runs(name, b[name].phase, b[name].hue), port(b[name], 'top'), bottom(s[name])),
    ]),
    ...(coupled ? coupling(s, b, corner) : []),
    ...peepholes(s, b, grid, wiring),
  ];
}

/**
 * The one valve's other end: what f shuts off, i lets in.
 * @param {Strips} s @param {Boxes} b @param {Point} corner where f turns to the belt
 */
const coupling = (s, b, corner) => [
  knotted(arrow('i-in', runs('f', b.i.phase, 'forget'), corner, { x: corner.x, y: b.i.y }, port(b.i, 'left'))),
  arrow('i-out', runs('i', b.i.phase, 'input'), port(b.i, 'top'), bottom(s.i)),
];

/**
 * From the belt down to the gates that see it, each ending on the shoulder of its squashing box.
 * @param {Strips} s @param {Boxes} b @param {Grid} grid @param {Wiring} wiring
 * @returns {Wire[]}
 */
function peepholes(s, b, { beltMid, style, gap }, wiring) {
  const floor = bottom(s.f).y;
  const y = Math.round(floor + (port(b.f, 'top').y - floor) * 0.35);
  const inset = Math.round(style.box * 0.3);
  const past = { x: Math.round(right(s.f).x + (gap / 2 - style.node) / 2), y: beltMid };
  const present = { x: Math.round(right(s.c).x + (gap - style.box) / 4 + 1), y: beltMid };
  const turn = { x: past.x, y };
  /** @param {'f' | 'i' | 'o'} gate @param {string} symbol @param {Point[]} from @param {number} side @returns {Wire} */
  const wire = (gate, symbol, from, side) => {
    const foot = { x: b[gate].x + side * inset, y };
    const last = from[from.length - 1];
    const way = [...from, ...(last?.y === y ? [] : [{ x: last?.x ?? 0, y }]), foot, { x: foot.x, y: port(b[gate], 'top').y }];
    return knotted(dashed(arrow(`${gate}-peephole`, runs(symbol, b[gate].phase), ...way)));
  };
  const sees = new Set(wiring.peepholes);
  return [
    ...(sees.has('i') ? [wire('i', 'c_prev', sees.has('f') ? [turn] : [past], -1)] : []),
    ...(sees.has('f') ? [over(wire('f', 'c_prev', [past], 1), { x: past.x, y: left(s.f).y })] : []),
    ...(sees.has('o') ? [wire('o', 'c', [present], -1)] : []),
  ];
}

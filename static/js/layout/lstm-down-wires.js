/**
 * The wires of the LSTM and its relatives, from top to bottom.
 */

import { arrow, dashed, knotted, line, over, runs } from './build.js';
import { bottom, left, phaseOf, port, right } from './parts.js';

/** @typedef {import('./types.js').Wire} Wire */
/** @typedef {import('./types.js').Point} Point */
/** @typedef {import('./lstm-moves.js').Strips} Strips */
/** @typedef {import('./lstm-moves.js').Boxes} Boxes */
/** @typedef {import('./types.js').Wiring} Wiring */
/**
 * @typedef {object} Lanes
 * @property {import('./types.js').Belt} belt
 * @property {Point} joint where h_{t−1} and x meet
 * @property {import('./types.js').Layout['predict']} predict
 * @property {number} middle between the belt and the gates
 */

/** What the next strip's label takes above it, and a caption under a strip on the belt. */
const HEAD = 20;
const CAPTION = 18;

/**
 * @param {Strips} s @param {Boxes} b @param {Lanes} lanes @param {Wiring} wiring
 * @returns {Wire[]}
 */
export function wiresDown(s, b, { belt, joint, predict, middle }, wiring) {
  const { phases, coupled } = wiring;
  /** @param {string} name @param {import('../scales.js').Hue} [hue] */
  const now = (name, hue) => runs(name, phaseOf(phases, name), hue);
  const [keeps, adds] = [phaseOf(phases, 'fc'), phaseOf(phases, 'c')];
  const [writes, reveals] = [phaseOf(phases, 'ig'), phaseOf(phases, 'h')];
  const fed = /** @type {const} */ (['f', 'i', 'g', 'o']).filter((name) => !(coupled && name === 'i'));
  const beltX = b.forget.x;
  const busX = joint.x;
  const forgetY = b.forget.y;
  const under = bottom(s.h).y + 20;
  return [
    line('h_prev', runs('h_prev', 0), right(s.h_prev), { x: middle, y: left(s.h_prev).y }, { x: middle, y: joint.y }, joint),
    line('x', runs('x', 0), right(s.x), { x: busX, y: left(s.x).y }, joint),
    knotted(line('join', runs('x', 0), joint, { x: busX, y: b.f.y })),
    line('bus', runs('x', 0), { x: busX, y: b.f.y }, { x: busX, y: b.o.y }),
    ...fed.flatMap((name) => [
      arrow(`${name}-in`, runs(name, b[name].phase), { x: busX, y: b[name].y }, port(b[name], 'right')),
      line(`${name}-out`, runs(name, b[name].phase, b[name].hue), port(b[name], 'left'), right(s[name])),
    ]),
    arrow('c_prev', runs('c_prev', keeps), bottom(s.c_prev), port(b.forget, 'top')),
    line('fc', now('fc'), port(b.forget, 'bottom'), { x: beltX, y: s.fc.y - HEAD }),
    arrow(
      'f-forget',
      now('f', 'forget'),
      left(s.f),
      { x: middle, y: left(s.f).y },
      { x: middle, y: forgetY },
      port(b.forget, 'right'),
    ),
    arrow('i-write', runs('i', b.write.phase, 'input'), left(s.i), { x: middle, y: left(s.i).y }, port(b.write, 'top')),
    arrow('g-write', runs('g', writes, 'candidate'), left(s.g), port(b.write, 'right')),
    line('ig', now('ig', 'input'), port(b.write, 'bottom'), { x: middle, y: left(s.ig).y }, left(s.ig)),
    arrow('ig-plus', runs('ig', adds, 'input'), port(b.write, 'left'), port(b.plus, 'right')),
    arrow('fc-plus', runs('fc', adds), { x: beltX, y: bottom(s.fc).y + CAPTION }, port(b.plus, 'top')),
    line('c', now('c'), port(b.plus, 'bottom'), { x: beltX, y: s.c.y - HEAD }),
    arrow('c-next', now('c'), { x: beltX, y: bottom(s.c).y + CAPTION }, { x: beltX, y: belt.y + belt.h - 4 }),
    knotted(arrow('c-squash', runs('c', reveals), { x: beltX, y: b.squash.y }, port(b.squash, 'left'))),
    line('tanh_c', now('tanh_c'), port(b.squash, 'right'), left(s.tanh_c)),
    arrow('tanh_c-reveal', runs('tanh_c', reveals), port(b.squash, 'bottom'), port(b.reveal, 'top')),
    arrow('o-reveal', runs('o', reveals, 'output'), left(s.o), port(b.reveal, 'right')),
    arrow('h', now('h', 'output'), port(b.reveal, 'bottom'), { x: middle, y: left(s.h).y }, left(s.h)),
    arrow(
      'h-predict',
      runs('h', phases.length - 1),
      bottom(s.h),
      { x: bottom(s.h).x, y: under },
      { x: predict.x + predict.w + 4, y: under },
    ),
    ...(coupled ? coupling(s, b) : []),
    ...peepholes(s, b, belt, middle, wiring),
  ];
}

/** The height between a strip and the label of the one below it. @param {{ y: number, h: number }} strip */
const below = ({ y, h }) => y + h + 12;

/**
 * The one valve's other end: what f shuts off, i lets in.
 * @param {Strips} s @param {Boxes} b
 */
function coupling(s, b) {
  const { x } = bottom(s.f);
  const y = below(s.f);
  return [
    arrow('i-in', runs('f', b.i.phase, 'forget'), bottom(s.f), { x, y }, { x: b.i.x, y }, port(b.i, 'top')),
    line('i-out', runs('i', b.i.phase, 'input'), port(b.i, 'left'), right(s.i)),
  ];
}

/**
 * From the belt across to the gates that see it, between two strips.
 * @param {Strips} s @param {Boxes} b @param {import('./types.js').Belt} belt @param {number} middle
 * @param {Wiring} wiring
 * @returns {Wire[]}
 */
function peepholes(s, b, belt, middle, wiring) {
  const y = below(s.f);
  const out = belt.x + belt.w + 6;
  const past = [right(s.c_prev), { x: out, y: right(s.c_prev).y }, { x: out, y }];
  const turn = { x: b.f.x, y };
  const now = below(s.tanh_c) - 6;
  /** @param {'f' | 'i' | 'o'} gate @param {string} symbol @param {'top' | 'bottom'} side @param {...Point} way */
  const wire = (gate, symbol, side, ...way) =>
    dashed(arrow(`${gate}-peephole`, runs(symbol, b[gate].phase), ...way, port(b[gate], side)));
  const sees = new Set(wiring.peepholes);
  const hop = { x: middle, y };
  return [
    ...(sees.has('i') && sees.has('f') ? [knotted(wire('i', 'c_prev', 'top', turn))] : []),
    ...(sees.has('f') ? [over(wire('f', 'c_prev', 'bottom', ...past, turn), hop)] : []),
    ...(sees.has('i') && !sees.has('f') ? [over(wire('i', 'c_prev', 'top', ...past, turn), hop)] : []),
    ...(sees.has('o')
      ? [over(knotted(wire('o', 'c', 'top', { x: b.forget.x, y: now }, { x: b.o.x, y: now })), { x: middle, y: now })]
      : []),
  ];
}

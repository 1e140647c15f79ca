/**
 * The picture of the plain recurrent cell: no belt and no valve; each step writes its only memory anew.
 */

import { signed } from '../scales.js';
import { arrow, knotted, line, runs, squasher } from './build.js';
import { centre, emerge, GATE, HALF, spark, travel, VECTOR } from './moves.js';
import { bottom, formOf, left, port, right, strip, stripWidth } from './parts.js';
import { PREDICT, READ } from './step.js';
import { styleOf } from './styles.js';
import { wrap } from './text.js';

/** @type {import('./types.js').Phase['say']} */
const rewrite = ({ now, unit }) => `The new hidden state replaces the old one: unit ${unit} is now ${signed(now('h')[unit] ?? 0)}.`;

/** @type {import('./types.js').Phase[]} */
const phases = [READ, { name: 'compute', title: 'Compute', signals: ['h'], say: rewrite }, PREDICT];

const LEAST = 236;
const WORDS = 'no belt, no valve: every step rewrites the whole memory';

/** @typedef {import('./types.js').Point} Point */
/** @typedef {{ [id in 'h_prev' | 'x' | 'h']: import('./types.js').Strip }} Strips */
/** @typedef {ReturnType<typeof gridOf>} Ground */

/** Where all stands; on a phone the state lies below what it is made from. @param {import('./types.js').Size} size @param {number} units */
function gridOf(size, units) {
  const { width } = size;
  const form = formOf(size);
  const phone = form === 'phone';
  const pad = phone ? 12 : 30;
  const height = phone ? 478 : Math.round(Math.min(size.present ? Infinity : 460, Math.max(LEAST, size.height)));
  const text = size.present && !phone ? styleOf(size).text : phone || form === 'medium' ? 12 : 13;
  const gap = phone ? 60 : form === 'medium' ? 50 : 90;
  const w = stripWidth(phone ? width - 2 * pad - 60 : (width - 2 * pad - 2 * gap - 80) / 3, units);
  const middle = Math.round(height / 2);
  return {
    form, phone, width, height, pad, gap, w, middle, text, h: phone ? 24 : Math.round(height / (size.present ? 7 : 10)), box: { w: Math.max(64, text * 3.6), h: Math.max(34, text * 2) },
    farther: pad + 2 * gap + 80 + w, joint: { x: pad + w + (phone ? 30 : gap / 2), y: phone ? 212 : middle },
  };
}

/** @param {Ground} ground @param {import('./types.js').LayerInfo} layer @returns {Strips} */
function stripsOn({ phone, text, pad, w, h, middle, farther }, layer) {
  /** @param {number} x @param {number} y */
  const at = (x, y) => ({ x, y: Math.round(y), w, h });
  return {
    h_prev: strip(layer, phases, text, 'h', 'previous', at(pad, phone ? 70 : middle - h - 20 - text), []),
    x: strip(layer, phases, text, 'x', 'now', at(pad, phone ? 134 : middle + 20 + text), ['x']),
    h: strip(layer, phases, text, 'h', 'now', at(phone ? pad : farther, phone ? 272 : middle - h / 2), []),
  };
}

/** Where the next words stand. @param {Ground} ground @param {Strips} s */
function predictOn({ phone, width, text, pad, gap, w, h, middle, farther }, s) {
  if (phone) return { x: pad, y: s.h.y + h + 34, w, h: 82, rows: 3 };
  const x = farther + w + gap - 20;
  const high = 7 * text;
  return { x, y: middle - high / 2, w: width - pad - x, h: high, rows: 3 };
}

/** @param {Ground} ground @param {Strips} s @param {import('./types.js').Box} box @param {{ x: number, y: number }} predict */
const wiresOn = ({ phone, middle, joint }, s, box, predict) => [
  line('h_prev', runs('h_prev', 0), right(s.h_prev), { x: joint.x, y: right(s.h_prev).y }, joint),
  line('x', runs('x', 0), right(s.x), { x: joint.x, y: right(s.x).y }, joint),
  knotted(arrow('h-in', runs('h', 1), joint, port(box, phone ? 'right' : 'left'))),
  phone
    ? arrow('h', runs('h', 1), port(box, 'bottom'), { x: box.x, y: s.h.y - 22 })
    : arrow('h', runs('h', 1), port(box, 'right'), left(s.h)),
  phone
    ? arrow('h-predict', runs('h', 2), bottom(s.h), { x: bottom(s.h).x, y: predict.y - 4 })
    : arrow('h-predict', runs('h', 2), right(s.h), { x: predict.x - 8, y: middle }),
];

/** @param {Strips} s @param {Point} joint @param {Point} box @returns {Pick<import('./types.js').Layout, 'moves' | 'carry'>} */
const movesOn = (s, joint, box) => ({
  moves: [
    [emerge(s.x, { x: centre(s.x).x, y: s.x.y + s.x.h + 24 }, 0), travel(s.h_prev, joint, GATE), travel(s.x, joint, GATE)],
    [spark('h-in', 0), { ...emerge(s.h, box, 150), ms: VECTOR }],
    [spark('h-predict', 0, 200), { kind: 'rows', at: 200, ms: GATE }],
  ],
  carry: [
    { kind: 'travel', target: 'h', points: [centre(s.h), centre(s.h_prev)], at: 0, ms: VECTOR, whole: true },
    { kind: 'emerge', target: 'h_prev', points: [centre(s.h_prev)], at: HALF, ms: HALF, whole: true },
  ],
});

/** @type {import('./types.js').LayoutMaker} */
function layout(size, layer) {
  const ground = gridOf(size, layer.units);
  const { form, phone, width, height, text, pad, gap, w, h, middle, farther, joint } = ground;
  const s = stripsOn(ground, layer);
  const box = squasher('h', 'tanh', phone ? { x: pad + w / 2, y: joint.y } : { x: pad + w + gap + 40, y: middle }, ground.box, runs('h', 1));
  const predict = predictOn(ground, s);
  return {
    form, width, height, least: phone ? height : LEAST, flow: 'right', text, phases, belt: null,
    strips: Object.values(s),
    boxes: [box],
    wires: wiresOn(ground, s, box, predict),
    predict,
    labels: wrap(WORDS, text, w, 2).map((words, k) => ({
      x: phone ? pad : farther, y: phone ? 20 + k * 16 : middle + h / 2 + 13 + text + k * (text + 5), anchor: 'start', text: words,
    })),
    ...movesOn(s, joint, box),
    legends: [{ x: pad, y: phone ? height - 26 : height - 18 - text, w, kind: 'signed' }],
  };
}

/** @type {import('./types.js').Picture} */
export const rnn = { phases, layout, memory: null };

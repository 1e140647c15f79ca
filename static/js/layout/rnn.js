/**
 * The picture of the plain recurrent cell: no belt and no valve; each step writes its only memory anew.
 */

import { signed } from '../scales.js';
import { arrow, knotted, line, runs, squasher } from './build.js';
import { bottom, formOf, left, port, right, strip, stripWidth } from './parts.js';
import { PREDICT, READ } from './step.js';
import { wrap } from './text.js';

/** @type {import('./types.js').Phase['say']} */
const rewrite = ({ now, unit }) => `The new hidden state replaces the old one: unit ${unit} is now ${signed(now('h')[unit] ?? 0)}.`;

/** @type {import('./types.js').Phase[]} */
const phases = [READ, { name: 'compute', title: 'Compute', signals: ['h'], say: rewrite }, PREDICT];

const LEAST = 260;
const WORDS = 'no belt, no valve: every step rewrites the whole memory';

/** @type {import('./types.js').LayoutMaker} */
function layout(size, layer) {
  const form = formOf(size.width);
  const phone = form === 'phone';
  const text = phone || form === 'medium' ? 12 : 13;
  const width = size.width;
  const pad = phone ? 12 : 30;
  const height = phone ? 478 : Math.round(Math.min(460, Math.max(LEAST, size.height)));
  const gap = phone ? 60 : form === 'medium' ? 50 : 90;
  const w = stripWidth(phone ? width - 2 * pad - 60 : (width - 2 * pad - 2 * gap - 80) / 3, layer.units);
  const h = phone ? 24 : Math.round(height / 10);
  const middle = Math.round(height / 2);
  /** @param {number} x @param {number} y */
  const at = (x, y) => ({ x, y: Math.round(y), w, h });
  /**
   * @param {string} name @param {'now' | 'previous'} source
   * @param {import('./parts.js').Place} place @param {string[]} [bound]
   */
  const make = (name, source, place, bound = []) => strip(layer, phases, text, name, source, place, bound);

  const farther = pad + 2 * gap + 80 + w;
  const s = {
    h_prev: make('h', 'previous', at(pad, phone ? 70 : middle - h - 32)),
    x: make('x', 'now', at(pad, phone ? 134 : middle + 32), ['x']),
    h: make('h', 'now', at(phone ? pad : farther, phone ? 272 : middle - h / 2)),
  };
  const edge = pad + w + (phone ? 30 : gap / 2);
  const joint = phone ? { x: edge, y: 212 } : { x: edge, y: middle };
  const box = squasher(
    'h',
    'tanh',
    phone ? { x: pad + w / 2, y: 212 } : { x: pad + w + gap + 40, y: middle },
    { w: 64, h: 34 },
    runs('h', 1),
  );
  if (phone) joint.y = box.y;
  const predict = phone
    ? { x: pad, y: s.h.y + h + 34, w, h: 82, rows: 3 }
    : {
        x: farther + w + gap - 20,
        y: middle - 46,
        w: Math.min(w, width - pad - (farther + w + gap - 20)),
        h: 92,
        rows: 3,
      };
  const wires = [
    line('h_prev', runs('h_prev', 0), right(s.h_prev), { x: edge, y: right(s.h_prev).y }, joint),
    line('x', runs('x', 0), right(s.x), { x: edge, y: right(s.x).y }, joint),
    knotted(arrow('h-in', runs('h', 1), joint, port(box, phone ? 'right' : 'left'))),
    phone
      ? arrow('h', runs('h', 1), port(box, 'bottom'), { x: box.x, y: s.h.y - 22 })
      : arrow('h', runs('h', 1), port(box, 'right'), left(s.h)),
    phone
      ? arrow('h-predict', runs('h', 2), bottom(s.h), { x: bottom(s.h).x, y: predict.y - 4 })
      : arrow('h-predict', runs('h', 2), right(s.h), { x: predict.x - 8, y: middle }),
  ];
  const legendY = phone ? height - 26 : height - 30;
  return {
    form,
    width,
    height,
    least: phone ? height : LEAST,
    flow: 'right',
    text,
    phases,
    belt: null,
    strips: Object.values(s),
    boxes: [box],
    wires,
    predict,
    labels: wrap(WORDS, text, w, 2).map((words, k) => ({
      x: phone ? pad : farther,
      y: phone ? 20 + k * 16 : middle + h / 2 + 26 + k * (text + 5),
      anchor: 'start',
      text: words,
    })),
    moves: [
      [
        { kind: 'emerge', target: 'x', points: [{ x: s.x.x + w / 2, y: s.x.y + h + 24 }], at: 0, ms: 300 },
        {
          kind: 'travel',
          target: 'h_prev',
          points: [{ x: s.h_prev.x + w / 2, y: right(s.h_prev).y }, joint],
          at: 300,
          ms: 300,
        },
        { kind: 'travel', target: 'x', points: [{ x: s.x.x + w / 2, y: right(s.x).y }, joint], at: 300, ms: 300 },
      ],
      [
        { kind: 'pulse', target: 'h-in', at: 0, ms: 150 },
        { kind: 'emerge', target: 'h', points: [box], at: 150, ms: 600 },
      ],
      [
        { kind: 'pulse', target: 'h-predict', at: 0, ms: 200 },
        { kind: 'rows', at: 200, ms: 300 },
      ],
    ],
    carry: [
      {
        kind: 'travel',
        target: 'h',
        points: [
          { x: s.h.x + w / 2, y: s.h.y + h / 2 },
          { x: s.h_prev.x + w / 2, y: s.h_prev.y + h / 2 },
        ],
        at: 0,
        ms: 600,
        whole: true,
      },
      {
        kind: 'emerge',
        target: 'h_prev',
        points: [{ x: s.h_prev.x + w / 2, y: s.h_prev.y + h / 2 }],
        at: 300,
        ms: 300,
        whole: true,
      },
    ],
    legends: [{ x: pad, y: legendY, w, kind: 'signed' }],
  };
}

/** @type {import('./types.js').Picture} */
export const rnn = { phases, layout, memory: null };

/**
 * The LSTM from left to right, in five columns: factors stand above one another in a column, unit by unit, and
 * their product or sum stands in the next one.
 *
 *   c_{t−1}  ×  f⊙c_{t−1}  +  c_t  ─────────────→     the belt
 *               i⊙g              tanh  tanh c
 *   f           i       ×   g          o      ×  h    the gates
 *   σ           σ          tanh        σ              squashing
 *   h_{t−1}  ●  x             legends         next word
 */

import { arrow, knotted, line, node, runs, squasher } from '#js/layout/build.js';
import { formOf, left, port, right, bottom, strip, stripWidth, top } from '#js/layout/parts.js';
import { moves } from '#js/layout/lstm-moves.js';
import { textWidth, wrap } from '#js/layout/text.js';

/** @typedef {import('#js/layout/types.js').Label} Label */

/**
 * By form and width, the widest for projectors: text, margin, least gap between columns, room at the right end,
 * radius of a node, width of a squashing box, least height.
 */
const PROJECTED = { text: 16, pad: 38, gap: 84, tail: 38, node: 22, box: 60, least: 430 };
const WIDE = { text: 13, pad: 30, gap: 64, tail: 30, node: 18, box: 48, least: 356 };
const COMPACT = { text: 12, pad: 22, gap: 54, tail: 20, node: 15, box: 40, least: 350 };
const MEDIUM = { text: 11, pad: 18, gap: 46, tail: 14, node: 12, box: 34, least: 350 };

const GATES = /** @type {const} */ (['f', 'i', 'g', 'o']);

/** Where rows lie in a picture of this height; all grow together. */
const GRID = 356;
const MOST = 660;
const ROWS = { belt: 52, beltH: 49, middle: 147, gate: 199, stripH: 23, box: 251, bus: 283, last: 318 };

/**
 * @param {import('#js/layout/types.js').Size} size @param {import('#js/layout/types.js').LayerInfo} layer
 * @param {import('#js/layout/types.js').Phase[]} phases
 * @returns {import('#js/layout/types.js').Layout}
 */
export function across(size, layer, phases) {
  const form = formOf(size.width);
  const style = form === 'medium' ? MEDIUM : size.width < 1200 ? COMPACT : size.width < 1600 ? WIDE : PROJECTED;
  const { text, pad } = style;
  const width = size.width;
  const height = Math.round(Math.min(MOST, Math.max(style.least, size.height)));
  /** @param {number} y */
  const row = (y) => Math.round((y * height) / GRID);

  const w = stripWidth((width - 2 * pad - 4 * style.gap - style.tail) / 5, layer.units);
  const gap = Math.floor((width - 2 * pad - style.tail - 5 * w) / 4);
  /** @param {number} k column, from 0 */
  const column = (k) => pad + k * (w + gap);
  /** @param {number} k the gap after column k */
  const between = (k) => column(k) + w + gap / 2;

  const beltY = row(ROWS.belt);
  const beltH = row(ROWS.beltH);
  const beltMid = beltY + beltH / 2;
  const h = row(ROWS.stripH);
  const belt = {
    x: pad - 16,
    y: beltY,
    w: width - 2 * (pad - 16),
    h: beltH,
    direction: /** @type {const} */ ('right'),
    rollers: rollers(pad, width - pad, beltY + beltH, Math.max(5, row(6))),
  };

  const headY = beltY - text - 15;
  /** @param {number} k */
  const onBelt = (k) => ({
    x: column(k),
    y: beltY + Math.round(beltH * 0.17),
    w,
    h: beltH - 2 * Math.round(beltH * 0.17),
    onBelt: true,
    head: { x: column(k), y: headY },
    captionAt: { x: column(k), y: beltY - 8 },
  });
  /** @param {number} k @param {number} y */
  const at = (k, y) => ({ x: column(k), y: row(y), w, h });

  /**
   * @param {string} name @param {'now' | 'previous'} source
   * @param {import('#js/layout/parts.js').Place} place @param {string[]} [bound]
   */
  const make = (name, source, place, bound = []) => strip(layer, phases, text, name, source, place, bound);
  const memory = ['c', 'fc'];
  const s = {
    c_prev: make('c', 'previous', onBelt(0), memory),
    fc: make(
      'fc',
      'now',
      {
        ...onBelt(1),
        caption: {
          kind: 'share',
          part: 'fc',
          whole: 'c_prev',
          says: 'kept',
          of: textWidth('kept 100 % of what was there', text) < w + gap - 8 ? 'of what was there' : '',
        },
      },
      memory,
    ),
    c: make('c', 'now', { ...onBelt(2), caption: { kind: 'unit', part: 'ig', says: 'wrote' } }, memory),
    ig: make('ig', 'now', at(1, ROWS.middle)),
    tanh_c: make('tanh_c', 'now', at(3, ROWS.middle)),
    f: make('f', 'now', at(0, ROWS.gate)),
    i: make('i', 'now', at(1, ROWS.gate)),
    g: make('g', 'now', at(2, ROWS.gate)),
    o: make('o', 'now', at(3, ROWS.gate)),
    h: make('h', 'now', at(4, ROWS.gate)),
    h_prev: make('h', 'previous', at(0, ROWS.last)),
    x: make('x', 'now', at(1, ROWS.last), ['x']),
  };

  const gateMid = left(s.i).y;
  const midMid = left(s.ig).y;
  const boxY = row(ROWS.box);
  const d = 2 * style.node;
  const round = { w: style.box, h: row(27) };
  const b = {
    forget: node('forget', '×', { x: between(0), y: beltMid }, d, { ...runs('fc', 1, 'forget'), valve: 'f' }),
    plus: node('plus', '+', { x: between(1), y: beltMid }, d, runs('c', 3, 'input')),
    write: node('write', '×', { x: between(1), y: gateMid }, d, { ...runs('ig', 2, 'input'), valve: 'i' }),
    reveal: node('reveal', '×', { x: between(3), y: gateMid }, d, { ...runs('h', 4, 'output'), valve: 'o' }),
    squash: squasher('squash', 'tanh', { x: between(2), y: midMid }, round, runs('tanh_c', 4)),
    f: squasher('f', 'σ', { x: top(s.f).x, y: boxY }, round, runs('f', 1, 'forget')),
    i: squasher('i', 'σ', { x: top(s.i).x, y: boxY }, round, runs('i', 2, 'input')),
    g: squasher('g', 'tanh', { x: top(s.g).x, y: boxY }, round, runs('g', 2, 'candidate')),
    o: squasher('o', 'σ', { x: top(s.o).x, y: boxY }, round, runs('o', 4, 'output')),
  };

  const bus = row(ROWS.bus);
  const joint = { x: between(0), y: left(s.x).y };
  const predict = { x: column(4), y: row(ROWS.gate) + h + row(34), w: w + style.tail, h: 0, rows: 3 };
  predict.h = height - predict.y - 12;
  predict.rows = Math.max(2, Math.min(5, Math.floor((predict.h - text - 6) / (text + 9))));

  const wires = [
    arrow('c_prev', runs('c_prev', 1), right(s.c_prev), port(b.forget, 'left')),
    line('fc', runs('fc', 1), port(b.forget, 'right'), left(s.fc)),
    arrow('fc-plus', runs('fc', 3), right(s.fc), port(b.plus, 'left')),
    line('c', runs('c', 3), port(b.plus, 'right'), left(s.c)),
    arrow('c-next', runs('c', 3), right(s.c), { x: belt.x + belt.w - 12, y: beltMid }),
    knotted(arrow('c-squash', runs('c', 4), { x: b.squash.x, y: beltMid }, port(b.squash, 'top'))),
    arrow('tanh_c', runs('tanh_c', 4), port(b.squash, 'right'), left(s.tanh_c)),
    arrow('tanh_c-reveal', runs('tanh_c', 4), right(s.tanh_c), { x: b.reveal.x, y: midMid }, port(b.reveal, 'top')),
    arrow('f-forget', runs('f', 1, 'forget'), right(s.f), { x: b.forget.x, y: gateMid }, port(b.forget, 'bottom')),
    arrow('i-write', runs('i', 2, 'input'), right(s.i), port(b.write, 'left')),
    arrow('g-write', runs('g', 2, 'candidate'), left(s.g), port(b.write, 'right')),
    line('ig', runs('ig', 2, 'input'), port(b.write, 'top'), { x: b.write.x, y: midMid }, right(s.ig)),
    knotted(arrow('ig-plus', runs('ig', 3, 'input'), { x: b.write.x, y: midMid }, port(b.plus, 'bottom'))),
    arrow('o-reveal', runs('o', 4, 'output'), right(s.o), port(b.reveal, 'left')),
    arrow('h', runs('h', 4, 'output'), port(b.reveal, 'right'), left(s.h)),
    arrow('h-next', runs('h', 4), right(s.h), { x: width - pad + 6, y: gateMid }),
    arrow('h-predict', runs('h', 5), bottom(s.h), { x: bottom(s.h).x, y: predict.y - 4 }),
    line('h_prev', runs('h_prev', 0), right(s.h_prev), joint),
    line('x', runs('x', 0), left(s.x), joint),
    knotted(line('join', runs('x', 0), joint, { x: joint.x, y: bus })),
    line('bus', runs('x', 0), { x: b.f.x, y: bus }, { x: b.o.x, y: bus }),
    ...GATES.flatMap((name) => [
      arrow(`${name}-in`, runs(name, b[name].phase), { x: b[name].x, y: bus }, port(b[name], 'bottom')),
      arrow(`${name}-out`, runs(name, b[name].phase, b[name].hue), port(b[name], 'top'), bottom(s[name])),
    ]),
  ];

  /** @type {Label[]} */
  const labels = [];
  const intro = [
    'long-term memory: the conveyor belt',
    'long-term memory: the belt',
    'long-term memory',
    'memory',
  ].find((words) => textWidth(words, text) < w + gap / 2 - 14);
  if (intro) labels.push({ x: column(0), y: beltY - 8, anchor: 'start', text: intro });
  labels.push({ x: width - pad, y: beltY - 8, anchor: 'end', text: 'to', next: '→' });
  const small = Math.max(11, text - 1);
  const room = w / 2 - style.box / 2 - 8 + gap - 10;
  const described = GATES.map((name) => ({
    name,
    lines: wrap(layer.signals.find((signal) => signal.name === name)?.description ?? '', small, room, 2),
  }));
  if (described.every(({ lines }) => lines.length > 0)) {
    for (const { name, lines } of described) {
      lines.forEach((words, k) => {
        const y = boxY + small * 0.36 + (k - (lines.length - 1) / 2) * (text + 2);
        labels.push({ x: b[name].x + style.box / 2 + 8, y: Math.round(y), anchor: 'start', text: words });
      });
    }
  }
  const strips = Object.values(s);
  const boxes = Object.values(b);
  const legendY = s.x.y + Math.round(h / 2) - 4;
  return {
    form,
    width,
    height,
    least: style.least,
    text,
    phases,
    belt,
    strips,
    boxes,
    wires,
    labels,
    predict,
    ...moves(s, b, joint, belt),
    legends: [
      { x: column(2), y: legendY, w, kind: 'signed' },
      { x: column(3), y: legendY, w, kind: 'gate' },
    ],
  };
}

/** @param {number} from @param {number} to @param {number} y @param {number} r */
function rollers(from, to, y, r) {
  const count = Math.max(5, Math.round((to - from) / 96));
  return Array.from({ length: count }, (_, k) => ({
    x: Math.round(from + ((to - from) * k) / (count - 1)),
    y: y + r + 2,
    r,
  }));
}

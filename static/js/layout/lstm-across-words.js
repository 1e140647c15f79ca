/**
 * The words in the LSTM's picture and its relatives', from left to right: each only where there is room for it.
 */

import { textWidth, wrap } from './text.js';

/** @typedef {import('./types.js').Label} Label */

/** What the belt is, the longest words first. */
const BELT = ['long-term memory: the conveyor belt', 'long-term memory: the belt', 'long-term memory', 'memory'];
const PEEPHOLES = { past: 'peepholes: the gates see the old memory', now: 'peephole: o sees the new memory' };

/**
 * @param {import('./lstm-moves.js').Strips} s @param {import('./lstm-moves.js').Boxes} b
 * @param {import('./lstm-across-wires.js').Grid} grid @param {import('./types.js').Wiring} wiring
 * @param {import('./types.js').LayerInfo} layer
 * @returns {Label[]}
 */
export function wordsAcross(s, b, { belt, style, gap, present }, wiring, layer) {
  const { text } = style;
  const { w } = s.f;
  const small = Math.max(11, text - 1);
  const intro = BELT.find((words) => textWidth(words, text) < w + gap / 2 - 14);
  const place = { anchor: /** @type {const} */ ('start'), y: belt.y - 8 };
  /**
   * Lines around a height.
   * @param {string[]} lines @param {number} x @param {number} middle @param {Label['anchor']} anchor @returns {Label[]}
   */
  const stack = (lines, x, middle, anchor) =>
    lines.map((words, k) => ({
      x,
      y: Math.round(middle + small * 0.36 + (k - (lines.length - 1) / 2) * (text + 2)),
      anchor,
      text: words,
    }));

  const gates = /** @type {const} */ (['f', 'i', 'g', 'o']);
  const described = gates.map((name) => {
    const besides = wiring.coupled && name === 'f' ? gap / 2 - 8 : gap - 10; // f's other end turns down there
    const says = layer.signals.find((signal) => signal.name === name)?.description ?? '';
    return { name, lines: wrap(says, small, w / 2 - style.box / 2 - 8 + besides, 2) };
  });
  const narrow = Math.min(w - 2, textWidth('peepholes: the gates ', small)); // two lines of like length
  const middle = s.ig.y + s.ig.h / 2;
  const [roof, floor] = [belt.y + belt.h + 2 * (belt.rollers[0]?.r ?? 0) + 4, s.f.head.y - text];
  const lines = Math.min(3, Math.floor((2 * Math.min(middle - roof, floor - middle)) / (text + 2)));
  const sees = new Set(wiring.peepholes);
  return [
    ...(intro ? [{ ...place, x: s.c_prev.x, text: intro }] : []),
    { ...place, x: belt.x + belt.w - 16, anchor: 'end', text: 'to', next: '→', room: Math.min(120, 5.5 * text) },
    ...(!present && described.every(({ lines }) => lines.length > 0)
      ? described.flatMap(({ name, lines }) => stack(lines, b[name].x + style.box / 2 + 8, b[name].y, 'start'))
      : []),
    ...(sees.has('f') || sees.has('i')
      ? stack(wrap(PEEPHOLES.past, small, narrow, lines), s.f.x + w, middle, 'end')
      : []),
    ...(sees.has('o') ? stack(wrap(PEEPHOLES.now, small, narrow, lines), s.c.x + w, middle, 'end') : []),
  ];
}

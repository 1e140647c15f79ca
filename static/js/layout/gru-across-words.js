/**
 * The words in the GRU's picture, from left to right: each only where there is room for it.
 */

import { textWidth, wrap } from './text.js';

/** @typedef {import('./types.js').Label} Label */

/** What the line is, the longest words first. */
const LINE = ['the only memory: one line, no belt', 'the only memory, no belt', 'the only memory', 'memory'];

/**
 * @param {import('./gru-moves.js').Strips} s @param {import('./gru-moves.js').Boxes} b
 * @param {import('./styles.js').Style} style @param {import('./types.js').LayerInfo} layer
 * @param {import('./types.js').Point} end
 * @returns {Label[]}
 */
export function wordsAcross(s, b, { text, box }, layer, end) {
  const { w } = s.r;
  const small = Math.max(11, text - 1);
  const captionY = s.h.y - 8;
  const intro = LINE.find((words) => textWidth(words, text) < b.reset.x - s.h_prev.x - 10);
  const room = Math.min(120, end.x - s.h.x - textWidth('to “” →', text));
  /** @param {string} name */
  const says = (name) => layer.signals.find((signal) => signal.name === name)?.description ?? '';
  /** @param {string[]} lines @param {number} x @param {number} y @returns {Label[]} */
  const stack = (lines, x, y) =>
    lines.map((words, k) => ({ x, y: Math.round(y + k * (text + 2)), anchor: 'start', text: words }));
  const beside = b.r.x + box / 2 + 8;
  const reset = wrap(says('r'), small, Math.min(b.past.x - b.past.w / 2, b.reset.x) - beside - 8, 3);
  /** Under a strip of the lower rows. @param {'z' | 'rh' | 'n' | 'zn'} name */
  const under = (name) => stack(wrap(says(name), small, w, 1), s[name].x, s[name].y + s[name].h + small + 5);
  return [
    ...(intro ? stack([intro], s.h_prev.x, captionY) : []),
    { x: end.x, y: captionY, anchor: 'end', text: 'to', next: '→', room },
    ...stack(reset, beside, b.r.y + small * 0.36 - ((reset.length - 1) * (text + 2)) / 2),
    ...under('z'),
    ...under('n'),
    ...under('zn'),
    ...under('rh'),
  ];
}

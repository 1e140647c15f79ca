/** What the model says, in the corner where the hidden state leaves: the most probable first, or a value. */

import { set, svg, write } from '../../dom.js';
import { percent } from '../../scales.js';
import { glyph } from '../../wording.js';
import { textWidth } from '../../layout/text.js';
import { fit, number } from './text.js';

export class PredictView {
  /** @param {import('../../layout/types.js').Layout['predict']} place @param {number} text @param {number} end of the picture */
  constructor(place, text, end) {
    this.text = text;
    this.place = place;
    this.end = end;
    const { x, y, w, h, rows } = place;
    this.word = w * 0.42;
    const pitch = Math.min(text + 16, (h - text - 4) / rows);
    const last = x + w;
    this.bar = { x: x + this.word + 8, w: Math.max(0, w - this.word - 8 - text * 3.9) };
    /** @type {{ row: SVGGElement, word: SVGTextElement, bar: SVGRectElement, part: SVGTextElement }[]} */
    this.rows = Array.from({ length: rows }, (_, k) => {
      const base = Math.round(y + text + 4 + pitch * (k + 0.72));
      const word = svg('text', { class: 'word', x: x + this.word, y: base, 'text-anchor': 'end' });
      const bar = svg('rect', {
        class: 'part',
        x: this.bar.x,
        y: base - text * 0.8,
        width: this.bar.w,
        height: text * 0.9,
        rx: 2,
      });
      bar.style.transformOrigin = `${this.bar.x}px 0px`;
      const part = svg('text', { class: 'percent', x: last, y: base, 'text-anchor': 'end' });
      return { row: svg('g', { class: 'row' }, word, bar, part), word, bar, part };
    });
    this.title = svg('text', { class: 'title', x, y: y + text });
    this.node = svg('g', { class: 'predict', data: { symbol: 'top' } }, this.title, ...this.rows.map(({ row }) => row));
  }

  /**
   * @param {string} title @param {[string, number][] | null} top the most probable first; null before the step predicts
   * @param {((value: number) => string) | null} [format] writes a value that is no probability, and so has no bar
   */
  update(title, top, format = null) {
    write(this.title, title);
    set(this.title, 'x', Math.max(4, Math.min(this.place.x, this.end - 4 - textWidth(title, this.text))));
    this.rows.forEach(({ row, word, bar, part }, k) => {
      const [text, p] = top?.[k] ?? ['', null];
      row.style.visibility = p === null ? 'hidden' : '';
      set(word, 'data-word', p === null ? null : text);
      write(word, fit(glyph(text), this.text, this.word));
      number(part, p, format ?? percent);
      if (p !== null) bar.style.transform = `scaleX(${format ? 0 : p})`;
    });
  }
}

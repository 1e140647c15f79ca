/** What the colours say: the gates' scale from 0 to 1, the signed one with its zero marked. */

import { svg, write } from '../../dom.js';
import { diverging, plain } from '../../scales.js';

const STEPS = 24;
const HEIGHT = 7;

export class LegendView {
  /** @param {import('../../layout/types.js').Layout['legends'][number]} place @param {number} text */
  constructor(place, text) {
    const { x, y, w, kind } = place;
    const base = y + HEIGHT + text + 3;
    /** @param {number} at @param {'start' | 'middle' | 'end'} anchor @param {string} words */
    const tick = (at, anchor, words) =>
      svg('text', { x: at, y: base, 'text-anchor': anchor, 'font-size': Math.max(11, text - 1) }, words);
    const size = Math.max(11, text - 1);
    this.title = svg(
      'text',
      { class: 'title', x, y: y - 9, 'font-size': size },
      kind === 'gate' ? 'how open a gate is' : 'value of a unit',
    );
    this.node = svg('g', { class: `legend ${kind}` }, this.title);
    this.kind = kind;
    const width = w / STEPS;
    for (let k = 0; k < STEPS; k += 1) {
      const part = (k + 0.5) / STEPS;
      if (kind === 'signed') {
        const cell = svg('rect', { x: x + k * width, y, width: width + 0.3, height: HEIGHT });
        cell.style.fill = diverging(2 * part - 1, 1);
        this.node.append(cell);
      } else {
        const rise = Math.max(1.5, part * (HEIGHT + 3));
        this.node.append(
          svg('rect', { class: 'level', x: x + k * width, y: y + HEIGHT - rise, width: width - 0.7, height: rise }),
        );
      }
    }
    if (kind === 'gate') {
      this.node.append(tick(x, 'start', '0 shut'), tick(x + w, 'end', 'open 1'));
      return;
    }
    this.node.append(
      svg('line', { class: 'mark', x1: x + w / 2, x2: x + w / 2, y1: y - 3, y2: y + HEIGHT + 3 }),
      tick(x, 'start', '−1'),
      tick(x + w / 2, 'middle', '0'),
      tick(x + w, 'end', '+1'),
    );
  }

  /** @param {number | null} belt the belt's bound; null where there is no belt */
  update(belt) {
    if (this.kind === 'gate' || belt === null) return;
    write(this.title, belt === 1 ? 'value of a unit' : `value (on the belt ±${plain(belt, belt % 1 ? 1 : 0)})`);
  }
}

/** The gates' scale, from 0 to 1. */

import { svg } from '../../dom.js';

const STEPS = 24;
const HEIGHT = 7;

export class LegendView {
  /** @param {import('../../layout/types.js').Layout['legends'][number]} place @param {number} text */
  constructor(place, text) {
    const { x, y, w, kind } = place;
    this.kind = kind;
    const size = Math.max(11, text - 1);
    /** @param {number} at @param {'start' | 'end'} anchor @param {string} words */
    const tick = (at, anchor, words) => svg('text', { x: at, y: y + HEIGHT + text + 3, 'text-anchor': anchor, 'font-size': size }, words);
    const width = w / STEPS;
    const levels = Array.from({ length: STEPS }, (_, k) => {
      const rise = Math.max(1.5, ((k + 0.5) / STEPS) * (HEIGHT + 3));
      return svg('rect', { class: 'level', x: x + k * width, y: y + HEIGHT - rise, width: width - 0.7, height: rise });
    });
    this.node = svg('g', { class: 'legend gate' }, svg('text', { class: 'title', x, y: y - 9, 'font-size': size }, 'how open a gate is'),
      ...levels, tick(x, 'start', '0 shut'), tick(x + w, 'end', 'open 1'));
  }

  /** It is the same for every gate. */
  update() {}
}

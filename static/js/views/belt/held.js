/**
 * The mark of a valve that is held by hand: an outline around its units with a lock at its corner, and words for the
 * pointer.
 */

import { tellHeld } from '../../clamps.js';
import { clear, svg, write } from '../../dom.js';

/** @typedef {import('../../layout/types.js').Strip} Strip */
/** @typedef {import('../../clamps.js').Run} Run */

const LOCK = 7; // half of what a lock takes

export class HeldMark {
  /** @param {Strip} spec */
  constructor(spec) {
    this.spec = spec;
    this.title = svg('title');
    this.node = svg('g', { class: 'held' });
    this.shown = '';
  }

  /** @param {readonly Run[]} runs */
  update(runs) {
    const { x, y, w, h, count, name } = this.spec;
    const told = tellHeld(runs, count);
    if (told === this.shown) return;
    this.shown = told;
    write(this.title, told && `${name}, held by hand: ${told}`);
    clear(this.node);
    const pitch = w / count;
    let last = -Infinity;
    for (const { from, to, clamp } of runs) {
      const [left, width] = [x + from * pitch, (to - from + 1) * pitch];
      this.node.append(svg('rect', { class: 'pin', x: left - 1, y: y - 1, width: width + 2, height: h + 2, rx: 2, data: { held: clamp.gate, from, to, at: clamp.value } }));
      const middle = left + Math.min(width / 2, LOCK);
      if (middle - last < 2 * LOCK) continue;
      last = middle;
      this.node.append(drawLock(middle, y + h));
    }
  }
}

/** @param {number} x @param {number} y its middle */
const drawLock = (x, y) => svg('g', { class: 'lock', transform: `translate(${x} ${y})` },
  svg('circle', { class: 'plate', r: LOCK }),
  svg('path', { class: 'shackle', d: 'M-2 -0.5v-1.8a2 2 0 0 1 4 0v1.8' }),
  svg('rect', { class: 'body', x: -3.2, y: -0.8, width: 6.4, height: 4.6, rx: 1 }));

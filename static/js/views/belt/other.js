/**
 * The other run's value at each bar of a strip, where that would be another bar: how far it would go on, in outline, or the
 * line at which it would end. Of many units it is the line alone.
 */

import { set, svg } from '../../dom.js';
import { barOf } from './bars.js';

const ROOM = 4; // px of a unit in which an outline is seen
const SEEN = 1; // px by which two bars differ to the eye

/** @param {number} value px, to a hundredth */
const round = (value) => Math.round(value * 100) / 100;

export class OtherBars {
  /** @param {import('../../layout/types.js').Strip} spec @param {readonly SVGElement[]} cells the bars, which carry its values */
  constructor(spec, cells) {
    this.spec = spec;
    this.cells = cells;
    this.node = svg('path', { class: 'other' });
    this.drawn = false;
  }

  /**
   * @param {Float32Array | null} values the other run's; null where there is none
   * @param {Float32Array | null} own @param {number} max the bound of a signed strip
   */
  update(values, own, max) {
    if (!values && !this.drawn) return;
    this.drawn = values !== null;
    this.cells.forEach((cell, k) => set(cell, 'data-other', values?.[k]));
    set(this.node, 'd', values && own ? this.outline(values, own, max) : null);
  }

  /** @param {Float32Array} values @param {Float32Array} own @param {number} max */
  outline(values, own, max) {
    const { x, w, count, scale } = this.spec;
    const pitch = w / count;
    const width = pitch >= ROOM ? pitch - 1 : pitch;
    return Array.from(values, (value, k) => {
      const mine = own[k] ?? 0;
      const [its, ours] = [value, mine].map((one) => barOf(this.spec, one, max));
      if (value === mine || !its || !ours) return '';
      const left = round(x + k * pitch + (pitch - width) / 2);
      /** @param {number} one @param {{ y: number, height: number }} bar its end, and its foot */
      const ends = (one, { y, height }) => (scale === 'signed' && one < 0 ? [y + height, y] : [y, y + height]);
      const [[end = 0, foot = 0], [reached = 0]] = [ends(value, its), ends(mine, ours)];
      const across = scale === 'signed' && value < 0 !== mine < 0;
      if (!across && Math.abs(end - reached) < SEEN) return '';
      if (pitch < ROOM || (!across && its.height < ours.height)) return `M${left} ${round(end)}h${round(width)}`;
      return `M${left} ${round(across ? foot : reached)}V${round(end)}h${round(width)}V${round(across ? foot : reached)}`;
    }).join('');
  }
}

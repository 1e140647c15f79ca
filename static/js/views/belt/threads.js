/** The chosen unit joined from strip to strip down each column, since a unit's own numbers only meet its own. */

import { set, svg } from '../../dom.js';

/** @typedef {import('../../layout/types.js').Strip} Strip */

export class Threads {
  /** @param {readonly Strip[]} strips */
  constructor(strips) {
    /** @type {Map<number, Strip[]>} */
    const columns = new Map();
    for (const strip of strips.filter(({ units }) => units)) {
      columns.set(strip.x, [...(columns.get(strip.x) ?? []), strip]);
    }
    this.columns = [...columns.values()].map((strips) => ({ strips, node: svg('line', { class: 'thread' }) }));
    this.node = svg('g', { class: 'threads' }, ...this.columns.map(({ node }) => node));
  }

  /**
   * Joins the strips that are shown.
   * @param {number | null} unit @param {number} phase
   */
  choose(unit, phase) {
    for (const { strips, node } of this.columns) {
      const shown = strips.filter((strip) => strip.phase <= phase && unit !== null && unit < strip.count);
      const first = shown[0];
      node.style.display = shown.length > 1 ? '' : 'none';
      if (!first || unit === null) continue;
      set(node, 'y1', Math.min(...shown.map(({ y }) => y)));
      set(node, 'y2', Math.max(...shown.map(({ y, h }) => y + h)));
      node.style.transform = `translateX(${first.x + ((unit + 0.5) * first.w) / first.count}px)`;
    }
  }
}

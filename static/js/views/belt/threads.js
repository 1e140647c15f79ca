/** The chosen unit joined from strip to strip down each column, since a unit's own numbers only meet its own. */

import { svg } from '#js/dom.js';

/** @typedef {import('#js/layout/types.js').Strip} Strip */

export class Threads {
  /** @param {readonly Strip[]} strips */
  constructor(strips) {
    /** @type {Map<number, Strip[]>} */
    const columns = new Map();
    for (const strip of strips.filter(({ units }) => units)) {
      columns.set(strip.x, [...(columns.get(strip.x) ?? []), strip]);
    }
    this.columns = [...columns.values()]
      .filter((column) => column.length > 1)
      .map((column) => {
        const first = /** @type {Strip} */ (column[0]);
        return {
          strip: first,
          node: svg('line', {
            class: 'thread',
            x1: 0,
            x2: 0,
            y1: Math.min(...column.map(({ y }) => y)),
            y2: Math.max(...column.map(({ y, h }) => y + h)),
          }),
        };
      });
    this.node = svg('g', { class: 'threads' }, ...this.columns.map(({ node }) => node));
  }

  /** @param {number | null} unit */
  choose(unit) {
    for (const { strip, node } of this.columns) {
      const shown = unit !== null && unit < strip.count;
      node.style.display = shown ? '' : 'none';
      if (shown) node.style.transform = `translateX(${strip.x + ((unit + 0.5) * strip.w) / strip.count}px)`;
    }
  }
}

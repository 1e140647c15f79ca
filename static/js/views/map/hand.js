/**
 * The states that an encoder hands over to its decoder: every unit of each, as a strip, between the two.
 */

import { set, svg, write } from '../../dom.js';
import { nameSymbol } from '../../gates.js';
import { diverging } from '../../scales.js';
import { quoted } from '../../wording.js';

/** @typedef {import('../../scene.js').Scene} Scene */

const NAME = 14; // px for the name of a state, where there is room

export class HandOver {
  /** @param {import('../../layout/map.js').Area} area */
  constructor(area) {
    this.area = area;
    this.title = svg('title');
    this.strips = svg('g');
    this.node = svg('g', { class: 'hand-over' }, this.title, svg('rect', { class: 'well', x: area.x, y: area.y, width: area.w, height: area.h, rx: 4 }), this.strips);
    /** @type {{ state: string, cells: SVGRectElement[] }[]} */
    this.drawn = [];
  }

  /** One strip a state. @param {string[]} states @param {number} units */
  build(states, units) {
    const { x, y, w, h } = this.area;
    const name = w > 6 * NAME ? NAME : 0;
    const each = (h - 4) / states.length;
    const pitch = (w - name - 6) / units;
    this.drawn = states.map((state, k) => {
      const cells = Array.from({ length: units }, (_, unit) => svg('rect', {
        x: (x + 3 + name + unit * pitch).toFixed(2), y: y + 2 + k * each + 0.5, width: Math.max(0.5, pitch - (pitch > 3 ? 0.7 : 0)).toFixed(2), height: each - 1,
        data: { hand: state, unit },
      }));
      this.strips.append(...(name ? [svg('text', { x: x + 5, y: y + 2 + (k + 0.5) * each + 4 }, nameSymbol(state).text)] : []), ...cells);
      return { state, cells };
    });
  }

  /** @param {Scene} scene @param {(layer: string, t: number) => boolean} came */
  update({ trace, moment }, came) {
    const [reader, writer] = trace.layers;
    if (!reader || !writer) return;
    const states = Object.keys(writer.initial);
    if (!this.drawn.length) this.build(states, writer.units);
    const last = trace.span(reader.name)[1] - 1;
    const there = came(reader.name, last);
    this.node.classList.toggle('off', !there);
    this.node.classList.toggle('now', moment.layer === writer.name && moment.t === last + 1);
    write(this.title, there ? `${states.join(' and ')} of the ${reader.name} after ${quoted(trace.tokens[last]?.text ?? '')}: the ${writer.name} begins with them` : '');
    for (const { state, cells } of this.drawn) {
      const values = there ? trace.before(writer.name, state, last + 1) : null;
      const bound = trace.max(reader.name, state);
      cells.forEach((cell, unit) => {
        set(cell, 'data-value', values?.[unit]);
        cell.style.fill = values ? diverging(values[unit] ?? 0, bound) : 'none';
      });
    }
  }
}

/** The small plate that says which cell the pointer is on and what it holds. */

import { svg } from '../../dom.js';
import { symbolWidth, textWidth } from '../../layout/text.js';
import { plain, signed } from '../../scales.js';
import { replace, symbolRuns } from './text.js';

/** @typedef {import('./strip.js').StripView} StripView */

const SIZE = 12;
const HEIGHT = 24;

export class Readout {
  /** @param {number} width of the picture */
  constructor(width) {
    this.width = width;
    this.plate = svg('rect', { class: 'plate', height: HEIGHT, rx: 5 });
    this.text = svg('text', { 'font-size': SIZE, 'text-anchor': 'middle', y: HEIGHT / 2, dy: '0.35em' });
    this.cell = svg('rect', { class: 'under', rx: 2 });
    this.node = svg('g', { class: 'readout' }, this.cell, this.plate, this.text);
    /** Whether it stays where it is: what it tells is in somebody's hand. */
    this.pinned = false;
    this.hide();
  }

  /** What a hand holds a cell at, until it lets go. @param {StripView} strip @param {number} unit @param {number} value */
  pin(strip, unit, value) {
    this.pinned = false;
    this.show(strip, unit, value);
    this.pinned = true;
  }

  /** The hand is gone. */
  free() {
    this.pinned = false;
    this.hide();
  }

  /** @param {StripView} strip @param {number} unit @param {number | undefined} [value] in place of its own */
  show(strip, unit, value = strip.values?.[unit]) {
    if (this.pinned) return;
    if (value === undefined) {
      this.hide();
      return;
    }
    const { spec } = strip;
    const what = `${spec.units ? 'unit' : 'input'} ${unit}`;
    const number = (spec.scale === 'gate' ? plain : signed)(value, 4);
    const w = textWidth(`${what}   = ${number}`, SIZE, true) + symbolWidth(spec.symbol, SIZE) + 18;
    const middle = strip.middleOf(unit);
    const x = Math.min(this.width - w / 2 - 2, Math.max(w / 2 + 2, middle));
    const y = spec.y - HEIGHT - 6;
    for (const [name, at] of [
      ['x', x - w / 2],
      ['width', w],
      ['y', y],
    ])
      this.plate.setAttribute(String(name), String(at));
    this.text.setAttribute('x', String(x));
    this.text.setAttribute('y', String(y + HEIGHT / 2));
    replace(this.text, svg('tspan', { class: 'what' }, `${what}  `), ...symbolRuns(spec.symbol), ` = ${number}`);
    this.text.dataset['value'] = String(value);
    const pitch = Math.max(2, spec.w / spec.count);
    for (const [name, at] of [
      ['x', middle - pitch / 2 - 1],
      ['width', pitch + 2],
      ['y', spec.y - 2],
      ['height', spec.h + 4],
    ]) {
      this.cell.setAttribute(String(name), String(at));
    }
    this.node.style.visibility = '';
  }

  hide() {
    if (this.pinned) return;
    this.node.style.visibility = 'hidden';
  }
}

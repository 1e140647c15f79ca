/**
 * One vector as a strip of bars, one a unit: a gate's bars rise from the ground, signed ones go up or down from a zero
 * line in the middle, so that a sign is seen without its colour.
 */

import { set, svg } from '../../dom.js';
import { hueClass } from '../../gates.js';
import { clamp, plain, signed } from '../../scales.js';
import { barOf, gateColour, signedColour } from './bars.js';
import { HeldMark } from './held.js';
import { OtherBars } from './other.js';
import { number, symbolRuns } from './text.js';

/** @typedef {import('../../layout/types.js').Strip} Spec */

/** Cells move in at most so many groups, however many units there are. */
const GROUPS = 16;
/** Bars narrower than this are drawn on whole pixels: blurred, they would be pale. */
const DENSE = 2.5;
/** What a finger takes hold of is as wide as a finger's tip. */
const GRIP = 26;

/** @param {number} value px, to a hundredth */
const round = (value) => Math.round(value * 100) / 100;

/** The bars, and the groups in which they move. Many stand close, so that they are not washed out. @param {Spec} spec */
function drawBars({ x, w, count }) {
  const pitch = w / count;
  const space = pitch >= 4 ? 1 : pitch >= DENSE ? 0.5 : 0;
  const cells = Array.from({ length: count }, (_, k) =>
    svg('rect', { x: round(x + k * pitch + space / 2), width: round(Math.max(0.5, pitch - space)), data: { unit: k } }));
  const size = Math.ceil(count / GROUPS);
  const groups = Array.from({ length: Math.ceil(count / size) }, (_, k) => svg('g', null, ...cells.slice(k * size, (k + 1) * size)));
  return { cells, groups };
}

export class StripView {
  /** @param {Spec} spec @param {string} layer @param {number} text size of its label @param {boolean} [holds] whether its valves can be held */
  constructor(spec, layer, text, holds = false) {
    this.spec = spec;
    /** @type {Float32Array | null} */
    this.values = null;
    this.max = 1;
    const { x, y, w, h, count } = spec;
    const pitch = w / count;
    const drawn = drawBars(spec);
    /** @type {SVGRectElement[]} */
    this.cells = drawn.cells;
    this.groups = drawn.groups;
    this.bars = svg('g', { class: pitch < DENSE ? 'bars dense' : 'bars' }, ...this.groups);
    this.other = new OtherBars(spec, this.cells);
    this.mark = svg('rect', { class: 'chosen', y: y - 3, width: round(Math.max(pitch, 3) + 3), height: h + 6, rx: 2.5 });
    /** What a finger takes the chosen unit's valve by. */
    this.grip = svg('rect', { class: 'grip', x: -GRIP / 2, y: y - 6, width: GRIP, height: h + 12 });
    /** @type {number | null} the unit that is outlined */
    this.chosen = null;
    this.value = svg('text', { class: 'value', x: spec.valueX, y: spec.head.y, 'text-anchor': 'end' });
    this.label = svg('tspan', { class: 'label', dx: 6 }, spec.label);
    this.live = svg(
      'g',
      { class: 'live' },
      spec.scale === 'signed' && svg('line', { class: 'zero', x1: x, x2: x + w, y1: y + h / 2, y2: y + h / 2 }),
      this.bars,
      this.other.node,
      this.mark,
    );
    this.held = new HeldMark(spec);
    this.node = svg(
      'g',
      {
        class: `strip ${hueClass(spec.hue)}${spec.onBelt ? ' on-belt' : ''}${holds ? ' holds' : ''}`,
        data: { strip: spec.signal, layer, source: spec.source, symbol: spec.id },
      },
      svg('rect', { class: 'well', x: x - 2, y: y - 2, width: w + 4, height: h + 4, rx: 3 }),
      this.live,
      this.held.node,
      this.held.title,
      svg('rect', { class: 'catch', x: x - 2, y: y - 3, width: w + 4, height: h + 6 }),
      holds && this.grip,
      svg(
        'text',
        { class: 'head', x: spec.head.x, y: spec.head.y, 'font-size': text },
        svg('tspan', { class: 'symbol' }, ...symbolRuns(spec.symbol)),
        this.label,
      ),
      this.value,
    );
  }

  /**
   * Shows a vector, or an empty strip for null: a value that the step has not reached is not shown.
   * @param {Float32Array | null} values @param {number} max the bound of a signed strip
   */
  update(values, max) {
    const { scale, hue, count } = this.spec;
    const rescaled = max !== this.max;
    for (let k = 0; k < count; k += 1) {
      const value = values?.[k];
      if (!rescaled && value === this.values?.[k]) continue;
      const cell = this.cells[k];
      if (!cell) continue;
      set(cell, 'data-value', value);
      if (value === undefined) continue;
      const bar = barOf(this.spec, value, max);
      cell.setAttribute('y', String(round(bar.y)));
      cell.setAttribute('height', String(round(bar.height)));
      cell.style.fill = scale === 'gate' ? gateColour(hue) : signedColour(value);
    }
    this.values = values && values.slice();
    this.max = max;
    this.node.classList.toggle('empty', values === null);
  }

  /**
   * Outlines the chosen unit and writes its value.
   * @param {number | null} unit
   */
  choose(unit) {
    const { units, x, w, count, scale } = this.spec;
    const shown = units && unit !== null && unit < count;
    this.mark.style.display = this.grip.style.display = shown ? '' : 'none';
    this.chosen = shown ? unit : null;
    if (shown) {
      const pitch = w / count;
      this.grip.style.transform = `translateX(${round(x + (unit + 0.5) * pitch)}px)`;
      this.mark.style.transform = `translateX(${round(x + (unit + 0.5) * pitch - Math.max(pitch, 3) / 2 - 1.5)}px)`;
    }
    set(this.value, 'data-unit', shown ? unit : null);
    number(this.value, shown ? (this.values?.[unit] ?? null) : null, scale === 'gate' ? plain : signed);
  }

  /** Whether an element is what a finger takes a valve by. @param {EventTarget | null} element */
  grips(element) {
    return element === this.grip;
  }

  /**
   * The unit whose cell lies at x.
   * @param {number} x
   */
  unitAt(x) {
    return clamp(Math.floor(((x - this.spec.x) / this.spec.w) * this.spec.count), 0, this.spec.count - 1);
  }

  /** The middle of a unit's cell. @param {number} unit */
  middleOf(unit) {
    return this.spec.x + ((unit + 0.5) * this.spec.w) / this.spec.count;
  }

  /** A copy of its bars that stands for the vector while it travels; nothing reads values from it. */
  ghost() {
    const copy = /** @type {SVGGElement} */ (this.bars.cloneNode(true));
    for (const cell of copy.querySelectorAll('rect')) {
      cell.removeAttribute('data-unit');
      cell.removeAttribute('data-value');
    }
    copy.setAttribute('class', 'ghost');
    return copy;
  }
}


/**
 * The charts without a library: cells on a canvas or lines in SVG, in the place, the colours and with the uses of
 * Plotly's, which they stand in for until it is there, or for good.
 */

import { clear, html, set, svg, write } from '../../dom.js';
import { clamp } from '../../scales.js';
import { drawAxes, MARGIN } from './axes.js';
import { drawCells } from './cells.js';
import { drawCurves } from './curves.js';

/** @typedef {import('../../scene.js').Scene} Scene */
/** @typedef {import('./types.js').Frame} Frame */
/** @typedef {import('./types.js').Seek} Seek */

export class PlainChart {
  /** @param {HTMLElement} host @param {(t: number, unit: number | null) => void} onPlace */
  constructor(host, onPlace) {
    this.host = host;
    this.canvas = html('canvas');
    this.picture = svg('svg');
    this.pointed = html('output', { class: 'pointed', hidden: true });
    this.node = html('div', { class: 'plain-chart' }, this.canvas, this.picture, this.pointed);
    /** @type {{ frame: Frame, total: number, seek: Seek } | null} */
    this.shown = null;
    this.picture.addEventListener('pointermove', (event) => this.tell(event));
    this.picture.addEventListener('pointerleave', () => set(this.pointed, 'hidden', true));
    this.picture.addEventListener('click', (event) => {
      const place = this.under(event);
      if (place?.found) onPlace(place.t, place.found.unit);
    });
  }

  /** What is under the pointer. @param {MouseEvent} event */
  under({ clientX, clientY }) {
    if (!this.shown) return null;
    const { frame, total, seek } = this.shown;
    const box = this.picture.getBoundingClientRect();
    const [x, y] = [clientX - box.left, clientY - box.top];
    const [across, down] = [(x - frame.left) / frame.width, (y - frame.top) / frame.height];
    if (across < 0 || across >= 1 || down < 0 || down >= 1) return null;
    const t = clamp(Math.floor(across * total), 0, total - 1);
    return { t, x, y, found: seek(t, down) };
  }

  /** @param {MouseEvent} event */
  tell(event) {
    const place = this.under(event);
    set(this.pointed, 'hidden', !place?.found);
    this.picture.classList.toggle('usable', Boolean(place?.found));
    if (!place?.found) return;
    write(this.pointed, place.found.text);
    const { clientWidth, clientHeight } = this.host;
    this.pointed.style.left = `${clamp(place.x + 12, 0, clientWidth - this.pointed.offsetWidth)}px`;
    this.pointed.style.top = `${clamp(place.y - 30, 0, clientHeight - this.pointed.offsetHeight)}px`;
  }

  /** @param {Scene} scene @param {string} view */
  update(scene, view) {
    if (this.node.parentNode !== this.host) clear(this.host).append(this.node);
    const { clientWidth: width, clientHeight: height } = this.host;
    const lines = view === 'line';
    const top = lines ? MARGIN.legend : MARGIN.top;
    const frame = { left: MARGIN.left, top, width: Math.max(1, width - MARGIN.left - MARGIN.right), height: Math.max(1, height - top - MARGIN.bottom) };
    set(this.picture, 'width', width);
    set(this.picture, 'height', height);
    const chart = lines ? drawCurves(scene, frame) : drawCells(scene, frame, this.canvas);
    this.canvas.hidden = lines;
    clear(this.picture).append(svg('rect', { class: lines ? 'well' : 'catch', x: frame.left, y: frame.top, width: frame.width, height: frame.height }),
      ...chart.below, ...drawAxes(scene, frame, chart.ticks), ...chart.above);
    set(this.pointed, 'hidden', true);
    this.shown = { frame, total: scene.trace.total, seek: chart.seek };
  }

  remove() {
    this.node.remove();
    this.shown = null;
  }
}

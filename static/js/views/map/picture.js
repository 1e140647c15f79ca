/**
 * The overview drawn: made once a trace and a width; `update` brings a moment into it. A bar in each cell says what the
 * layer's h holds there; what the walk has not come by is empty.
 */

import { set, svg, write } from '../../dom.js';
import { seenBy, spelledAt } from '../../letter-filters.js';
import { magnitude } from '../../narration/measures.js';
import { isRecurrent } from '../../reading.js';
import { walked } from '../../route.js';
import { clamp, diverging, signed } from '../../scales.js';
import { glyph, quoted } from '../../wording.js';
import { HandOver } from './hand.js';

/** @typedef {import('../../layout/map.js').MapLayout} MapLayout */
/** @typedef {import('../../layout/map.js').Cell} Cell */
/** @typedef {import('../../scene.js').Scene} Scene */
/** @typedef {'unit' | 'mean'} Mode what a cell says: h of the chosen unit, or the mean of |h| */
/** @typedef {{ value: number, text: string }} Said */

const LEAST = 1.5; // px of the smallest bar, so that a value near zero is seen to be there
const ROOM = 44; // px of a column that has room for the letters of a window

/** @param {import('../../layout/types.js').Point[]} points */
const path = (points) => points.map(({ x, y }, k) => `${k ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** An arrowhead at the end of a line. @param {import('../../layout/types.js').Point[]} points @param {number} size */
function tip(points, size) {
  const [from, to] = points.slice(-2);
  if (!from || !to) return '';
  const [dx, dy] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)];
  const [x, y] = [to.x - dx * size, to.y - dy * size];
  return `M${to.x} ${to.y}L${x - dy * size * 0.6} ${y - dx * size * 0.6}L${x + dy * size * 0.6} ${y + dx * size * 0.6}Z`;
}

/** @param {Cell} spec */
function drawCell(spec) {
  const { layer, t, x, y, w, h } = spec;
  const tint = svg('rect', { class: 'tint', x, y, width: w, height: h / 2 });
  const bar = svg('rect', { class: 'bar', x, y, width: w });
  const label = svg('text', { class: 'seen', x: x + w / 2, y: y + h - 8, 'text-anchor': 'middle' });
  const well = svg('rect', { class: 'well', x, y, width: w, height: h, rx: 3 });
  const node = svg('g', { class: 'map-cell', role: 'img', data: { mapLayer: layer, mapT: t, explain: `cell:${layer}@${t}` } }, well, tint, bar, svg('line', { class: 'zero', x1: x, x2: x + w, y1: y + h / 2, y2: y + h / 2 }), label);
  return { spec, node, tint, bar, label };
}

/** @param {import('../../layout/map.js').Line} spec */
function drawLine(spec) {
  const size = spec.kind === 'carry' || spec.kind === 'feed' ? 4 : 6;
  const node = svg('g', { class: `map-line ${spec.kind}`, data: { line: spec.kind, from: spec.layer, t: spec.t } },
    svg('path', { class: 'run', d: path(spec.points) }), svg('path', { class: 'tip', d: tip(spec.points, size) }));
  return { spec, node };
}

/** Whether a layer reads a word by its letters. @param {Scene['trace']} trace @param {string} layer */
const spells = (trace, layer) => trace.head(layer).kind === 'convolution';

/** The signal that a layer hands on: its output, or else what it computes last. @param {Scene} scene @param {string} layer */
function shownOf({ model }, layer) {
  const signals = model.layers.find(({ name }) => name === layer)?.signals ?? [];
  return (signals.find(({ role }) => role === 'output') ?? signals.at(-1))?.name ?? '';
}

/** What a row's cell says. @param {Scene} scene @param {string} layer @param {number} t @param {Mode} mode @returns {Said} */
function saidBy(scene, layer, t, mode) {
  const { trace, moment } = scene;
  const { units } = trace.head(layer);
  if (spells(trace, layer)) {
    const [best] = spelledAt(scene, t);
    return best ? { value: best.value, text: `filter ${best.filter} answers most, to “${seenBy(best)}”: ${signed(best.value)}` } : { value: 0, text: '' };
  }
  const shown = shownOf(scene, layer);
  const h = trace.values(layer, shown, t);
  if (mode === 'mean') {
    const value = magnitude(h) / units;
    return { value, text: `mean |${shown}| ${value.toFixed(2)}` };
  }
  const value = h[moment.unit] ?? 0;
  return { value, text: `${shown} of unit ${moment.unit} ${signed(value)}` };
}

export class MapPicture {
  /** @param {MapLayout} layout */
  constructor(layout) {
    this.layout = layout;
    const { width, height, pitch, rows, hand, stop } = layout;
    this.band = svg('rect', { class: 'band', y: 0, width: pitch, height });
    this.rows = rows.map(({ layer, y, h }) => ({ layer, node: svg('rect', { class: 'row', x: 0, y: y - 3, width, height: h + 6 }) }));
    this.lines = layout.lines.map(drawLine);
    this.cells = layout.cells.map(drawCell);
    this.chosen = svg('rect', { class: 'chosen', rx: 3 });
    this.follow = svg('text', { class: 'follow' });
    this.stop = svg('text', { class: 'stop', x: stop?.x ?? 0, y: stop?.y ?? 0, 'text-anchor': 'end' });
    this.hand = hand ? new HandOver(hand) : null;
    this.node = svg('svg', { class: `map-picture ${layout.kind}`, role: 'application', 'aria-roledescription': 'picture', width, height },
      ...this.rows.map(({ node }) => node), this.band, svg('g', null, ...this.lines.map(({ node }) => node)), this.hand?.node,
      svg('g', null, ...this.cells.map(({ node }) => node)), this.chosen, this.follow, this.stop);
    set(this.cells[0]?.node ?? this.node, 'tabindex', '0'); // from where keys go on
  }

  /** @param {Scene} scene @param {Mode} mode */
  update(scene, mode) {
    const { trace, moment } = scene;
    const bounds = this.boundsOf(scene);
    const came = (/** @type {string} */ layer, /** @type {number} */ t) =>
      t < trace.length && trace.arrived(layer, t) && walked(scene, layer, t, shownOf(scene, layer));
    for (const cell of this.cells) {
      const { layer, t } = cell.spec;
      this.updateCell(cell, came(layer, t) ? saidBy(scene, layer, t, mode) : null, bounds.get(layer) ?? 1, mode, scene);
    }
    const follows = mode === 'unit' ? this.followed(scene) : null;
    for (const { spec, node } of this.lines) {
      const there = came(spec.layer, spec.t);
      node.classList.toggle('off', !there);
      const value = there && spec.kind === 'rise' && follows?.from === spec.layer ? follows.value(spec.t) : null;
      node.classList.toggle('follows', value !== null);
      set(node, 'data-value', value);
      node.style.stroke = node.style.fill = value === null ? '' : diverging(value, follows?.bound ?? 1);
    }
    for (const { layer, node } of this.rows) node.classList.toggle('unfolded', layer === moment.layer);
    this.mark(scene, follows, came);
    this.hand?.update(scene, came);
    this.tellStop(scene);
    set(this.node, 'aria-label', this.describe(scene, came, mode));
  }

  /** Layers of one kind share a bound, so that their bars compare. @param {Scene} scene @returns {Map<string, number>} */
  boundsOf(scene) {
    const { trace } = scene;
    const own = new Map(trace.layers.map(({ name }) => [name, trace.max(name, shownOf(scene, name))]));
    const most = Math.max(...trace.layers.filter(isRecurrent).map(({ name }) => own.get(name) ?? 0));
    return new Map([...own].map(([name, bound]) => [name, isRecurrent(trace.head(name)) ? most : bound]));
  }

  /** @param {ReturnType<typeof drawCell>} cell @param {Said | null} said @param {number} bound @param {Mode} mode @param {Scene} scene */
  updateCell({ spec, node, tint, bar, label }, said, bound, mode, scene) {
    const { trace } = scene;
    const { y, h, layer, t } = spec;
    const letters = spells(trace, layer);
    const level = letters || mode === 'mean';
    node.classList.toggle('level', level);
    node.classList.toggle('letters', letters);
    set(node, 'data-value', said?.value);
    if (!said) {
      set(bar, 'height', 0);
      tint.style.fill = 'none';
      write(label, '');
      set(node, 'aria-label', `${trace.role(layer)} at ${quoted(trace.read(layer, t).text)}`);
      return;
    }
    const most = level ? h : h / 2;
    const size = Math.max(LEAST, clamp(Math.abs(said.value) / bound, 0, 1) * most);
    set(bar, 'height', size.toFixed(2));
    set(bar, 'y', (level ? y + h - size : said.value < 0 ? y + h / 2 : y + h / 2 - size).toFixed(2));
    bar.style.fill = level ? '' : diverging(said.value, bound);
    // The half that the bar can fill, in its colour, so that small values are seen too.
    set(tint, 'y', said.value < 0 ? y + h / 2 : y);
    tint.style.fill = level ? 'none' : diverging(said.value, bound);
    const [best] = letters && this.layout.pitch >= ROOM ? spelledAt(scene, t) : [];
    write(label, best ? seenBy(best) : '');
    set(node, 'aria-label', `${trace.role(layer)} at ${quoted(trace.read(layer, t).text)}: ${said.text}`);
  }

  /** The chosen unit on its way up: its h is that entry of x in the layer above. @param {Scene} scene */
  followed({ trace, moment }) {
    const upper = trace.layers.find(({ name }) => trace.below(name)?.name === moment.layer);
    if (!upper) return null;
    return {
      from: moment.layer, to: trace.short(upper.name), bound: trace.max(moment.layer, 'h'),
      value: (/** @type {number} */ t) => trace.values(upper.name, 'x', t)[moment.unit] ?? 0,
    };
  }

  /** @param {Scene} scene @param {ReturnType<MapPicture['followed']>} follows @param {(layer: string, t: number) => boolean} came */
  mark({ moment }, follows, came) {
    const { layer, t, unit } = moment;
    const now = this.layout.cells.find((cell) => cell.layer === layer && cell.t === t);
    if (!now) return;
    const { x, y, w, h } = now;
    for (const [name, value] of Object.entries({ x: x - 2, y: y - 2, width: w + 4, height: h + 4 })) set(this.chosen, name, value);
    set(this.band, 'x', x + w / 2 - this.layout.pitch / 2);
    const right = x + w / 2 + 190 < this.layout.width;
    for (const [name, value] of Object.entries({ x: x + w / 2 + (right ? 8 : -8), y: y - 6, 'text-anchor': right ? 'start' : 'end' })) set(this.follow, name, value);
    write(this.follow, follows && came(layer, t) ? `x of ${follows.to}, entry ${unit}: ${signed(follows.value(t))}` : '');
  }

  /** @param {Scene} scene */
  tellStop({ trace, route, position }) {
    const over = position === route.positions - 1;
    const said = trace.tokens.filter(({ role }) => role === 'output').length;
    const why = { end: `it said ${glyph('⏹')} and stopped`, limit: `stopped by the limit of ${said} steps` };
    write(this.stop, over && trace.answer?.stopped ? why[trace.answer.stopped] : '');
  }

  /** @param {Scene} scene @param {(layer: string, t: number) => boolean} came @param {Mode} mode */
  describe(scene, came, mode) {
    const { trace, moment } = scene;
    const { t } = moment;
    const rows = this.layout.rows.filter(({ layer }) => trace.atWork(layer, t) && came(layer, t)).map(({ layer }) => `${trace.role(layer)}: ${saidBy(scene, layer, t, mode).text}`);
    return [`Overview of ${trace.layers.length} layers at ${quoted(trace.read(moment.layer, t).text)}`, ...rows].join('. ');
  }
}

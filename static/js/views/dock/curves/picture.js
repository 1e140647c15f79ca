/**
 * One squashing function: the curve, its slope below or above it, and the unit's points on both.
 */

import { clear, svg } from '../../../dom.js';
import { hueClass, hueOf, symbolOf, symbolText } from '../../../gates.js';
import { linear, niceTicks, pathOf } from '../../../plot.js';
import { plain } from '../../../scales.js';
import { symbolRuns } from '../../belt/text.js';
import { slopeAt, valueAt } from './points.js';

/** @typedef {import('./points.js').Point} Point */
/** @typedef {import('./points.js').Curve} Curve */
/** @typedef {{ left: number, top: number, width: number, height: number, x: (z: number) => number, y: (value: number) => number }} Plot */

const MARGIN = { left: 26, right: 8, top: 20, bottom: 30 }; // px
const REACH = 6; // z that is shown to either side, unless a point lies farther out
const SAMPLES = 120;
const TANGENT = 16; // px to either side
const LETTER = 8; // px that a letter of a label takes

/** @param {Plot} plot @param {(z: number) => number} f @param {number} reach */
const lineOf = ({ x, y }, f, reach) => pathOf(Array.from({ length: SAMPLES + 1 }, (_, k) => {
  const z = (2 * k / SAMPLES - 1) * reach;
  return { x: x(z), y: y(f(z)) };
}));

/** @param {Point} point */
const lettersOf = ({ signal }) => symbolText(symbolOf(signal)).length;

/** How far above its point each label stands: those that would touch, one above the other. @param {readonly Point[]} points @param {Plot} plot */
function raised(points, { x }) {
  /** @type {Map<Point, number>} */
  const levels = new Map();
  for (const point of [...points].sort((a, b) => a.z - b.z)) {
    const taken = [...levels].filter(([other]) => Math.abs(x(other.z) - x(point.z)) < (lettersOf(other) + lettersOf(point) + 1) * LETTER / 2).map(([, level]) => level);
    let level = 0;
    while (taken.includes(level)) level += 1;
    levels.set(point, level);
  }
  return levels;
}

/** @param {Plot} plot @param {Point} point @param {number} level */
function drawPoint({ x, y, top }, point, level) {
  const { z, value, own, slope, signal, held } = point;
  const [px, py] = [x(z), y(value)];
  const run = Math.max(Math.abs(x(z + 1) - x(z)), 1e-9);
  const rise = (Math.abs(y(1) - y(0)) * slope) / run; // px up for a px to the right
  const across = TANGENT / Math.hypot(1, rise);
  const above = Math.max(top - 6, Math.min(py, y(own)) - 12 - 14 * level);
  return svg('g', { class: `point ${hueClass(hueOf(signal))}${held ? ' held' : ''}`, data: { point: signal.name, z, value, slope } },
    svg('line', { class: 'drop', x1: px, x2: px, y1: above + 3, y2: y(slope) }),
    !held && svg('line', { class: 'tangent', x1: px - across, x2: px + across, y1: py + across * rise, y2: py - across * rise }),
    held ? svg('rect', { x: px - 4, y: py - 4, width: 8, height: 8 }) : svg('circle', { cx: px, cy: py, r: 4 }),
    svg('circle', { class: 'steep', cx: px, cy: y(held ? 0 : slope), r: 3 }),
    svg('text', { class: 'name', x: px, y: above, 'text-anchor': 'middle' }, ...symbolRuns(symbolOf(signal))));
}

/**
 * @param {SVGSVGElement} picture @param {Curve} curve @param {readonly Point[]} points
 */
export function drawCurve(picture, curve, points) {
  const { clientWidth: width, clientHeight: height } = picture;
  const low = curve === 'tanh' ? -1 : 0;
  const reach = Math.max(REACH, ...points.map(({ z }) => Math.ceil(Math.abs(z) + 0.5)));
  const frame = { left: MARGIN.left, top: MARGIN.top, width: Math.max(1, width - MARGIN.left - MARGIN.right), height: Math.max(1, height - MARGIN.top - MARGIN.bottom) };
  const plot = { ...frame, x: linear(-reach, reach, frame.left, frame.left + frame.width), y: linear(low, 1, frame.top + frame.height, frame.top) };
  const levels = raised(points, plot);
  const foot = frame.top + frame.height;
  clear(picture).append(
    svg('rect', { class: 'well', x: frame.left, y: frame.top, width: frame.width, height: frame.height }),
    ...(low < 0 ? [-1, 0, 1] : [0, 0.5, 1]).flatMap((tick) => [
      svg('line', { class: 'grid', x1: frame.left, x2: frame.left + frame.width, y1: plot.y(tick), y2: plot.y(tick) }),
      svg('text', { x: frame.left - 4, y: plot.y(tick), dy: '0.35em', 'text-anchor': 'end' }, plain(tick, tick % 1 ? 1 : 0))]),
    ...niceTicks(-reach, reach, 4).filter((tick) => Math.abs(tick) <= reach).flatMap((tick) => [
      svg('line', { class: tick === 0 ? 'grid zero' : 'grid', x1: plot.x(tick), x2: plot.x(tick), y1: frame.top, y2: foot }),
      svg('text', { x: plot.x(tick), y: foot + 13, 'text-anchor': 'middle' }, plain(tick, tick % 1 ? 1 : 0))]),
    svg('text', { x: frame.left + frame.width, y: foot + 26, 'text-anchor': 'end' }, 'z, what goes in'),
    svg('path', { class: 'slope', d: lineOf(plot, (z) => slopeAt(curve, z), reach) }),
    svg('path', { class: 'curve', d: lineOf(plot, (z) => valueAt(curve, z), reach) }),
    ...points.map((point) => drawPoint(plot, point, levels.get(point) ?? 0)));
}

/**
 * A small line chart in SVG: a few lines over the steps, a mark at the present one, every point with its value.
 */

import { clear, html, svg } from '../../dom.js';
import { linear, pathOf } from '../../plot.js';
import { plain } from '../../scales.js';

/**
 * @typedef {object} Chart
 * @property {string} label
 * @property {{ name: string, kind: 'model' | 'came' | 'fed', values: readonly (number | null)[] }[]} lines
 * @property {number} low
 * @property {number} high
 * @property {readonly number[]} [ticks] values that get a line and a number
 * @property {string} [lowText] what stands at the lower edge, where there are no ticks
 * @property {string} [highText]
 * @property {number} [middle] a value that gets a dashed line
 * @property {number} present the step to mark
 * @property {number} count steps along the chart
 * @property {readonly string[]} titles what the pointer reads at each step
 * @property {(t: number) => void} onStep
 */

const TEXT = 11;
const KEY = 16; // height of the line that names the lines
const FEW = 80; // points up to which each is drawn

/** @param {HTMLElement} host a place with a size of its own @param {Chart} chart */
export function drawLines(host, { label, lines, low, high, ticks = [], lowText = '', highText = '', middle, present, count, titles, onStep }) {
  const width = host.clientWidth;
  const height = host.clientHeight - (lines.length > 1 ? KEY : 0);
  if (width < 40 || height < 30) return;
  const edges = ticks.length ? ticks.map((tick) => ({ value: tick, text: plain(tick, Math.max(0, -Math.floor(Math.log10((ticks[1] ?? 1) - (ticks[0] ?? 0) || 1)))) }))
    : [{ value: low, text: lowText }, { value: high, text: highText }];
  const left = 8 + Math.max(...edges.map(({ text }) => text.length)) * TEXT * 0.58;
  const x = linear(0, Math.max(1, count - 1), left, width - 6);
  const y = linear(low, high, height - TEXT * 0.7, TEXT * 0.7);
  const apart = (width - left) / Math.max(1, count);
  const guides = [...edges.map(({ value }) => ({ value, class: 'grid' })), ...(middle === undefined ? [] : [{ value: middle, class: 'grid middle' }])];
  const picture = svg('svg', { class: 'lines-chart', role: 'img', 'aria-label': label, width, height, 'font-size': TEXT },
    ...guides.map((guide) => svg('line', { class: guide.class, x1: left, x2: width - 2, y1: y(guide.value), y2: y(guide.value) })),
    svg('rect', { class: 'present', x: x(present) - Math.max(3, apart / 2), width: Math.max(6, apart), y: 0, height }),
    ...edges.map(({ value, text }) => svg('text', { x: left - 5, y: y(value), dy: '0.35em', 'text-anchor': 'end' }, text)),
    ...lines.flatMap(({ name, kind, values }) => {
      const points = values.map((value, t) => (value === null ? null : { t, value, x: x(t), y: y(value) }));
      return [svg('path', { class: `run ${kind}`, d: pathOf(points) }),
        ...points.flatMap((point) => (point === null ? [] : [svg('circle', {
          class: `point ${kind}${point.t === present ? ' now' : ''}`, cx: point.x, cy: point.y, r: count > FEW ? 1 : point.t === present ? 4 : 2.5,
          data: { line: name, t: point.t, value: point.value },
        })]))];
    }),
    svg('g', null, ...titles.slice(0, count).map((title, t) => svg('rect', {
      class: 'catch', x: x(t) - apart / 2, width: apart, y: 0, height, on: { click: () => onStep(t) },
    }, svg('title', null, title)))));
  const key = lines.length > 1 ? html('p', { class: 'key' }, ...lines.map(({ name, kind }) => html('span', { class: kind }, html('i'), name))) : '';
  clear(host).append(picture, key);
}

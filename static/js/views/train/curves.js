/**
 * Lines over the updates, or over the letters: light SVG, redrawn at each frame. One net's line is whole, the other's
 * dashed; what lies after the update that is looked at is pale.
 */

import { clear, html, set, svg, write } from '../../dom.js';
import { linear, niceTicks, pathOf } from '../../plot.js';

/** @typedef {{ key: string, points: readonly { x: number, y: number | null }[], until: number }} Line `until`: how many points are past */
/** @typedef {{ text: string, at: number }} Tick */
/**
 * @typedef {object} Picture
 * @property {readonly Line[]} lines
 * @property {[number, number]} x
 * @property {[number, number]} y
 * @property {readonly Tick[]} across
 * @property {readonly Tick[]} up
 * @property {number | null} [cursor]
 */

const LEFT = 44;
const [RIGHT, TOP, FOOT] = [18, 8, 20];

/** Numbers along an axis. @param {number} low @param {number} high @param {number} count @returns {Tick[]} */
export const ticksOf = (low, high, count) => niceTicks(low, high, count).filter((at) => at >= low && at <= high).map((at) => ({ text: String(at), at }));

/** @param {HTMLElement} host @param {string} title @param {string} note */
export function createCurves(host, title, note) {
  const picture = svg('svg', { 'aria-hidden': 'true' });
  const plot = html('div', { class: 'train-plot' }, picture);
  const spoken = html('p', { class: 'visually-hidden' });
  host.append(html('h2', null, title), html('p', { class: 'note' }, note), plot, spoken);
  /** @type {Picture | null} */
  let shown = null;

  /** @param {Picture} what @param {string} [text] what it says, for who cannot see it */
  function update(what, text = '') {
    shown = what;
    write(spoken, text);
    const { clientWidth: width, clientHeight: height } = plot;
    if (width === 0 || height === 0) return;
    set(picture, 'width', width);
    set(picture, 'height', height);
    const x = linear(what.x[0], what.x[1], LEFT, width - RIGHT);
    const y = linear(what.y[0], what.y[1], height - FOOT, TOP);
    const place = (/** @type {{ x: number, y: number | null }} */ one) => (one.y === null ? null : { x: x(one.x), y: y(one.y) });
    clear(picture).append(
      svg('rect', { class: 'well', x: LEFT, y: TOP, width: Math.max(0, width - LEFT - RIGHT), height: Math.max(0, height - TOP - FOOT) }),
      ...what.up.flatMap(({ text: label, at }) => [
        svg('line', { class: 'grid', x1: LEFT, x2: width - RIGHT, y1: y(at), y2: y(at) }),
        svg('text', { x: LEFT - 6, y: y(at), dy: '0.35em', 'text-anchor': 'end' }, label)]),
      ...what.across.map(({ text: label, at }) => svg('text', { x: x(at), y: height - 5, 'text-anchor': 'middle' }, label)),
      ...(typeof what.cursor === 'number' ? [svg('line', { class: 'cursor', x1: x(what.cursor), x2: x(what.cursor), y1: TOP, y2: height - FOOT })] : []),
      ...what.lines.flatMap(({ key, points, until }) => [
        svg('path', { class: `line net-${key} ahead`, d: pathOf(points.slice(Math.max(0, until - 1)).map(place)) }),
        svg('path', { class: `line net-${key}`, d: pathOf(points.slice(0, until).map(place)) })]),
    );
  }

  new ResizeObserver(() => {
    if (shown) update(shown, spoken.textContent ?? '');
  }).observe(plot);
  return { update };
}

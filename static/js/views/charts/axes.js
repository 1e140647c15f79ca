/**
 * What stands around a plain chart: the words below it, slanted, and the numbers beside it.
 */

import { svg } from '../../dom.js';
import { labelsOf } from './labels.js';

/** @typedef {import('./types.js').Frame} Frame */
/** @typedef {{ text: string, part: number }} Tick a number beside the chart; part: 0 at its top, 1 at its foot */

/** px around a chart; `legend` in place of `top` where lines are named above it. */
export const MARGIN = { left: 30, right: 6, top: 4, legend: 24, bottom: 46 };
const SLANT = -40;
const MARK = 3; // px of a tick's line
const LINE = 13; // px of a number's line

/** The numbers that have room below each other. @param {readonly Tick[]} ticks @param {number} height */
function apart(ticks, height) {
  let last = -Infinity;
  return [...ticks].sort((a, b) => a.part - b.part).filter(({ part }) => {
    const fits = part * height - last >= LINE;
    if (fits) last = part * height;
    return fits;
  });
}

/**
 * @param {import('../../scene.js').Scene} scene @param {Frame} frame @param {readonly Tick[]} ticks
 * @returns {SVGElement[]}
 */
export function drawAxes(scene, { left, top, width, height }, ticks) {
  const { total } = scene.trace;
  const foot = top + height;
  return [
    ...apart(ticks, height).flatMap(({ text, part }) => {
      const y = top + part * height;
      return [svg('line', { class: 'tick', x1: left - MARK, x2: left, y1: y, y2: y }), svg('text', { x: left - MARK - 3, y, dy: '0.35em', 'text-anchor': 'end' }, text)];
    }),
    ...labelsOf(scene, width).flatMap(({ t, text, present }) => {
      const x = left + ((t + 0.5) / total) * width;
      return [
        svg('line', { class: 'tick', x1: x, x2: x, y1: foot, y2: foot + MARK }),
        svg('text', { class: present ? 'word present' : 'word', transform: `translate(${x.toFixed(1)} ${foot + MARK + 8}) rotate(${SLANT})`, 'text-anchor': 'end' }, text),
      ];
    }),
  ];
}

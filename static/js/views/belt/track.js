/** The conveyor: its bed, the tread that runs when the state travels, the rollers that turn with it. */

import { svg } from '../../dom.js';

/** Distance between two marks of the tread; the tread always runs a whole number of them. */
export const MARK = 16;

let made = 0;

/**
 * @param {import('../../layout/types.js').Belt} belt
 * @returns {{ node: SVGGElement, tread: SVGGElement, rollers: SVGGElement[] }}
 */
export function drawTrack(belt) {
  const { x, y, w, h } = belt;
  const level = belt.direction === 'right';
  made += 1;
  const id = `belt-${made}`;
  const r = Math.min(18, (level ? h : w) / 2);
  const tread = svg('g', { class: 'tread' });
  const length = level ? w : h;
  for (let at = -4 * MARK; at < length + MARK; at += MARK) {
    for (const edge of [0, 1]) {
      tread.append(
        svg('path', {
          d: level ? `M${x + at} ${y + (edge ? h - 5 : 0)}l5 5` : `M${x + (edge ? w - 5 : 0)} ${y + at}l5 5`,
        }),
      );
    }
  }
  const rollers = belt.rollers.map((roller) => {
    const turning = svg(
      'g',
      { class: 'turning' },
      svg('circle', { class: 'rim', cx: roller.x, cy: roller.y, r: roller.r }),
      svg('line', {
        class: 'spoke',
        x1: roller.x,
        x2: roller.x,
        y1: roller.y - roller.r * 0.55,
        y2: roller.y + roller.r * 0.55,
      }),
    );
    turning.style.transformOrigin = `${roller.x}px ${roller.y}px`;
    return turning;
  });
  const node = svg(
    'g',
    { class: 'track' },
    ...rollers,
    svg('clipPath', { id }, svg('rect', { x, y, width: w, height: h, rx: r })),
    svg('rect', { class: 'bed', x, y, width: w, height: h, rx: r }),
    svg('g', { 'clip-path': `url(#${id})` }, tread),
    svg('rect', { class: 'edge', x, y, width: w, height: h, rx: r }),
  );
  return { node, tread, rollers };
}

/** Wires with rounded corners, arrowheads that end on their port, boxes with their valves. */

import { svg } from '../../dom.js';
import { hueClass } from '../../gates.js';
import { symbolRuns } from './text.js';

/** @typedef {import('../../layout/types.js').Wire} Wire */
/** @typedef {import('../../layout/types.js').Box} Box */
/** @typedef {import('../../layout/types.js').Point} Point */

const CORNER = 7;
const HEAD = 8;
const TRUNK_HEAD = 12;

/**
 * The point `by` px from `from` towards `to`.
 * @param {Point} from @param {Point} to @param {number} by
 */
function towards(from, to, by) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}

/** @param {Point} p */
const at = (p) => `${Math.round(p.x * 100) / 100} ${Math.round(p.y * 100) / 100}`;

/**
 * An SVG path through the points with rounded corners.
 * @param {Point[]} points
 */
export function path(points) {
  return points
    .map((point, k) => {
      const before = points[k - 1];
      const after = points[k + 1];
      if (!before) return `M${at(point)}`;
      if (!after) return `L${at(point)}`;
      const bend = Math.min(
        CORNER,
        Math.hypot(before.x - point.x, before.y - point.y) / 2,
        Math.hypot(after.x - point.x, after.y - point.y) / 2,
      );
      return `L${at(towards(point, before, bend))}Q${at(point)} ${at(towards(point, after, bend))}`;
    })
    .join('');
}

/**
 * @param {Wire} wire
 * @returns {SVGGElement}
 */
export function drawWire(wire) {
  const { points } = wire;
  const end = points[points.length - 1];
  const before = points[points.length - 2];
  const start = points[0];
  if (!end || !before || !start) throw new RangeError(`the wire ${wire.id} has fewer than two points`);
  const head = wire.trunk ? TRUNK_HEAD : HEAD;
  const stop = wire.arrow ? towards(end, before, head - 2) : end;
  const looks = `${wire.dashed ? ' dashed' : ''}${wire.trunk ? ' trunk' : ''}`;
  const node = svg(
    'g',
    { class: `wire ${hueClass(wire.hue)}${looks}`, data: { wire: wire.id, symbol: wire.symbol } },
    ...(wire.hops ?? []).map(({ x, y }) => svg('circle', { class: 'hop', cx: x, cy: y, r: 5 })),
    svg('path', { class: 'line', d: path([...points.slice(0, -1), stop]) }),
  );
  if (wire.arrow) {
    const root = towards(end, before, head);
    const across = { x: (end.y - root.y) * 0.56, y: (root.x - end.x) * 0.56 };
    node.append(
      svg('path', {
        class: 'tip',
        d: `M${at(end)}L${at({ x: root.x + across.x, y: root.y + across.y })}L${at({ x: root.x - across.x, y: root.y - across.y })}Z`,
      }),
    );
  }
  if (wire.dot) node.append(svg('circle', { class: 'knot', cx: start.x, cy: start.y, r: 4 }));
  return node;
}

/** "U_n · + d_n" in runs: the letter after _ is set below the line. @param {string} text */
const subscripted = (text) =>
  [...text.matchAll(/([^_]+)(?:_(\w))?/g)].map(([, run = '', sub]) => (sub ? { text: run, sub } : { text: run }));

/** Clip paths need an id that no other belt on the page has. */
let made = 0;

/**
 * A box that works on one vector. One between the two ends of a valve is divided as the valve is: the gate's part from
 * its near edge, the rest.
 * @param {Box} box @param {boolean} level
 * @returns {{ node: SVGGElement, blades: SVGRectElement[] }}
 */
function drawFunction(box, level) {
  const { x, y, w, h } = box;
  const shape = { x: x - w / 2, y: y - h / 2, width: w, height: h, rx: Math.min(8, h / 3) };
  const node = svg(
    'g',
    { class: `box function ${hueClass(box.hue)}`, data: { box: box.id, symbol: box.symbol } },
    svg('rect', { class: 'plate', ...shape }),
  );
  /** @type {SVGRectElement[]} */
  const blades = [];
  if (box.valve !== null) {
    made += 1;
    const id = `valve-${made}`;
    const blade = svg('rect', { class: 'blade', ...shape, rx: 0 });
    blade.style.transformOrigin = level ? `${x}px ${shape.y}px` : `${shape.x}px ${y}px`;
    blades.push(blade);
    node.append(
      svg('clipPath', { id }, svg('rect', shape)),
      svg('g', { class: hueClass(box.part ?? box.hue), 'clip-path': `url(#${id})` }, blade),
    );
  }
  node.append(svg('text', { x, y, dy: '0.35em', 'text-anchor': 'middle' }, ...symbolRuns(subscripted(box.text))));
  return { node, blades };
}

/**
 * A box. A node with a valve has two blades that leave open what the gate leaves open on average.
 * @param {Box} box @param {boolean} level true where vectors pass from left to right
 * @returns {{ node: SVGGElement, blades: SVGRectElement[] }}
 */
export function drawBox(box, level) {
  const { x, y, w, h } = box;
  const data = { box: box.id, symbol: box.symbol };
  if (box.kind === 'function') return drawFunction(box, level);
  const r = w / 2;
  const node = svg(
    'g',
    { class: `box node ${hueClass(box.hue)}`, data },
    svg('circle', { class: 'face', cx: x, cy: y, r }),
  );
  /** @type {SVGRectElement[]} */
  const blades = [];
  if (box.valve !== null) {
    made += 1;
    const id = `valve-${made}`;
    for (const side of [-1, 1]) {
      const blade = svg(
        'rect',
        level
          ? { class: 'blade', x: x - r, y: side < 0 ? y - r : y, width: 2 * r, height: r }
          : { class: 'blade', x: side < 0 ? x - r : x, y: y - r, width: r, height: 2 * r },
      );
      blade.style.transformOrigin = level ? `${x}px ${y + side * r}px` : `${x + side * r}px ${y}px`;
      blades.push(blade);
    }
    node.append(
      svg('clipPath', { id }, svg('circle', { cx: x, cy: y, r })),
      svg('g', { 'clip-path': `url(#${id})` }, ...blades),
    );
  }
  const arm = r * 0.36;
  const [a, b] =
    box.text === '×'
      ? [
          [-arm, -arm, arm, arm],
          [-arm, arm, arm, -arm],
        ]
      : [
          [-arm * 1.3, 0, arm * 1.3, 0],
          [0, -arm * 1.3, 0, arm * 1.3],
        ];
  for (const ends of [a, b]) {
    const [dx1 = 0, dy1 = 0, dx2 = 0, dy2 = 0] = ends ?? [];
    node.append(svg('line', { class: 'sign', x1: x + dx1, y1: y + dy1, x2: x + dx2, y2: y + dy2 }));
  }
  node.append(svg('circle', { class: 'ring', cx: x, cy: y, r }));
  return { node, blades };
}

/**
 * How far a valve's blades reach, as a transform.
 * @param {boolean} level @param {number} closed 0 open … 1 shut
 */
export const bladeTransform = (level, closed) => (level ? `scaleY(${closed})` : `scaleX(${closed})`);

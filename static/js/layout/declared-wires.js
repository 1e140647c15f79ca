/**
 * Ways of wires for a picture that is made from a declaration: through lanes of their own, so that no two lie on each
 * other, and with a hop wherever they cross.
 */

import { arrow, knotted, runs } from './build.js';

/** @typedef {import('./types.js').Wire} Wire */
/** @typedef {import('./types.js').Point} Point */
/** @typedef {{ id: string, phase: number, end: Point }} Use where a vector goes in, and when */
/** @typedef {{ id: string, hue: import('../scales.js').Hue }} Vector what runs in a wire */

/** @param {Point} a @param {Point} b */
const same = (a, b) => Math.abs(a.x - b.x) < 0.01 && Math.abs(a.y - b.y) < 0.01;

/** A way without corners that are none. @param {Point[]} points */
const plainWay = (points) => points.filter((point, k) => {
  const [before, after] = [points[k - 1], points[k + 1]];
  if (before && same(before, point)) return false;
  return !(before && after && ((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y)));
});

/**
 * The wires of one vector along an upright lane: from where it comes in, up and down to each of its uses; what is
 * farther hangs on what is nearer.
 * @param {Vector} vector @param {Point[]} way to the lane; its last point lies on it
 * @param {readonly Use[]} uses @param {boolean} begun whether another wire of it has come so far, so that this one hangs on it
 * @returns {Wire[]}
 */
export function alongLane(vector, way, uses, begun) {
  const foot = /** @type {Point} */ (way.at(-1));
  const byHeight = [...uses].sort((a, b) => a.end.y - b.end.y);
  const sides = [byHeight.filter(({ end }) => end.y < foot.y).reverse(), byHeight.filter(({ end }) => end.y >= foot.y)];
  let hangs = begun;
  return sides.flatMap((side) => {
    let from = foot;
    return side.map(({ id, phase, end }) => {
      const turn = { x: foot.x, y: end.y };
      const start = hangs ? [from] : way;
      const wire = arrow(`${vector.id}-${id}`, runs(vector.id, phase, vector.hue), ...plainWay([...start, turn, end]));
      const made = hangs ? knotted(wire) : wire;
      hangs = true;
      from = turn;
      return made;
    });
  });
}

/** The pieces of a wire. @param {Wire} wire */
const pieces = ({ points }) => points.slice(1).map((b, k) => ({ a: /** @type {Point} */ (points[k]), b }));

/** Where a level piece and an upright one cross. @param {{ a: Point, b: Point }} one @param {{ a: Point, b: Point }} other @returns {Point[]} */
function crossing(one, other) {
  return [[one, other], [other, one]].flatMap(([level, up]) => {
    if (!level || !up || Math.abs(level.a.y - level.b.y) > 0.6 || Math.abs(up.a.x - up.b.x) > 0.6) return [];
    const point = { x: up.a.x, y: level.a.y };
    const inside = (point.x - level.a.x) * (point.x - level.b.x) < -1 && (point.y - up.a.y) * (point.y - up.b.y) < -1;
    return inside ? [point] : [];
  });
}

/** The same wires; of two that cross, the one that is drawn later hops over the other. @param {Wire[]} wires @returns {Wire[]} */
export const bridged = (wires) => wires.map((wire, k) => {
  const hops = pieces(wire).flatMap((one) => wires.slice(0, k).flatMap((other) => pieces(other).flatMap((piece) => crossing(one, piece))));
  return hops.length ? { ...wire, hops } : wire;
});

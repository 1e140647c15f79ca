/**
 * Short makers of motions: 300 ms a gate, 600 ms a vector, at speed 1; a vector goes in during the first half and comes
 * out during the second.
 */

/** @typedef {import('./types.js').Move} Move */
/** @typedef {import('./types.js').Strip} Strip */
/** @typedef {import('./types.js').Point} Point */

export const GATE = 300;
export const VECTOR = 600;
export const HALF = VECTOR / 2;

/** @param {Strip} s @returns {Point} */
export const centre = (s) => ({ x: s.x + s.w / 2, y: s.y + s.h / 2 });

/**
 * A way round one corner, as the wire goes: level first, then up or down.
 * @param {Point} from @param {Point} to @returns {Point[]}
 */
export const elbow = (from, to) =>
  from.x === to.x || from.y === to.y ? [from, to] : [from, { x: to.x, y: from.y }, to];

/** A copy of a vector goes to a place. @param {Strip} from @param {Point} to @param {number} at @returns {Move} */
export const travel = (from, to, at) => ({
  kind: 'travel',
  target: from.id,
  points: elbow(centre(from), to),
  at,
  ms: HALF,
});

/** A vector comes out of a place. @param {Strip} strip @param {Point} from @param {number} at @returns {Move} */
export const emerge = (strip, from, at) => ({ kind: 'emerge', target: strip.id, points: [from], at, ms: HALF });

/** A vector's bars grow. @param {Strip} strip @param {number} at @returns {Move} */
export const grow = (strip, at) => ({ kind: 'fill', target: strip.id, at, ms: GATE });

/** @param {string} wire @param {number} at @param {number} [ms] @returns {Move} */
export const spark = (wire, at, ms = 150) => ({ kind: 'pulse', target: wire, at, ms });

/** A valve takes its place. @param {{ id: string }} box @param {number} at @returns {Move} */
export const turn = (box, at) => ({ kind: 'valve', target: box.id, at, ms: GATE });

/** The belt runs. @param {number} at @param {number} ms @returns {Move} */
export const tread = (at, ms) => ({ kind: 'tread', at, ms });

/**
 * Short makers of boxes and wires, so that a layout file reads as the list of what is in the picture.
 */

/** @typedef {import('./types.js').Wire} Wire */
/** @typedef {import('./types.js').Box} Box */
/** @typedef {import('./types.js').Point} Point */
/** @typedef {import('./types.js').Hue} Hue */
/** @typedef {{ symbol: string, phase: number, hue: Hue }} What what comes out of a box or runs in a wire, and when */

/**
 * Two vectors in, one out. `valve`: the gate whose mean opening it shows; `inverse`: it shows what that gate shuts.
 * @param {string} id @param {string} text @param {Point} at @param {number} d
 * @param {What & { valve?: string, inverse?: boolean }} what
 * @returns {Box}
 */
export const node = (id, text, at, d, { symbol, phase, hue, valve, inverse = false }) => ({
  id,
  kind: 'node',
  text,
  x: at.x,
  y: at.y,
  w: d,
  h: d,
  phase,
  hue,
  symbol,
  valve: valve ?? null,
  inverse,
});

/**
 * One vector in, squashed.
 * @param {string} id @param {string} text @param {Point} at @param {{ w: number, h: number }} size @param {What} what
 * @returns {Box}
 */
export const squasher = (id, text, at, size, { symbol, phase, hue }) => ({
  id,
  kind: 'function',
  text,
  x: at.x,
  y: at.y,
  ...size,
  phase,
  hue,
  symbol,
  valve: null,
});

/**
 * A box between the two ends of a valve, divided as the valve is: the gate's part in its hue, the rest in the box's own.
 * @param {Box} box @param {string} valve the gate @param {Hue} part
 * @returns {Box}
 */
export const divided = (box, valve, part) => ({ ...box, valve, inverse: true, part });

/**
 * A wire with an arrowhead at its end.
 * @param {string} id @param {What} what @param {...Point} points
 * @returns {Wire}
 */
export const arrow = (id, what, ...points) => ({ id, ...what, points, arrow: true, dot: false });

/**
 * A wire without arrowhead.
 * @param {string} id @param {What} what @param {...Point} points
 * @returns {Wire}
 */
export const line = (id, what, ...points) => ({ id, ...what, points, arrow: false, dot: false });

/** The same wire, with a knot where it begins. @param {Wire} wire @returns {Wire} */
export const knotted = (wire) => ({ ...wire, dot: true });

/** The same wire as the line of the memory. @param {Wire} wire @returns {Wire} */
export const trunk = (wire) => ({ ...wire, trunk: true });

/** The same wire as one that only looks. @param {Wire} wire @returns {Wire} */
export const dashed = (wire) => ({ ...wire, dashed: true });

/**
 * The same wire, crossing others at these points without meeting them.
 * @param {Wire} wire @param {...Point} hops
 * @returns {Wire}
 */
export const over = (wire, ...hops) => ({ ...wire, hops });

/**
 * @param {string} symbol @param {number} phase @param {Hue} [hue]
 * @returns {What}
 */
export const runs = (symbol, phase, hue = 'state') => ({ symbol, phase, hue });

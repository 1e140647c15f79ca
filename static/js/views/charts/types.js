/**
 * What the parts of a plain chart tell each other.
 */

/**
 * @typedef {object} Frame where a chart lies in its place, in px
 * @property {number} left
 * @property {number} top
 * @property {number} width
 * @property {number} height
 */
/** @typedef {{ text: string, unit: number | null } | null} Found what lies at a step and a height */
/** @typedef {(t: number, part: number) => Found} Seek part: 0 at the chart's top, 1 at its foot */

export {};

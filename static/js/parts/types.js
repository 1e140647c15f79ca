/**
 * What is told of one part of a picture, as plain data. No DOM.
 */

/** @typedef {import('../gates.js').SymbolPart[]} Runs a run of text, with symbols in it */
/** @typedef {import('../formula.js').Tree} Tree */
/** @typedef {'sigmoid' | 'tanh' | 'softmax' | 'bits' | 'mean' | 'share' | 'filter'} Known a formula that no cell declares */
/** @typedef {{ left?: string, tree: Tree } | { known: Known } | { joined: string[] }} Formula left: the name that it makes; joined: vectors put end to end */
/**
 * @typedef {object} Explanation
 * @property {import('../scales.js').Hue} hue
 * @property {Runs} symbol empty where it has none
 * @property {string} name the field's term
 * @property {Runs} says a plain sentence or two
 * @property {Formula | null} formula
 * @property {Runs} shape how many values, and of what it is made
 * @property {Value | null} value the chosen unit's
 * @property {Runs} from
 * @property {Runs} to
 */
/** @typedef {{ unit: number, word: string, value: number | null, gate: boolean, waits: string }} Value value: null before the step has come to it; `waits` says when it will; word: "unit", "filter" */
/** @typedef {{ scene: import('../scene.js').Scene, layout: import('../layout/types.js').Layout | null }} Sight */

export {};

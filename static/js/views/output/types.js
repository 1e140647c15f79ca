/**
 * What a view of what a model says is: a maker, and how it is told of each moment.
 */

/** @typedef {import('../../scene.js').Scene} Scene */
/**
 * @typedef {object} Actions
 * @property {(t: number) => void} onStep
 * @property {((t: number, text: string) => void) | null} onAppend a symbol was picked to follow step t; null where nothing can be run
 * @property {((t: number | null, text: string) => void) | null} onSum how it comes that a symbol is said at step t, or of the whole; null where that cannot be told
 */
/**
 * @typedef {Scene & { told: (t: number) => boolean, over: boolean }} Told told: whether what step t says is known at the
 *   moment; over: whether all is
 */
/** @typedef {(scene: Told) => void} Update */
/** @typedef {(host: HTMLElement, heading: HTMLElement, actions: Actions) => Update} Maker */

export {};

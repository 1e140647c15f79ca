/**
 * What a view of what a model says is: a maker, and how it is told of each moment.
 */

/** @typedef {import('../../scene.js').Scene} Scene */
/** @typedef {{ onStep: (t: number) => void }} Actions */
/**
 * @typedef {Scene & { told: (t: number) => boolean, over: boolean }} Told told: whether what step t says is known at the
 *   moment; over: whether all is
 */
/** @typedef {(scene: Told) => void} Update */
/** @typedef {(host: HTMLElement, heading: HTMLElement, actions: Actions) => Update} Maker */

export {};

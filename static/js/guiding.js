/**
 * The tour, wired to the walk: it shows a layer that has a state, at a word with all that is computed of it.
 */

import { layerOfTour, tourOf } from './narration/tour.js';
import { createTour } from './views/tour.js';

/**
 * @param {HTMLElement} root @param {import('./frame.js').Find} find @param {import('./walk.js').Walk} walk
 * @returns {() => void} begins it
 */
export function createGuide(root, find, walk) {
  const tour = createTour(/** @type {HTMLDialogElement} */ (find('tour')), { root, stage: find('stage'), footer: root.querySelector('[data-part=transport]') });
  return () => {
    const layer = walk.scene ? layerOfTour(walk.scene) : undefined;
    if (layer === undefined) return;
    walk.unfold(layer, walk.moment.t, Infinity);
    if (walk.scene) tour.show(tourOf(walk.scene));
  };
}

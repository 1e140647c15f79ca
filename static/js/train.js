/**
 * The page of live trainings.
 */

import { rootElement, trainingOffers } from './boot.js';
import { openTraining } from './sources/training.js';
import { createTraining } from './train/page.js';

const GATHERED = 350; // ms: browsers allow about a hundred changes of the address in half a minute

/** @type {ReturnType<typeof setTimeout> | undefined} */
let gathers;

createTraining(rootElement(), {
  offers: trainingOffers(),
  open: openTraining,
  search: location.search,
  keep: (search) => {
    clearTimeout(gathers);
    gathers = setTimeout(() => history.replaceState(null, '', search), GATHERED);
  },
  keys: document,
  paint: (theme) => {
    document.documentElement.dataset.theme = theme;
  },
});

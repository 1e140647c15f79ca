/**
 * The views of the dock, in the order of their tabs.
 */

import { compareView } from './compare.js';
import { makeCurves } from './curves.js';
import { createGradientDock } from './gradient.js';
import { makeLedger } from './ledger.js';
import { makeUnits } from './units.js';

/** @typedef {import('../page-parts.js').Page} Page */
/**
 * @typedef {object} View
 * @property {string} label on its tab
 * @property {string} title what it answers
 * @property {(page: Page, place: HTMLElement) => import('../page-parts.js').DockView} make
 */

/** The cards with the arithmetic and the charts, which are no view of their own. */
export const NUMBERS = { name: 'numbers', label: 'Numbers', title: 'How each number comes about' };

/** @type {Record<string, View>} */
export const VIEWS = {
  gradient: { label: 'Gradient', title: 'What still moves a prediction, and how far back', make: createGradientDock },
  ledger: { label: 'Ledger', title: 'Whose the unit is: what each step kept, erased and wrote, and what is left of it', make: makeLedger },
  compare: { label: 'Compare', title: 'This run beside another one', make: compareView },
  units: { label: 'Units', title: 'Find the unit: what each one does here, and what it carries', make: makeUnits },
  curves: { label: 'Curves', title: 'σ and tanh with the unit’s own points on them, and × and + on vectors', make: makeCurves },
};

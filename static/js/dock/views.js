/**
 * The views of the dock, in the order of their tabs.
 */

/** @typedef {import('../page-parts.js').Page} Page */
/**
 * @typedef {object} View
 * @property {string} label on its tab
 * @property {string} title what it answers
 * @property {(page: Page, place: HTMLElement) => import('./index.js').DockView} make
 */

/** The cards with the arithmetic and the charts, which are no view of their own. */
export const NUMBERS = { name: 'numbers', label: 'Numbers', title: 'How each number comes about' };

/** @type {Record<string, View>} */
export const VIEWS = {};

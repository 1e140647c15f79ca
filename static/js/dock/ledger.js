/**
 * The ledger on the page: it follows the walk, and a click on a word goes there.
 */

import { createLedger } from '../views/dock/ledger/index.js';

/** @param {import('../page-parts.js').Page} page @param {HTMLElement} place @returns {import('../page-parts.js').DockView} */
export const makeLedger = ({ walk }, place) => createLedger(place, (t) => walk.toStep(t));

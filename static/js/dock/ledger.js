/**
 * The ledger on the page: it follows the walk, and a click on a word goes there.
 */

import { createLedger } from '../views/dock/ledger/index.js';

/** @param {import('../page-parts.js').Page} page @param {HTMLElement} place @returns {import('../page-parts.js').DockView} */
export function makeLedger({ walk }, place) {
  const view = createLedger(place, (t) => walk.toStep(t));
  let waits = 0;
  return {
    /** It is drawn after the belt, once for however many steps came in the meantime. */
    update() {
      cancelAnimationFrame(waits);
      waits = requestAnimationFrame(() => {
        if (walk.scene) view.update(walk.scene);
      });
    },
    hidden: () => cancelAnimationFrame(waits),
  };
}

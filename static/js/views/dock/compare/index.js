/**
 * Two runs side by side: what to compare with, what changed in words, both aligned, and how far their units lie apart.
 */

import { html, write } from '../../../dom.js';
import { createAligned } from './aligned.js';
import { createChoice } from './choice.js';
import { createUnits } from './units.js';

/** @typedef {import('../../../api.js').Comparison} Comparison */
/**
 * @typedef {object} Shown
 * @property {import('../../../compared.js').Group[]} groups
 * @property {import('../../../run-request.js').RunRequest} run
 * @property {import('../../../run-request.js').RunRequest | null} other
 * @property {string} ask what the line for an own text asks for
 * @property {Comparison | null} comparison
 * @property {{ run: string, other: string }} names
 * @property {number} pair the present one
 * @property {string} here what both say there
 * @property {string} whole where they part
 * @property {import('./units.js').ByUnit | null} byUnit
 * @property {string} trouble why there is nothing to see
 */

/**
 * @param {HTMLElement} host
 * @param {Parameters<typeof createChoice>[0] & Parameters<typeof createUnits>[0] & { onStep: (t: number) => void }} actions
 */
export function createSideBySide(host, actions) {
  const choice = createChoice(actions);
  const units = createUnits(actions);
  const here = html('p', { class: 'told', 'aria-live': 'polite' });
  const whole = html('p', { class: 'told whole' });
  const trouble = html('p', { class: 'note' });
  const aligned = createAligned(actions.onStep, units.node);
  const scroller = html('div', { class: 'aligned', role: 'group', 'aria-label': 'both runs, step by step', tabindex: '0' }, aligned.node);
  host.append(choice.node, html('div', { class: 'telling-both' }, here, whole), trouble, scroller);
  let centred = -1;

  /** Brings the present pair into the middle of what scrolls. @param {number} pair */
  function centre(pair) {
    if (pair === centred || pair < 0) return;
    centred = pair;
    requestAnimationFrame(() => {
      const [cell, head] = ['td.present', 'th'].map((one) => scroller.querySelector(one)?.getBoundingClientRect());
      const seen = scroller.getBoundingClientRect();
      if (cell && head) scroller.scrollBy({ left: cell.left + cell.width / 2 - (seen.left + head.width + seen.right) / 2, behavior: 'instant' });
    });
  }
  return {
    /** @param {Shown} shown */
    update({ groups, run, other, ask, comparison, names, pair, byUnit, ...told }) {
      choice.update(groups, run, other, ask);
      write(here, told.here);
      write(whole, told.whole);
      write(trouble, told.trouble);
      trouble.hidden = told.trouble === '';
      scroller.hidden = comparison === null;
      if (comparison) {
        aligned.update(comparison, names, pair);
        centre(pair);
      }
      if (byUnit) units.update(byUnit);
    },
  };
}

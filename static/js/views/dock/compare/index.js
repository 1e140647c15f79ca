/**
 * Two runs side by side: what to compare with, what changed in words, both aligned, and how far their units lie apart.
 */

import { html, write } from '../../../dom.js';
import { createAligned } from './aligned.js';
import { createChoice } from './choice.js';

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
 * @property {string} trouble why there is nothing to see
 */

/**
 * @param {HTMLElement} host
 * @param {Parameters<typeof createChoice>[0] & { onStep: (t: number) => void }} actions
 */
export function createSideBySide(host, { onStep, ...choosing }) {
  const choice = createChoice(choosing);
  const here = html('p', { class: 'told', 'aria-live': 'polite' });
  const whole = html('p', { class: 'told whole' });
  const trouble = html('p', { class: 'note' });
  const aligned = createAligned(onStep);
  const scroller = html('div', { class: 'aligned', role: 'group', 'aria-label': 'both runs, step by step', tabindex: '0' }, aligned.node);
  host.append(choice.node, html('div', { class: 'telling-both' }, here, whole), trouble, scroller);
  return {
    /** @param {Shown} shown */
    update({ groups, run, other, ask, comparison, names, pair, ...told }) {
      choice.update(groups, run, other, ask);
      write(here, told.here);
      write(whole, told.whole);
      write(trouble, told.trouble);
      trouble.hidden = told.trouble === '';
      scroller.hidden = comparison === null;
      if (comparison) aligned.update(comparison, names, pair);
    },
  };
}

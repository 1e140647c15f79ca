/**
 * What went wrong, where there is no box of a sentence to say it below.
 */

import { clear, html } from '../dom.js';

/** @param {HTMLElement} host */
export const createFailure = (host) => ({
  /** @param {import('../api.js').Failure | null} failure */
  update(failure) {
    clear(host).append(...(failure ? [html('p', { class: 'error', role: 'alert' }, `${failure.message} ${failure.expected} ${failure.action}`)] : []));
  },
});

/**
 * What the model's card tells of a text that is outside of what the model learned: below the text, where it is seen at
 * once, while the honest output stays whole.
 */

import { clear, html } from '../dom.js';
import { noticesFor } from '../notices.js';

/** @param {HTMLElement} host */
export function createNotices(host) {
  host.setAttribute('role', 'status');
  let shown = '';
  return {
    /** @param {import('../scene.js').Scene} scene */
    loaded({ model, trace }) {
      const notices = noticesFor(model.notices ?? [], trace);
      host.hidden = notices.length === 0;
      if (notices.join('\n') === shown) return;
      shown = notices.join('\n');
      clear(host).append(...notices.map((text) => html('p', { class: 'notice' }, text)));
    },
  };
}

/**
 * A word of the time line changed by hand: the changed text is run, and the walk stays where it is.
 */

import { placeOf, replaced } from './word-places.js';
import { createWordBox } from './views/hands/word.js';

/** @param {import('./page-parts.js').Page} page @returns {import('./page-parts.js').Panel} */
export function wordChanging({ find, walk, source, keys, trying }) {
  if (!source.runs) return {};
  /** @param {number} t */
  const place = (t) => (walk.trace ? placeOf(walk.trace.text, walk.trace.tokens, t) : null);
  const view = createWordBox(find('timeline'), {
    wordOf(t) {
      const found = place(t);
      return found && walk.trace ? walk.trace.text.slice(...found) : null;
    },
    onWord(t, word) {
      const found = place(t);
      const text = found && walk.trace ? replaced(walk.trace.text, found, word) : '';
      if (text.trim() !== '') trying.change({ text });
    },
  });
  keys.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'F2') return;
    event.preventDefault();
    walk.player.stop();
    view.edit(walk.moment.t);
  });
  return { update: view.update };
}

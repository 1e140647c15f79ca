/**
 * The line below the words that tells of the run beside, wired to the page.
 */

import { freeOf, namesOf } from './compared.js';
import { requestOf } from './state.js';
import { createBeside } from './views/beside.js';
import { quoted } from './wording.js';

const LONG = 48; // letters of a text

/** @param {string} text */
const short = (text) => quoted(text.length > LONG ? `${text.slice(0, LONG - 1)}…` : text);

/** Which run stands beside, in words. @param {import('./run-request.js').RunRequest} run @param {import('./run-request.js').RunRequest} other @param {readonly import('./api.js').ModelEntry[]} models */
export function tellOther(run, other, models) {
  const name = namesOf(run, other, models).other;
  if (run.model !== other.model) return run.text === other.text ? name : `${name} on ${short(other.text)}`;
  if (run.text !== other.text) return short(other.text);
  if (freeOf(other).equals(other)) return 'with nothing held';
  const held = [...other.clamps, ...other.scales];
  return held.length ? `with ${held.join(', ')}` : 'held otherwise';
}

/** @param {import('./page-parts.js').Page} page @returns {import('./page-parts.js').Panel} */
export function standing({ root, find, source, store, other }) {
  const view = createBeside(find('beside'), {
    onLeave: () => store.set({ against: '' }, { push: true }),
    onOpen: root.querySelector('[data-part=dock]') ? () => store.set({ dock: 'compare' }) : null,
  });
  return {
    update(scene) {
      const { request, failure } = other;
      const run = requestOf(store.state);
      const which = request ? tellOther(run, request, source.models.models) : '';
      const outlined = scene.other?.twin === true;
      view.update({
        text: failure ? `${failure.message} ${failure.expected}` : request ? `${outlined ? 'Outlined' : 'Beside it'}: ${which}` : '',
        failed: failure !== null, outlined: outlined && failure === null,
      });
    },
  };
}

/**
 * The header: model picker, share, theme, help.
 */

import { html, write } from '../dom.js';
import { createAbout } from './about.js';
import { screenIcon } from './icons.js';
import { createPicker, makeOf } from './models.js';

/**
 * @param {HTMLElement} host
 * @param {object} how
 * @param {readonly import('../api.js').ModelEntry[]} how.models
 * @param {string} how.train where small networks are trained; nowhere if empty
 * @param {(name: string) => void} how.onModel
 * @param {import('./about.js').Try} how.onTry
 * @param {(() => void) | null} how.onShare null where there is nowhere to link to
 * @param {() => void} how.onTheme
 * @param {() => void} how.onPresent
 * @param {() => void} how.onHelp
 */
export function createHeader(host, { models, train, onModel, onTry, onShare, onTheme, onPresent, onHelp }) {
  /** @type {import('../api.js').ModelEntry | null} */
  let shown = null;
  const about = createAbout(onTry);
  const tell = () => {
    if (shown) about.show(shown, makeOf(shown));
  };
  const picker = createPicker({ onModel, onAbout: (entry) => about.show(entry, makeOf(entry)) });
  // Where there is no other model, its name leads to what is told of it.
  const only = html('button', { type: 'button', class: 'picker', 'aria-haspopup': 'dialog', on: { click: tell } });
  const said = html('button', { type: 'button', class: 'about', 'aria-haspopup': 'dialog', title: 'data and scores of this model', on: { click: tell } });
  picker.models(models);
  host.append(models.length > 1 ? picker.opener : only, said, html('span', { class: 'spring' }),
    ...(train ? [html('a', { class: 'to-train', href: train, title: 'small networks that learn while you watch' }, 'Train live')] : []),
    ...(onShare ? [html('button', { type: 'button', 'aria-haspopup': 'dialog', on: { click: onShare } }, 'Share')] : []),
    html('button', { type: 'button', 'aria-label': 'present', title: 'present: large, for the last row (p)', class: 'present', on: { click: onPresent } }, screenIcon()),
    html('button', { type: 'button', 'aria-label': 'light or dark', title: 'light or dark', on: { click: onTheme } }, '◐'),
    html('button', { type: 'button', 'aria-label': 'help', title: 'keys and help (?)', on: { click: onHelp } }, '?'), picker.dialog, about.dialog);
  return {
    /** @param {import('../api.js').ModelEntry} entry */
    choose(entry) {
      picker.choose(entry);
      shown = entry;
      write(said, entry.description);
      write(only, entry.title);
    },
  };
}

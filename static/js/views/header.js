/**
 * The header: model picker, share, theme, help.
 */

import { html, write } from '../dom.js';
import { createAbout } from './about.js';
import { createPicker, makeOf } from './models.js';

/**
 * @param {HTMLElement} host
 * @param {{ onModel: (name: string) => void, onShare: (anchor: HTMLElement) => void, onTheme: () => void, onHelp: () => void }} actions
 */
export function createHeader(host, { onModel, onShare, onTheme, onHelp }) {
  /** @type {import('../api.js').ModelEntry | null} */
  let shown = null;
  const about = createAbout();
  const tell = () => {
    if (shown) about.show(shown, makeOf(shown));
  };
  const picker = createPicker({ onModel, onAbout: tell });
  const said = html('button', { type: 'button', class: 'about', 'aria-haspopup': 'dialog', title: 'data and scores of this model', on: { click: tell } });
  const share = html('button', { type: 'button', 'aria-haspopup': 'dialog' }, 'Share');
  share.addEventListener('click', () => onShare(share));
  host.append(picker.opener, said, html('span', { class: 'spring' }), share,
    html('button', { type: 'button', 'aria-label': 'light or dark', title: 'light or dark', on: { click: onTheme } }, '◐'),
    html('button', { type: 'button', 'aria-label': 'help', title: 'keys and help (?)', on: { click: onHelp } }, '?'), picker.dialog, about.dialog);
  return {
    models: picker.models,
    /** @param {import('../api.js').ModelEntry} entry */
    choose(entry) {
      picker.choose(entry);
      shown = entry;
      write(said, entry.description);
    },
  };
}

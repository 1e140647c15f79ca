/**
 * The header: model picker, share, theme, help.
 */

import { html, write } from '#js/dom.js';
import { createPicker } from '#js/views/models.js';

/**
 * @param {HTMLElement} host
 * @param {{ onModel: (name: string) => void, onShare: (anchor: HTMLElement) => void, onTheme: () => void, onHelp: () => void }} actions
 */
export function createHeader(host, { onModel, onShare, onTheme, onHelp }) {
  const picker = createPicker({ onModel });
  const about = html('span', { class: 'about' });
  const share = html('button', { type: 'button', 'aria-haspopup': 'dialog' }, 'Share');
  share.addEventListener('click', () => onShare(share));
  host.append(picker.opener, about, html('span', { class: 'spring' }), share,
    html('button', { type: 'button', 'aria-label': 'light or dark', title: 'light or dark', on: { click: onTheme } }, '◐'),
    html('button', { type: 'button', 'aria-label': 'help', title: 'keys and help (?)', on: { click: onHelp } }, '?'), picker.dialog);
  return {
    models: picker.models,
    /** @param {import('#js/api.js').ModelEntry} entry */
    choose(entry) {
      picker.choose(entry);
      write(about, entry.description);
    },
  };
}

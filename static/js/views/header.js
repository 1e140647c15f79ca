/**
 * The header: model picker, share, theme, help.
 */

import { clear, html, write } from '#js/dom.js';

/**
 * @param {HTMLElement} host
 * @param {{ onModel: (name: string) => void, onShare: (anchor: HTMLElement) => void, onTheme: () => void, onHelp: () => void }} actions
 */
export function createHeader(host, { onModel, onShare, onTheme, onHelp }) {
  const models = html('select', { 'aria-label': 'model' });
  models.addEventListener('change', () => onModel(models.value));
  const about = html('span', { class: 'about' });
  const share = html('button', { type: 'button', 'aria-haspopup': 'dialog' }, 'Share');
  share.addEventListener('click', () => onShare(share));
  host.append(models, about, html('span', { class: 'spring' }), share,
    html('button', { type: 'button', 'aria-label': 'light or dark', title: 'light or dark', on: { click: onTheme } }, '◐'),
    html('button', { type: 'button', 'aria-label': 'help', title: 'keys and help (?)', on: { click: onHelp } }, '?'));
  return {
    /** @param {import('#js/api.js').ModelEntry[]} entries */
    models(entries) {
      clear(models).append(...entries.map((entry) => html('option', { value: entry.name }, `${entry.title} · ${entry.units} units`)));
    },
    /** @param {import('#js/api.js').ModelEntry} entry */
    choose(entry) {
      models.value = entry.name;
      write(about, entry.description);
    },
  };
}

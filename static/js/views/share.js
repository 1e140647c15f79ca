/**
 * Share: the link to this very moment, and the snippet that puts it into a slide or a course page.
 */

import { html } from '#js/dom.js';

/** @param {HTMLDialogElement} dialog */
export function createShare(dialog) {
  /** @param {string} label */
  function field(label) {
    const box = html('textarea', { readonly: true, rows: '3', 'aria-label': label, spellcheck: 'false' });
    const copy = html('button', { type: 'button', class: 'primary' }, 'Copy');
    copy.addEventListener('click', async () => {
      box.select();
      try {
        await navigator.clipboard.writeText(box.value);
        copy.textContent = 'Copied';
      } catch {
        copy.textContent = 'Press Ctrl+C'; // no permission: the text is selected, the keys will do
      }
    });
    return { box, copy, row: html('div', { class: 'field' }, html('h3', null, label), box, copy) };
  }
  const link = field('Link to this moment');
  const frame = field('Embed it: iframe for slides and course pages');
  dialog.append(html('div', { class: 'card-head' }, html('h2', null, 'Share this moment'),
    html('button', { type: 'button', class: 'small', 'aria-label': 'close', on: { click: () => dialog.close() } }, '×')),
  link.row, frame.row,
  html('p', { class: 'note' }, 'In the embed’s address, controls=0 hides the controls and autoplay=1 starts to play.'));
  return {
    /** @param {string} search the moment, as the address's search part @param {string} origin */
    show(search, origin) {
      link.copy.textContent = frame.copy.textContent = 'Copy';
      link.box.value = `${origin}/${search}`;
      frame.box.value = `<iframe src="${origin}/embed${search.replaceAll('&', '&amp;')}" width="960" height="540" sandbox="allow-scripts" title="A sentence inside an LSTM" style="border:0"></iframe>`;
      dialog.showModal();
    },
  };
}

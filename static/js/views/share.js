/**
 * Share: the link to this very moment, and the snippet that puts it into a slide or a course page.
 */

import { html } from '../dom.js';
import { format } from '../state.js';

/** @typedef {import('../state.js').State} State */
/** @typedef {{ page: string, embed: string, train?: string }} Links addresses that a link to a moment begins with; where small networks are trained */

/**
 * @param {string} address @param {string} title
 * @returns {string}
 */
const frameOf = (address, title) =>
  `<iframe src="${address.replaceAll('&', '&amp;')}" width="960" height="540" sandbox="allow-scripts" title="${title}" style="border:0"></iframe>`;

/**
 * @param {HTMLDialogElement} dialog @param {Links} links
 */
export function createShare(dialog, links) {
  /** @param {string} label @param {...Node} more */
  function field(label, ...more) {
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
    return { box, copy, row: html('div', { class: 'field' }, html('h3', null, label), box, copy, ...more) };
  }
  /** @param {string} text */
  function choice(text) {
    const input = html('input', { type: 'checkbox' });
    input.addEventListener('change', () => fill());
    return { input, label: html('label', null, input, ' ', text) };
  }
  const bare = choice('without controls');
  const plays = choice('plays by itself');
  const link = field('Link to this moment');
  const frame = field('Embed it: iframe for slides and course pages', html('div', { class: 'choices' }, bare.label, plays.label));
  dialog.append(html('div', { class: 'card-head' }, html('h2', null, 'Share this moment'),
    html('button', { type: 'button', class: 'small', 'aria-label': 'close', on: { click: () => dialog.close() } }, '×')),
  link.row, frame.row);
  /** @type {{ state: State, title: string } | null} */
  let shared = null;

  function fill() {
    if (!shared) return;
    const { state, title } = shared;
    link.copy.textContent = frame.copy.textContent = 'Copy';
    link.box.value = `${links.page}${format(state, { autoplay: false })}`;
    frame.box.value = frameOf(`${links.embed}${format(state, { controls: !bare.input.checked, autoplay: plays.input.checked })}`, title);
  }
  return {
    /** @param {State} state the moment @param {string} title what is to be seen there */
    show(state, title) {
      shared = { state, title };
      fill();
      dialog.showModal();
    },
  };
}

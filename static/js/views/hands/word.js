/**
 * A word changed in place: double click, F2, or the pencil on the present word make it a box; Enter runs the changed text,
 * Escape leaves it as it was.
 */

import { html } from '../../dom.js';
import { quoted } from '../../wording.js';

/** @typedef {import('../../scene.js').Scene} Scene */

/**
 * @param {HTMLElement} host the time line
 * @param {{ wordOf: (t: number) => string | null, onWord: (t: number, text: string) => void }} deeds wordOf: what was typed there; null for what was not
 */
export function createWordBox(host, { wordOf, onWord }) {
  const pencil = html('button', { type: 'button', class: 'pencil', title: 'change this word (F2)' }, '✎');
  /** @type {{ box: HTMLInputElement, t: number } | null} */
  let open = null;

  /** @param {number} t */
  const itemAt = (t) => host.children[t];

  /** @param {boolean} run */
  function close(run) {
    if (!open) return;
    const { box, t } = open;
    open = null;
    const [typed, was] = [box.value.trim(), wordOf(t)];
    const inside = box.ownerDocument.activeElement === box;
    box.remove();
    const button = itemAt(t)?.querySelector('.word');
    if (inside && button instanceof HTMLElement) button.focus({ preventScroll: true });
    if (run && typed !== was) onWord(t, typed);
  }

  /** @param {number} t */
  function edit(t) {
    const [word, item] = [wordOf(t), itemAt(t)];
    if (word === null || !item) return;
    close(false);
    const box = html('input', { type: 'text', class: 'word-box', 'aria-label': `in place of ${quoted(word)}`, value: word, size: Math.max(4, word.length + 1), dir: 'auto', autocomplete: 'off', spellcheck: 'false' });
    box.value = word;
    open = { box, t };
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === 'Escape') {
        event.preventDefault();
        close(event.key === 'Enter');
      }
      event.stopPropagation();
    });
    box.addEventListener('blur', () => close(false));
    item.append(box);
    box.focus();
    box.select();
  }

  /** @param {EventTarget | null} target */
  const placeOf = (target) => [...host.children].indexOf(/** @type {Element} */ (target instanceof Element ? target.closest('li') : null));
  host.addEventListener('dblclick', ({ target }) => edit(placeOf(target)));
  pencil.addEventListener('click', ({ target }) => edit(placeOf(target)));
  return {
    edit,
    /** The pencil is on the present word. @param {Scene} scene */
    update({ moment }) {
      const item = itemAt(moment.t);
      const word = wordOf(moment.t);
      if (open && !open.box.isConnected) open = null;
      pencil.hidden = word === null;
      if (word !== null) pencil.setAttribute('aria-label', `change ${quoted(word)}`);
      if (item && pencil.parentElement !== item) item.append(pencil);
    },
  };
}

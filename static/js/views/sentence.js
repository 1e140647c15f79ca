/**
 * The sentence box: what is typed, examples, the limits, and errors in plain words.
 */

import { clear, html, set, write } from '#js/dom.js';

/** @typedef {import('#js/api.js').Failure} Failure */

/**
 * @param {HTMLFormElement} form @param {HTMLElement} below
 * @param {{ onSentence: (text: string) => void }} actions
 */
export function createSentence(form, below, { onSentence }) {
  const box = html('input', { type: 'text', name: 'text', 'aria-label': 'sentence', 'aria-describedby': 'sentence-error', autocomplete: 'off', spellcheck: 'false', dir: 'auto', placeholder: 'Type a sentence of your own' });
  const examples = html('select', { 'aria-label': 'examples' });
  form.append(box, examples, html('button', { type: 'submit', class: 'primary' }, 'Step through'));
  const error = html('p', { class: 'error', id: 'sentence-error', role: 'alert', hidden: true });
  below.append(error);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    onSentence(box.value);
  });
  examples.addEventListener('change', () => {
    if (!examples.value) return;
    box.value = examples.value;
    examples.value = '';
    onSentence(box.value);
  });
  return {
    /** @param {string} text */
    text(text) {
      if (document.activeElement !== box) box.value = text;
    },
    /** @param {string[]} sentences */
    examples(sentences) {
      clear(examples).append(html('option', { value: '' }, 'Examples'), ...sentences.map((text) => html('option', { value: text }, text)));
    },
    /** @param {Failure | null} failure */
    fail(failure) {
      error.hidden = failure === null;
      set(box, 'aria-invalid', failure ? 'true' : null);
      write(error, failure ? `${failure.message} ${failure.expected} ${failure.action}` : '');
    },
    focus: () => box.focus(),
  };
}

/**
 * The sentence box: what is typed, examples, the limits, and errors in plain words.
 */

import { clear, html, set, write } from '#js/dom.js';

/** @typedef {import('#js/api.js').Failure} Failure */

/** Failures that another try may mend. */
const PASSING = ['no_answer', 'internal_error'];

/**
 * @param {HTMLFormElement} form @param {HTMLElement} below
 * @param {{ limits: { characters: number, steps: number }, onSentence: (text: string) => void }} how
 */
export function createSentence(form, below, { limits, onSentence }) {
  const most = `up to ${limits.steps} words, ${limits.characters} characters`;
  const box = html('input', {
    type: 'text', name: 'text', 'aria-label': 'sentence', 'aria-describedby': 'sentence-error sentence-limit', autocomplete: 'off',
    spellcheck: 'false', dir: 'auto', enterkeyhint: 'go', placeholder: `Type a sentence of your own: ${most}`, title: most,
  });
  const examples = html('select', { 'aria-label': 'examples' });
  form.append(box, examples, html('button', { type: 'submit', class: 'primary' }, 'Step through'));
  const told = html('span');
  const again = html('button', { type: 'button', class: 'small', on: { click: () => onSentence(box.value) } }, 'Try again');
  const error = html('p', { class: 'error', id: 'sentence-error', role: 'alert', hidden: true }, told, ' ', again);
  const limit = html('p', { class: 'limit', id: 'sentence-limit', 'aria-live': 'polite', hidden: true });
  below.append(error, limit);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    onSentence(box.value);
  });
  box.addEventListener('input', () => {
    const { length } = [...box.value];
    limit.hidden = length <= 0.9 * limits.characters;
    write(limit, `${length} of at most ${limits.characters} characters`);
  });
  examples.addEventListener('change', () => {
    if (!examples.value) return;
    box.value = examples.value;
    examples.value = '';
    onSentence(box.value);
  });
  return {
    /** Shows what is walked, unless something else is being typed or has just been refused. @param {string} text */
    text(text) {
      if (document.activeElement !== box && error.hidden) box.value = text;
    },
    /** @param {string} text */
    keep(text) {
      box.value = text;
    },
    /** Whether the box still has the focus with the sentence that was asked for. @param {string} text */
    asked: (text) => document.activeElement === box && box.value === text,
    /** @param {string[]} sentences */
    examples(sentences) {
      clear(examples).append(html('option', { value: '' }, 'Examples'), ...sentences.map((text) => html('option', { value: text }, text)));
    },
    /** @param {Failure | null} failure */
    fail(failure) {
      error.hidden = failure === null;
      again.hidden = failure === null || !PASSING.includes(failure.code);
      set(box, 'aria-invalid', failure ? 'true' : null);
      write(told, failure ? `${failure.message} ${failure.expected} ${failure.action}` : '');
    },
  };
}

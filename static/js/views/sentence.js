/**
 * The box: what the model on show is to read, examples, the limits, and errors in plain words.
 */

import { clear, html, set, write } from '../dom.js';
import { newId } from '../ids.js';
import { withPoints } from '../series.js';
import { hintOf, readingOf } from '../wording.js';

/** @typedef {import('../api.js').Failure} Failure */

/** Failures that another try may mend. */
const PASSING = ['no_answer', 'internal_error'];
const SHOWN = 70; // letters of an example in the list

/** A text in one line. @param {string} text */
const inLine = (text) => {
  const line = text.replaceAll('\n', '↵');
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
};

/** Ids of what refers to each other. */
const makeIds = () => ({ box: newId('text'), error: newId('error'), hint: newId('hint'), limit: newId('limit') });

/** The box itself. @param {ReturnType<typeof makeIds>} ids */
function makeFields(ids) {
  const label = html('label', { for: ids.box });
  const box = html('textarea', {
    id: ids.box, name: 'text', rows: '1', 'aria-describedby': `${ids.error} ${ids.hint} ${ids.limit}`, autocomplete: 'off', spellcheck: 'false', dir: 'auto', enterkeyhint: 'go',
  });
  return { label, box, examples: html('select', { 'aria-label': 'examples' }) };
}

/**
 * What is said below the box.
 * @param {ReturnType<typeof makeIds>} ids @param {{ tryAgain: () => void, takePoints: () => void }} how
 */
function makeNotes(ids, { tryAgain, takePoints }) {
  const told = html('span');
  const again = html('button', { type: 'button', class: 'small', on: { click: tryAgain } }, 'Try again');
  const points = html('button', { type: 'button', class: 'small', on: { click: takePoints } }, 'Read them as decimal commas');
  return {
    told,
    again,
    error: html('p', { class: 'error', id: ids.error, role: 'alert', hidden: true }, told, ' ', again),
    hint: html('p', { class: 'limit hint', id: ids.hint, hidden: true }),
    commas: html('p', { class: 'limit', hidden: true }, 'A comma separates two numbers here. ', points),
    limit: html('p', { class: 'limit', id: ids.limit, 'aria-live': 'polite', hidden: true }),
  };
}

/**
 * Hears what is asked for.
 * @param {HTMLFormElement} form @param {HTMLTextAreaElement} box @param {HTMLSelectElement} examples @param {(text: string) => void} onSentence
 */
function hear(form, box, examples, onSentence) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    onSentence(box.value);
  });
  // Enter walks; with Shift it is a line break, which some models read.
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  examples.addEventListener('change', () => {
    if (!examples.value) return;
    box.value = examples.value;
    examples.value = '';
    onSentence(box.value);
  });
}

/**
 * Says how many characters there are, where these come near to what there may be.
 * @param {HTMLTextAreaElement} box @param {HTMLElement} limit @param {number} most
 */
function watchLength(box, limit, most) {
  box.addEventListener('input', () => {
    const { length } = [...box.value];
    limit.hidden = length <= 0.9 * most;
    write(limit, `${length} of at most ${most} characters`);
  });
}

/**
 * @param {HTMLFormElement} form @param {HTMLElement} below
 * @param {{ limits: { characters: number, steps: number }, onSentence: (text: string) => void }} how
 */
export function createSentence(form, below, { limits, onSentence }) {
  const ids = makeIds();
  const { label, box, examples } = makeFields(ids);
  const { told, again, error, hint, commas, limit } = makeNotes(ids, {
    tryAgain: () => onSentence(box.value),
    takePoints() {
      box.value = withPoints(box.value) ?? box.value;
      onSentence(box.value);
    },
  });
  form.append(label, box, examples, html('button', { type: 'submit', class: 'primary' }, 'Step through'));
  below.append(error, hint, commas, limit);
  hear(form, box, examples, onSentence);
  watchLength(box, limit, limits.characters);
  let numbers = false;
  /** A decimal comma would be misread, so it is asked about. */
  const look = () => {
    commas.hidden = !numbers || withPoints(box.value) === null;
  };
  box.addEventListener('input', look);
  return {
    /** Asks for what this model reads. @param {import('../api.js').ModelEntry} entry */
    model(entry) {
      const { label: name, ask, steps } = readingOf(entry);
      const hinted = hintOf(entry);
      numbers = entry.reads === 'numbers';
      look();
      const most = `up to ${limits.steps} ${steps}, ${limits.characters} characters`;
      write(label, name);
      set(box, 'placeholder', `${ask}: ${most}`);
      set(box, 'title', most);
      hint.hidden = hinted === '';
      write(hint, hinted);
      clear(examples).append(html('option', { value: '' }, 'Examples'),
        ...entry.examples.map((text) => html('option', { value: text }, inLine(text))));
    },
    /** Shows what is walked, unless something else is being typed or has just been refused. @param {string} text */
    text(text) {
      if (document.activeElement !== box && (error.hidden || box.value === '')) box.value = text;
      look();
    },
    /** @param {string} text */
    keep(text) {
      box.value = text;
    },
    /** Whether the box still has the focus with the text that was asked for. @param {string} text */
    asked: (text) => document.activeElement === box && box.value === text,
    /** @param {Failure | null} failure */
    fail(failure) {
      error.hidden = failure === null;
      again.hidden = failure === null || !PASSING.includes(failure.code);
      set(box, 'aria-invalid', failure ? 'true' : null);
      write(told, failure ? `${failure.message} ${failure.expected} ${failure.action}` : '');
    },
  };
}

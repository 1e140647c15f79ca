/**
 * What to compare with: a list of what can stand beside the run, and a line for a text of one's own.
 */

import { clear, html, set } from '../../../dom.js';
import { newId } from '../../../ids.js';

/** @typedef {import('../../../compared.js').Group} Group */
/** @typedef {import('../../../compared.js').Choice} Choice */

/**
 * @param {object} how
 * @param {(choice: Choice | null) => void} how.onChoice null for nothing
 * @param {(text: string) => void} how.onText a text that was typed
 */
export function createChoice({ onChoice, onText }) {
  const list = html('select', { 'aria-label': 'compare with' });
  const box = html('input', { type: 'text', id: newId('other-text'), autocomplete: 'off', spellcheck: 'false', dir: 'auto', enterkeyhint: 'go' });
  const label = html('label', { for: box.id, class: 'visually-hidden' }, 'another text');
  const form = html('form', { class: 'own-text' }, label, box, html('button', { type: 'submit', class: 'small' }, 'Compare'));
  const leave = html('button', { type: 'button', class: 'small', title: 'compare with nothing', 'aria-label': 'compare with nothing', on: { click: () => onChoice(null) } }, '×');
  const node = html('div', { class: 'with' }, html('span', { 'aria-hidden': 'true' }, 'Compare with'), list, form, leave);
  /** @type {Choice[]} */
  let choices = [];
  let shown = '';
  list.addEventListener('change', () => onChoice(choices[Number(list.value)] ?? null));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (box.value.trim() !== '') onText(box.value);
  });
  return {
    node,
    /**
     * @param {readonly Group[]} groups @param {import('../../../run-request.js').RunRequest} run
     * @param {import('../../../run-request.js').RunRequest | null} other @param {string} ask
     */
    update(groups, run, other, ask) {
      choices = groups.flatMap((group) => group.choices);
      const at = other ? choices.findIndex((one) => one.run.equals(run) && one.against.equals(other)) : -1;
      const now = JSON.stringify([groups.map(({ group, choices: those }) => [group, ...those.map(({ label: name, against }) => [name, String(against)])]), other && String(other)]);
      if (now === shown) return;
      shown = now;
      let k = 0;
      clear(list).append(html('option', { value: '' }, other === null ? 'choose …' : 'another text'),
        ...groups.map(({ group, choices: those }) => html('optgroup', { label: group }, ...those.map(({ label: name }) => html('option', { value: String(k++) }, name)))));
      list.value = at < 0 ? '' : String(at);
      set(box, 'placeholder', ask);
      if (document.activeElement !== box) box.value = other && other.text !== run.text ? other.text : '';
      leave.hidden = other === null;
    },
  };
}

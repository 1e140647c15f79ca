/**
 * The model picker: a button that names the model on show, and a dialog with every model, grouped by what it teaches.
 */

import { clear, html, set, write } from '../dom.js';
import { newId } from '../ids.js';
import { cellOf } from '../wording.js';

/** @typedef {import('../api.js').ModelEntry} ModelEntry */

/**
 * Models by their groups, both in the order of the list.
 * @param {readonly ModelEntry[]} entries
 * @returns {[string, ModelEntry[]][]}
 */
export function grouped(entries) {
  /** @type {Map<string, ModelEntry[]>} */
  const groups = new Map();
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  return [...groups];
}

/** "LSTM · 2 × 64 units" @param {ModelEntry} entry */
export function makeOf(entry) {
  const { layers, units } = entry;
  const count = layers.filter((layer) => layer.units === units).length;
  return `${cellOf(entry)} · ${count > 1 ? `${count} × ` : ''}${units} units`;
}

/** Where an arrow key leads in a list of `count` from place `at`; null for any other key. @param {string} key @param {number} at @param {number} count */
export function placeAfter(key, at, count) {
  const places = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 };
  const to = places[/** @type {keyof typeof places} */ (key)];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}

/** @param {{ onModel: (name: string) => void, onAbout: (entry: ModelEntry) => void }} actions */
export function createPicker({ onModel, onAbout }) {
  const name = html('span', { class: 'name' });
  const opener = html('button', { type: 'button', class: 'picker', 'aria-haspopup': 'dialog', 'aria-label': 'model' }, name, html('span', { 'aria-hidden': 'true' }, '▾'));
  const list = html('div', { class: 'groups' });
  const heading = html('h2', { id: newId('models') }, 'Choose a model');
  const dialog = html('dialog', { class: 'card models', 'aria-labelledby': heading.id, data: { part: 'models' } },
    html('div', { class: 'card-head' }, heading,
      html('button', { type: 'button', class: 'small', 'aria-label': 'close', on: { click: () => dialog.close() } }, '×')), list);
  /** @type {Map<string, HTMLButtonElement>} */
  let buttons = new Map();
  let chosen = '';
  opener.addEventListener('click', () => {
    dialog.showModal();
    buttons.get(chosen)?.focus();
  });
  list.addEventListener('keydown', (event) => {
    const all = [...buttons.values()];
    const to = placeAfter(event.key, all.findIndex((button) => button === document.activeElement), all.length);
    if (to === null) return;
    event.preventDefault();
    all[to]?.focus();
  });

  /** @param {ModelEntry} entry */
  function item(entry) {
    const button = html('button', { type: 'button', class: 'entry', data: { model: entry.name }, on: { click: () => {
      dialog.close();
      if (entry.name !== chosen) onModel(entry.name);
    } } }, html('span', { class: 'title' }, entry.title), html('span', { class: 'make' }, makeOf(entry)), html('span', { class: 'description' }, entry.description));
    buttons.set(entry.name, button);
    const about = html('button', { type: 'button', class: 'small about-entry', 'aria-haspopup': 'dialog', 'aria-label': `about ${entry.title}`, on: { click: () => {
      dialog.close();
      onAbout(entry);
    } } }, 'About');
    return html('li', null, button, about);
  }
  return {
    opener,
    dialog,
    /** @param {readonly ModelEntry[]} entries */
    models(entries) {
      buttons = new Map();
      clear(list).append(...grouped(entries).map(([group, models]) => {
        const title = html('h3', { id: newId('group') }, group);
        return html('section', { 'aria-labelledby': title.id }, title, html('ul', null, ...models.map(item)));
      }));
    },
    /** @param {ModelEntry} entry */
    choose(entry) {
      chosen = entry.name;
      write(name, entry.title);
      set(opener, 'aria-label', `model: ${entry.title}`);
      for (const [key, button] of buttons) set(button, 'aria-current', key === chosen ? 'true' : null);
    },
  };
}

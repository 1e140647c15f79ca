/**
 * The dock's tabs: one for each view, one of them chosen. The arrows go from tab to tab, as in every tab list.
 */

import { html } from '../dom.js';
import { newId } from '../ids.js';

const STEP = /** @type {Record<string, number>} */ ({ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 });

/** @typedef {{ name: string, label: string, title: string }} Tab */

/**
 * @param {HTMLElement} host takes the tabs; without a choice there are none
 * @param {object} how
 * @param {readonly Tab[]} how.tabs
 * @param {string} how.controls the id of what the tabs fill
 * @param {(name: string) => void} how.onChoose
 */
export function createTabs(host, { tabs, controls, onChoose }) {
  const names = tabs.map(({ name }) => name);
  let chosen = names[0] ?? '';
  const buttons = tabs.map(({ name, label, title }) => html('button', {
    type: 'button', role: 'tab', id: newId(`tab-${name}`), title, 'aria-controls': controls, data: { dock: name }, on: { click: () => onChoose(name) },
  }, label));
  host.hidden = names.length < 2;
  host.append(...buttons);
  host.addEventListener('keydown', (event) => {
    const by = STEP[event.key];
    const next = by ? (names.indexOf(chosen) + by + names.length) % names.length : { Home: 0, End: names.length - 1 }[event.key];
    if (next === undefined) return;
    onChoose(names[next] ?? chosen);
    buttons[next]?.focus();
    event.preventDefault();
    event.stopPropagation(); // the arrows walk elsewhere
  });
  return {
    /** Marks a tab; gives its id. @param {string} name */
    choose(name) {
      chosen = name;
      for (const button of buttons) {
        button.setAttribute('aria-selected', String(button.dataset.dock === name));
        button.tabIndex = button.dataset.dock === name ? 0 : -1;
      }
      return buttons[names.indexOf(name)]?.id ?? '';
    },
  };
}

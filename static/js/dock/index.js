/**
 * The dock: what stands below the belt, one view at a time, chosen by its tab. A view is made when it is first shown, and
 * hears of the walk while it is on show only.
 */

import { html } from '../dom.js';
import { newId } from '../ids.js';
import { NUMBERS, VIEWS } from './views.js';

/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {import('../page-parts.js').Page} Page */
/** @typedef {import('../page-parts.js').Panel} Panel */
/**
 * @typedef {object} DockView a view at work
 * @property {(scene: Scene) => void} [loaded] another trace came, or came whole; told before `update`, and when it is shown
 * @property {(scene: Scene) => void} update the moment is another
 * @property {() => void} [hidden] it is on show no longer
 */

const STEP = /** @type {Record<string, number>} */ ({ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 });

/** @param {Page} page @returns {Panel} */
export function createDock(page) {
  const { find, store, walk } = page;
  const [tabs, place] = [find('dock-tabs'), find('dock')];
  const cards = /** @type {HTMLElement} */ (place.parentElement);
  place.id = newId('dock');
  const names = [NUMBERS.name, ...Object.keys(VIEWS)];
  /** @type {Record<string, { view: DockView, element: HTMLElement }>} */
  const made = {};
  let shown = NUMBERS.name;

  const buttons = [NUMBERS, ...Object.entries(VIEWS).map(([name, view]) => ({ name, ...view }))].map(({ name, label, title }) =>
    html('button', { type: 'button', role: 'tab', id: newId(`tab-${name}`), title, 'aria-controls': name === NUMBERS.name ? null : place.id, data: { dock: name }, on: { click: () => store.set({ dock: name }) } }, label));
  tabs.hidden = names.length < 2;
  tabs.append(...buttons);
  tabs.addEventListener('keydown', (event) => {
    const by = STEP[event.key];
    const at = names.indexOf(shown);
    const next = by ? (at + by + names.length) % names.length : { Home: 0, End: names.length - 1 }[event.key];
    if (next === undefined) return;
    store.set({ dock: names[next] ?? NUMBERS.name });
    buttons[next]?.focus();
    event.preventDefault();
    event.stopPropagation(); // the arrows walk elsewhere
  });

  /** The view of a name, made when it is first asked for. @param {string} name */
  function viewOf(name) {
    const known = VIEWS[name];
    if (!known) return null;
    const element = html('div', { class: `dock-view ${name}` });
    return (made[name] ??= (place.append(element), { element, view: known.make(page, element) }));
  }

  /** @param {string} name */
  function show(name) {
    if (name !== shown) made[shown]?.view.hidden?.();
    shown = name;
    const now = viewOf(name);
    cards.dataset.dock = name;
    place.hidden = now === null;
    for (const [other, { element }] of Object.entries(made)) element.hidden = other !== name;
    for (const button of buttons) {
      const chosen = button.dataset.dock === name;
      button.setAttribute('aria-selected', String(chosen));
      button.tabIndex = chosen ? 0 : -1;
      if (chosen && now) place.setAttribute('aria-labelledby', button.id);
    }
    if (!now || !walk.scene) return;
    now.view.loaded?.(walk.scene);
    now.view.update(walk.scene);
  }

  const follow = () => {
    const name = names.find((one) => one === store.state.dock) ?? NUMBERS.name;
    if (name !== shown) show(name);
  };
  show(names.find((one) => one === store.state.dock) ?? NUMBERS.name);
  store.subscribe(follow);
  return {
    loaded: (scene) => made[shown]?.view.loaded?.(scene),
    update: (scene) => made[shown]?.view.update(scene),
  };
}

/**
 * The dock: what stands below the belt, one view at a time, chosen by its tab. A view is made when it is first shown, and
 * hears of the walk while it is on show only.
 */

import { html } from '../dom.js';
import { newId } from '../ids.js';
import { createTabs } from './tabs.js';
import { NUMBERS, VIEWS } from './views.js';

/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {import('../page-parts.js').Page} Page */
/** @typedef {import('../page-parts.js').Panel} Panel */
/** @typedef {import('../page-parts.js').DockView} DockView */

/** @param {Page} page @returns {Panel} */
export function createDock(page) {
  const { find, store, walk } = page;
  const place = find('dock');
  const cards = /** @type {HTMLElement} */ (place.parentElement);
  place.id = newId('dock');
  const names = [NUMBERS.name, ...Object.keys(VIEWS)];
  /** @type {Record<string, { view: DockView, element: HTMLElement }>} */
  const made = {};
  let shown = NUMBERS.name;

  const tabs = createTabs(find('dock-tabs'), {
    tabs: [NUMBERS, ...Object.entries(VIEWS).map(([name, { label, title }]) => ({ name, label, title }))],
    controls: place.id,
    onChoose: (dock) => store.set({ dock }),
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
    place.setAttribute('aria-labelledby', tabs.choose(name));
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

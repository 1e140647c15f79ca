/**
 * Gatewalk inside an element: it builds its parts there, takes its numbers from a source and its moment from a store, and
 * touches nothing else, so that several can live in one document.
 */

import { append } from './asking.js';
import { Director } from './director.js';
import { write } from './dom.js';
import { buildFrame, PAGE } from './frame.js';
import { createGuide } from './guiding.js';
import { hearHands } from './hands.js';
import { listen } from './keys.js';
import { Loading } from './loading.js';
import { OtherRun } from './other-run.js';
import { PANELS } from './panels.js';
import { followPresent, leavePresent, togglePresent } from './presenting.js';
import { createStage } from './stage.js';
import { Trying, beltValves } from './trying.js';
import { Walk } from './walk.js';
import { sceneTitle } from './wording.js';

/** @typedef {import('./scene.js').Scene} Scene */
/**
 * @typedef {object} Options
 * @property {import('./source.js').TraceSource} source
 * @property {import('./state.js').Store} store
 * @property {readonly import('./frame.js').Part[]} [parts] what of the page there is; the stage always is
 * @property {boolean} [alone] whether it is all that the document holds: then it has the document's landmarks and heading
 * @property {EventTarget} [keys] where keys are heard; the root if absent, so that they reach the one that has the focus
 * @property {string} [home] where the page's name leads
 * @property {import('./views/share.js').Links | null} [links] what can be shared; nothing if absent
 * @property {(() => Promise<unknown>) | null} [plotly] loads the charts' library
 * @property {(query: string) => MediaQueryList} [media]
 * @property {(scene: Scene) => void} [loaded] hears of each trace that came
 */

/** The theme follows the state. @param {HTMLElement} root @param {import('./state.js').Store} store */
function followTheme(root, store) {
  const paint = () => {
    const { theme } = store.state;
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
  };
  paint();
  store.subscribe(paint);
}

/** @param {HTMLElement} root @param {EventTarget} keys @param {string} kind @param {import('./state.js').Store} store */
function prepare(root, keys, kind, store) {
  root.classList.add('gatewalk', kind);
  // A click anywhere in it brings it the keys.
  if (keys === root && !root.hasAttribute('tabindex')) root.tabIndex = -1;
  followTheme(root, store);
}

/** @param {HTMLElement} root @param {string | null} symbol */
function lightFormulas(root, symbol) {
  for (const element of root.querySelectorAll('.arithmetic [data-symbol]')) {
    element.classList.toggle('lit', symbol !== null && element.getAttribute('data-symbol') === symbol);
  }
}

/**
 * Tells of changes, of the first one in a task of its own: the first picture and all that is around it, built in one task,
 * would hold up a key. What changes until then is told with it.
 * @param {Walk} walk @param {(kind: import('./walk.js').Change, scene: Scene) => void} tell
 * @returns {(kind: import('./walk.js').Change, scene: Scene) => void}
 */
function laterAtFirst(walk, tell) {
  let begun = false;
  let built = false;
  return (kind, scene) => {
    if (built) tell(kind, scene);
    if (begun) return;
    begun = true;
    setTimeout(() => {
      built = true;
      if (walk.scene) tell('trace', walk.scene);
    });
  };
}

/** @param {readonly import('./page-parts.js').Panel[]} panels @param {import('./walk.js').Change} kind @param {Scene} scene */
function tellPanels(panels, kind, scene) {
  for (const panel of panels) panel.playing?.(scene);
  if (kind === 'trace') for (const panel of panels) panel.loaded?.(scene);
  if (kind !== 'play') for (const panel of panels) panel.update?.(scene);
}

/**
 * @param {HTMLElement} root takes the page; what is in it stays before it
 * @param {Options} options
 */
export function createGatewalk(root, {
  source, store, parts = PAGE, alone = false, keys = root, home = '', links = null, plotly = null, media = (query) => matchMedia(query), loaded = () => {},
}) {
  prepare(root, keys, parts.includes('header') ? 'page' : 'embed', store);
  const find = buildFrame(root, { parts, alone, home });
  const still = media('(prefers-reduced-motion: reduce)');
  const walk = new Walk({
    store,
    models: source.models,
    reduced: () => still.matches,
    animate: (from, to, pace) => stage.animate(from, to, { ...pace, reduced: still.matches }),
    changed,
  });
  const loading = new Loading({ source, store, walk, failed: (failure) => panels.forEach((panel) => panel.fail?.(failure)) });
  const trying = new Trying({ walk, loading, store });
  const stage = createStage({ find, overview: parts.includes('overview') ? find('overview') : null, walk, store, valves: source.runs ? beltValves(trying) : null, onSymbol: light, onAppend: source.runs ? (t, symbol) => append({ walk, loading }, t, symbol) : null });
  const director = new Director({ walk, reduced: () => still.matches });
  const page = { root, find, source, store, walk, loading, trying, keys, director, other: new OtherRun({ source, store, walk, changed: () => changed('moment') }), guide: parts.includes('header') ? createGuide(root, find, walk) : () => {}, light, media, links, plotly };
  const panels = Object.entries(PANELS).flatMap(([name, make]) => (root.querySelector(`[data-part="${name}"]`) ? [make(page)] : []));

  /** A symbol under the pointer lights its strip and wire, and its place in the formulas. @param {string | null} symbol */
  function light(symbol) {
    stage.highlight(symbol);
    lightFormulas(root, symbol);
  }

  const tell = laterAtFirst(walk, (kind, scene) => {
    tellPanels(panels, kind, scene);
    if (kind !== 'trace') return;
    if (!parts.includes('header')) write(find('heading'), sceneTitle(scene.model));
    loaded(scene);
  });

  /** @param {import('./walk.js').Change} kind */
  function changed(kind) {
    if (kind === 'play') director.heed();
    if (!walk.scene) return;
    if (kind === 'trace') page.other.follow();
    if (kind !== 'play') stage.update(walk.scene);
    tell(kind, walk.scene);
  }

  hearHands(root, keys, (by) => director.taken(by)); // before the keys' own deeds, which may set it going
  followPresent(root, store, () => stage.resize());
  listen(keys, walk, { help: () => panels.forEach((panel) => panel.help?.()), present: () => togglePresent(store), leave: () => leavePresent(store) });
  return {
    walk,
    /**
     * Shows the first moment.
     * @param {{ failure?: import('./api.js').Failure | null, fresh?: boolean }} [how] failure: what is wrong with what the
     *   state asks for; fresh: it asks for nothing, so a story is told
     */
    begin: ({ failure = null, fresh = false } = {}) => loading.begin(failure, director.opening(fresh)),
    /** Shows what the state says, after it has changed by itself. */
    restore() {
      director.close(); // who goes back to a moment is told no story there
      loading.restore();
    },
  };
}

/**
 * What both pages start with: the document that came with the page, the store, the theme, the belt and the walk.
 */

import { Store } from './state.js';
import { createBelt } from './views/belt/index.js';
import { createLetters } from './views/letters.js';
import { createMap } from './views/map/index.js';
import { Walk } from './walk.js';
import { exampleOf } from './wording.js';

/** @typedef {{ models: import('./api.js').Models, trace: import('./trace.js').TraceDocument | null, error: import('./api.js').Failure | null }} Boot */

/** @param {string} id @returns {HTMLElement} */
export function part(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no part #${id}`);
  return found;
}

/** @returns {Boot} */
const bootDocument = () => JSON.parse(part('boot').textContent ?? '{}');

const still = matchMedia('(prefers-reduced-motion: reduce)');

/** @param {string} theme */
function paint(theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Theme follows the state. @param {Store} store */
function followTheme(store) {
  paint(store.state.theme);
  store.subscribe((state) => paint(state.theme));
}

/**
 * @param {object} page
 * @param {(kind: import('./walk.js').Change, scene: import('./scene.js').Scene) => void} page.draw
 * @param {(failure: import('./api.js').Failure | null) => void} page.failed
 * @param {(symbol: string | null) => void} page.onSymbol
 */
export function start({ draw, failed, onSymbol }) {
  const boot = bootDocument();
  const store = new Store(location.search);
  followTheme(store);
  const host = part('belt');
  const belt = createBelt(host, {
    onUnit: (unit) => {
      walk.player.stop();
      walk.choose({ unit });
    },
    onSymbol,
  });
  host.addEventListener('pointerdown', () => walk.player.stop());
  // A browser also reports a pointer that rests while the picture moves beneath it: that is nobody taking control.
  host.addEventListener('pointermove', ({ target, movementX, movementY }) => {
    if ((movementX || movementY) && target instanceof Element && target.closest('[data-symbol]')) walk.player.stop();
  });
  const map = createMap(part('overview'), {
    onCell: (layer, t) => walk.unfold(layer, t, Infinity),
    onLayer: (layer) => walk.unfold(layer),
    onMode: (mode) => {
      store.set({ map: mode });
      if (walk.scene) map.update(walk.scene, mode);
    },
  });
  const spelling = part('letters');
  const letters = createLetters(spelling, {
    onFilter: (unit) => {
      walk.player.stop();
      walk.choose({ unit });
    },
  });

  /** A layer's picture: the belt, or the letters where it has no cell. @param {import('./scene.js').Scene} scene */
  function unfold(scene) {
    const spells = scene.picture.layout === null;
    host.hidden = spells;
    spelling.hidden = !spells;
    if (spells) {
      letters.update(scene);
      return;
    }
    belt.setModel(scene.layer, scene.model.letters ? 'by letters' : 'not known');
    if (!walk.motion) belt.render(scene.trace, scene.moment);
  }

  /** @type {Walk} */
  const walk = new Walk({
    store,
    models: boot.models,
    reduced: () => still.matches,
    animate: (from, to, speed) =>
      (walk.scene && from.layer === to.layer ? belt.animate(walk.scene.trace, from, to, { speed, reduced: still.matches }) : null),
    changed: (kind) => {
      const { scene } = walk;
      if (!scene) return;
      if (kind !== 'play') {
        unfold(scene);
        map.update(scene, store.state.map);
      }
      draw(kind, scene);
    },
    failed,
  });
  return { boot, store, belt, walk, still };
}

/**
 * Shows the first moment: what came with the page, or what the address asks for. Where that cannot be run, an example
 * stands in, below the message that says why.
 * @param {ReturnType<typeof start>} page
 */
export function begin({ boot, store, walk }) {
  const example = walk.model ? exampleOf(walk.model) : '';
  const { text } = store.state;
  // A link may hold valves shut; until the page can show that, it shows the sentence as it is.
  if (boot.trace && boot.trace.clamps.length === 0) walk.adopt(boot.trace);
  else if (boot.error?.field === 'text') walk.open(example, { push: false, excuse: true });
  else walk.open(text === '' ? example : text, { push: false, restart: false, excuse: boot.error !== null });
}

/**
 * The unfolded layer's picture and the overview above it, wired to the walk.
 */

import { createBelt } from './views/belt/index.js';
import { createLetters } from './views/letters.js';
import { createMap } from './views/map/index.js';
import { canPick } from './writing.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('./scene.js').Moment} Moment */

/**
 * @param {object} parts
 * @param {import('./frame.js').Find} parts.find
 * @param {HTMLElement | null} parts.overview where there is one
 * @param {import('./walk.js').Walk} parts.walk
 * @param {import('./state.js').Store} parts.store
 * @param {import('./views/belt/hold.js').Valves | null} parts.valves what of it can be held by hand; null where nothing can be run
 * @param {((t: number, symbol: string) => void) | null} parts.onAppend a symbol was picked to follow step t; null where nothing can be run
 * @param {(symbol: string | null) => void} parts.onSymbol the pointer is on what carries this symbol, or on nothing
 */
export function createStage({ find, overview, walk, store, valves, onAppend, onSymbol }) {
  const choose = (/** @type {number} */ unit) => {
    walk.player.stop();
    walk.choose({ unit });
  };
  const [host, spelling] = [find('belt'), find('letters')];
  const belt = createBelt(host, { onUnit: choose, onSymbol }, valves);
  const letters = createLetters(spelling, { onFilter: choose });
  const map = overview && createMap(overview, {
    onCell: (layer, t) => walk.unfold(layer, t, Infinity),
    onLayer: (layer) => walk.unfold(layer),
    onMode: (mode) => {
      store.set({ map: mode });
      if (walk.scene) map?.update(walk.scene, mode);
    },
  });
  host.addEventListener('pointerdown', () => walk.player.stop());
  // The next words in the picture are picked as those beside it are, which keys reach too.
  host.addEventListener('click', ({ target }) => {
    const row = target instanceof Element ? target.closest('.predict .row') : null;
    const symbol = row?.querySelector('[data-word]')?.getAttribute('data-word');
    if (symbol) onAppend?.(walk.moment.t, symbol);
  });
  // A browser also reports a pointer that rests while the picture moves beneath it: that is nobody taking control.
  host.addEventListener('pointermove', ({ target, movementX, movementY }) => {
    if ((movementX || movementY) && target instanceof Element && target.closest('[data-symbol]')) walk.player.stop();
  });

  /** The belt, or the letters where the layer has no cell. @param {Scene} scene */
  function unfold(scene) {
    const spells = scene.picture.layout === null;
    host.hidden = spells;
    spelling.hidden = !spells;
    if (spells) {
      letters.update(scene);
      return;
    }
    host.classList.toggle('picks', onAppend !== null && canPick(scene.model));
    belt.setModel(scene.layer, scene.model.letters ? 'by letters' : 'not known');
    if (!walk.motion) belt.update(scene.trace, scene.moment, scene.other);
  }
  return {
    highlight: belt.highlight,
    /** The place has another size, or another look. */
    resize() {
      belt.resize();
      if (walk.scene) unfold(walk.scene);
    },
    /** @param {Moment} from @param {Moment} to @param {import('./walk.js').Pace & { reduced: boolean }} how */
    animate: (from, to, how) => (walk.trace && from.layer === to.layer ? belt.animate(walk.trace, from, to, how) : null),
    /** @param {Scene} scene */
    update(scene) {
      unfold(scene);
      map?.update(scene, store.state.map);
    },
  };
}

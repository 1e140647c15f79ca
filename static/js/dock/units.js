/**
 * The units in the dock: measured at the word of the moment, asked for once it stands, one answer at a time.
 */

import { ApiError } from '../api.js';
import { createUnits } from '../views/dock/units/index.js';

/** @typedef {import('../scene.js').Scene} Scene */

const QUIET = 120; // ms that the word stands before it is asked about

/** The step that is asked about: this one or, while nothing is said yet, the first that says something. @param {Scene} scene */
function spoken({ trace, moment }) {
  for (let t = moment.t; t < trace.length; t += 1) if (trace.top(t).length) return t;
  return null;
}

/** @param {import('../page-parts.js').Page} page @param {HTMLElement} place */
export function makeUnits({ source, walk, loading }, place) {
  const view = createUnits(place, { onUnit({ layer, unit }) {
    if (layer !== walk.moment.layer) walk.unfold(layer);
    walk.choose({ unit });
  } });
  /** @type {{ trace: Scene['trace'], t: number } | null} */
  let shown = null;
  let [waits, busy] = [0, false];

  async function ask() {
    const { scene } = walk;
    const t = scene && spoken(scene);
    if (busy || !scene || !source.units || t === null || (shown?.trace === scene.trace && shown.t === t)) return;
    const asked = { trace: scene.trace, t };
    shown = asked;
    busy = true;
    try {
      const told = await source.units.here(asked);
      if (walk.trace === asked.trace && walk.scene) view.show(walk.scene, told);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error; // what is no failure of a source is a mistake of the page
      shown = null;
      loading.failed(error.failure);
      return;
    } finally {
      busy = false;
    }
    await ask(); // the word may be another by now
  }

  return {
    /** @param {Scene} scene */
    update(scene) {
      view.choose(scene.moment);
      if (!source.units) view.absent('This file holds one walk as it was. To erase a unit the sentence is run again, which Gatewalk itself can do.');
      clearTimeout(waits);
      waits = window.setTimeout(() => void ask(), QUIET);
    },
    hidden: () => clearTimeout(waits),
  };
}

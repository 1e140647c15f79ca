/**
 * The chosen unit's numbers, explained: the source's weights and the trace on show, written out.
 */

import { ApiError } from './api.js';
import { explain } from './explain.js';
import { renamed } from './formula.js';
import { asRead } from './gates.js';
import { tellFilter } from './letter-filters.js';
import { createArithmetic } from './views/arithmetic/index.js';
import { showFilter } from './views/filter-sum.js';
import { createTerms } from './views/terms.js';
import { quoted } from './wording.js';

/** @typedef {import('./scene.js').Scene} Scene */

/** The same with the names that the formulas have in this layer. @param {import('./api.js').Arithmetic} arithmetic @param {Scene['layer']} layer */
function asLayerReads(arithmetic, layer) {
  const turned = (/** @type {import('./formula.js').Tree | null} */ tree) => tree && renamed(tree, (name) => asRead(name, layer));
  return { ...arithmetic, signals: arithmetic.signals.map((written) => ({ ...written, formula: turned(written.formula), tree: turned(written.tree) })) };
}

/**
 * Opens the sum of the letter filter on show.
 * @param {import('./walk.js').Walk} walk @param {import('./source.js').TraceSource} source @param {HTMLDialogElement} window
 */
async function openFilter({ scene, player }, source, window) {
  if (!scene || !source.filter) return;
  player.stop();
  const { t, unit: filter } = scene.moment;
  showFilter(window, await source.filter({ trace: scene.trace, t, filter }));
}

/**
 * @param {object} parts
 * @param {HTMLElement} parts.place
 * @param {HTMLElement} parts.dialog for the terms of a sum
 * @param {import('./walk.js').Walk} parts.walk
 * @param {import('./source.js').TraceSource} parts.source
 * @param {(symbol: string | null) => void} parts.onSymbol
 */
export function createExplaining({ place, dialog, walk, source, onSymbol }) {
  const window = /** @type {HTMLDialogElement} */ (dialog);
  const terms = createTerms(window);
  const arithmetic = createArithmetic(place, { onTerms, onSymbol, onUnit: (by) => walk.choose({ unit: walk.moment.unit + by }) });

  /** @param {Scene} scene @param {string[]} [sums] the signals whose every term is asked for */
  async function ask({ trace, layer, moment }, sums = []) {
    const { t, unit } = moment;
    const { name: model, sha256 } = trace.model;
    const weights = await source.weights({ model, sha256, scales: trace.scales, layer: layer.name, unit });
    return asLayerReads(explain({ trace, layer, weights, clamps: trace.clamps, t, unit, terms: sums }), layer);
  }

  /** Why there is no answer; what is no failure of a source is a mistake of the page. @param {unknown} error */
  function refuse(error) {
    if (!(error instanceof ApiError)) throw error;
    arithmetic.fail(error.message);
  }

  /** Whether the walk still is where it was asked. @param {Scene} scene */
  function current({ trace, moment }) {
    const now = walk.moment;
    return walk.trace === trace && now.t === moment.t && now.unit === moment.unit && now.layer === moment.layer;
  }

  /** @param {string} signal */
  async function onTerms(signal) {
    const { scene } = walk;
    const declared = scene?.layer.signals.find((one) => one.name === signal);
    if (!scene || !declared) return;
    walk.player.stop();
    try {
      const found = await ask(scene, [signal]);
      terms.show(found, declared, quoted(scene.trace.read(scene.layer.name, scene.moment.t).text));
    } catch (error) {
      refuse(error);
    }
  }

  return {
    /** @param {Scene} scene */
    async update(scene) {
      const { unit, t } = scene.moment;
      arithmetic.wait(scene);
      if (scene.picture.layout === null) {
        const fired = scene.reached('fired');
        arithmetic.say(`Filter ${unit} at ${quoted(scene.trace.tokens[t]?.text ?? '')}`, fired ? tellFilter(scene, t, unit) : '', fired && source.filter ? () => void openFilter(walk, source, window).catch(refuse) : null);
        return;
      }
      try {
        const found = await ask(scene);
        if (current(scene)) arithmetic.update(walk.scene ?? scene, found);
      } catch (error) {
        refuse(error);
      }
    },
  };
}

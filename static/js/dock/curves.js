/**
 * The curves on the page: they follow the walk, and ask the source for the weights of the unit on show.
 */

import { ApiError } from '../api.js';
import { explain } from '../explain.js';
import { createCurves } from '../views/dock/curves/index.js';
import { unitWord } from '../wording.js';

/** @typedef {import('../scene.js').Scene} Scene */

/** @param {import('../page-parts.js').Page} page @param {HTMLElement} place @returns {import('../page-parts.js').DockView} */
export function makeCurves({ walk, source }, place) {
  const view = createCurves(place, (unit) => walk.choose({ unit }));

  /** @param {Scene} scene */
  async function show({ trace, layer, moment }) {
    const { t, unit } = moment;
    const { name: model, sha256 } = trace.model;
    const weights = await source.weights({ model, sha256, scales: trace.scales, layer: layer.name, unit });
    const now = walk.scene;
    if (!now || now.trace !== trace || now.moment.t !== t || now.moment.unit !== unit || now.layer.name !== layer.name) return;
    view.update(now, explain({ trace, layer, weights, clamps: trace.clamps, t, unit }));
  }

  return {
    update(scene) {
      if (!scene.layer.signals.some(({ tree }) => tree?.op === 'call')) {
        view.instead(`A ${unitWord(scene.layer)} of this layer is neither a σ nor a tanh.`);
        return;
      }
      show(scene).catch((error) => {
        if (!(error instanceof ApiError)) throw error;
        view.instead(error.message);
      });
    },
  };
}

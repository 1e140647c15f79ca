/**
 * The dock's view `gradient`, wired to the page: which prediction is asked about, and when it is drawn.
 */

import { ApiError } from '../api.js';
import { createGradientView } from '../views/dock/gradient/index.js';
import { Answers, PICTURES, stepOf } from './gradient-pictures.js';

/** @typedef {import('../scene.js').Scene} Scene */

/** The model to stand beside another: of the same group, with other states. @param {import('../api.js').ModelEntry} model @param {readonly import('../api.js').ModelEntry[]} others */
export function neighbour(model, others) {
  const states = (/** @type {import('../api.js').ModelEntry} */ one) => one.layers.at(-1)?.states.join() ?? '';
  return others.find((one) => one.group === model.group && states(one) !== states(model))?.name ?? '';
}

/** @param {import('../page-parts.js').Page} page @param {HTMLElement} place @returns {import('../page-parts.js').DockView} */
export function createGradientDock({ source, walk }, place) {
  /** @type {Answers | null} */
  let answers = null;
  /** @type {{ t: number, symbol: string } | null} a prediction that was chosen by hand */
  let picked = null;
  const chosen = { beside: '', factor: 1, mode: /** @type {import('../views/dock/gradient/index.js').Mode} */ ('words') };
  let turn = 0;
  /** @param {Partial<typeof chosen>} [change] */
  function again(change = {}) {
    Object.assign(chosen, change);
    if (walk.scene) update(walk.scene);
  }
  const view = createGradientView(place, {
    onPrediction(t) {
      picked = null;
      walk.player.stop();
      walk.toStep(t);
      again();
    },
    onSymbol(symbol) {
      picked = { t: (walk.scene && stepOf(walk.scene)) ?? 0, symbol };
      again();
    },
    onBeside: (beside) => again({ beside }),
    onFactor: (factor) => again({ factor }),
    onMode: (mode) => again({ mode }),
  });
  new ResizeObserver(() => again()).observe(view.plot);

  /** @param {Scene} scene */
  function loaded({ trace, model }) {
    if (answers?.trace === trace && answers.length === trace.length) return;
    if (answers?.trace.model.name !== trace.model.name) {
      const others = source.models.models.filter((one) => one.name !== model.name && one.task === model.task && one.reads === model.reads);
      chosen.beside = neighbour(model, others);
      view.models(others, chosen.beside);
    }
    [answers, picked] = [new Answers(source, trace), null];
  }

  /** @param {Scene} scene */
  async function update(scene) {
    const mine = (turn += 1);
    if (!source.gradient) return view.nothing('This file holds one run and no weights to go back through. Open Gatewalk itself for its gradients.');
    loaded(scene);
    const t = stepOf(scene);
    if (t === null || !answers) return view.nothing('Nothing is predicted yet: walk on to the first prediction.');
    const symbol = picked?.t === t ? picked.symbol : scene.trace.top(t)[0]?.[0] ?? '';
    const title = source.models.models.find(({ name }) => name === chosen.beside)?.title ?? chosen.beside;
    try {
      const show = await PICTURES[chosen.mode](scene, t, { ...chosen, answers, symbol, title });
      if (mine === turn) show(view);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error; // what is no failure of a source is a mistake of the page
      if (mine === turn) view.nothing(`${error.failure.message} ${error.failure.action}`);
    }
  }

  return { loaded, update };
}

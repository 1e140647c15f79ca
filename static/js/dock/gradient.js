/**
 * The dock's view `gradient`, wired to the page: which prediction is asked about, what the source tells of it, and when.
 */

import { ApiError } from '../api.js';
import { linesOf, rowsOf, vanished } from '../gradients.js';
import { createGradientView } from '../views/dock/gradient/index.js';
import { isRecurrent } from '../reading.js';
import { saidAt } from '../views/output/index.js';
import { quoted, readingOf } from '../wording.js';

/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {import('../gradients.js').Gradient} Gradient */

const KEPT = 60; // answers of one trace
const CLIP = 1; // the norm at which the shipped models were clipped when they learned

/** The model to stand beside another: of the same group, with other states. @param {import('../api.js').ModelEntry} model @param {readonly import('../api.js').ModelEntry[]} others */
export function neighbour(model, others) {
  const states = (/** @type {import('../api.js').ModelEntry} */ one) => one.layers.at(-1)?.states.join() ?? '';
  return others.find((one) => one.group === model.group && states(one) !== states(model))?.name ?? '';
}

/** @param {import('../page-parts.js').Page} page @param {HTMLElement} place @returns {import('../page-parts.js').DockView} */
export function createGradientDock({ source, walk }, place) {
  /** @type {Map<string, Promise<Gradient>>} */
  let kept = new Map();
  /** @type {import('../trace.js').TraceData | null} */
  let of = null;
  let length = 0;
  /** @type {{ t: number, symbol: string } | null} a prediction that was chosen by hand */
  let chosen = null;
  let beside = '';
  let factor = 1;
  let turn = 0;
  /** @type {Promise<import('../gradients.js').GradientMap> | null} */
  let whole = null;
  /** @type {import('../views/dock/gradient/index.js').Mode} */
  let mode = 'words';
  const again = () => {
    if (walk.scene) update(walk.scene);
  };
  const view = createGradientView(place, {
    onPrediction(t) {
      chosen = null;
      walk.player.stop();
      walk.toStep(t);
      again();
    },
    onSymbol(symbol) {
      chosen = { t: (walk.scene && stepOf(walk.scene)) ?? 0, symbol };
      again();
    },
    onBeside(model) {
      beside = model;
      again();
    },
    onFactor(chosenFactor) {
      factor = chosenFactor;
      again();
    },
    onMode(chosenMode) {
      mode = chosenMode;
      again();
    },
  });
  new ResizeObserver(again).observe(view.plot);

  /** The latest step whose prediction is known. @param {Scene} scene */
  function stepOf(scene) {
    const { moment, trace } = scene;
    for (let t = moment.t; t >= 0; t -= 1) if (saidAt(scene, t) && trace.top(t).length) return t;
    return null;
  }

  /** @param {Scene} scene @param {number} t @param {string} symbol @param {{ model?: string, scales?: readonly string[], clip?: number }} [more] */
  function ask({ trace }, t, symbol, more = {}) {
    const key = JSON.stringify([t, symbol, more]);
    const known = kept.get(key);
    if (known || !source.gradient) return known ?? Promise.reject(new RangeError('no gradient'));
    const asked = source.gradient({ trace, t, symbol, ...more });
    asked.catch(() => kept.delete(key));
    kept.set(key, asked);
    if (kept.size > KEPT) kept.delete(/** @type {string} */ (kept.keys().next().value));
    return asked;
  }

  /** @param {Scene} scene */
  function loaded(scene) {
    const { trace, model } = scene;
    if (trace === of && trace.length === length) return;
    if (trace.model.name !== of?.model.name) {
      const others = source.models.models.filter((one) => one.name !== model.name && one.task === model.task && one.reads === model.reads);
      beside = neighbour(model, others);
      view.models(others, beside);
    }
    [of, length, kept, chosen, whole] = [trace, trace.length, new Map(), null, null];
  }

  /** Its words, and what is known to be said. @param {Scene} scene */
  const sentence = (scene) => ({
    words: scene.trace.tokens.map(({ text }) => text),
    said: scene.trace.tokens.map((_, at) => (saidAt(scene, at) ? scene.trace.top(at)[0]?.[0] ?? null : null)),
  });

  /** The same prediction where the recurrent weights are scaled, with and without clipping. @param {Scene} scene @param {number} t */
  async function weights(scene, t) {
    const symbol = chosen?.t === t ? chosen.symbol : scene.trace.top(t)[0]?.[0] ?? '';
    const scales = factor === 1 ? [] : scene.trace.layers.filter(isRecurrent).map(({ name }) => `${name}.U=${factor}`);
    const [own, scaled, clipped] = await Promise.all([ask(scene, t, symbol), ask(scene, t, symbol, { scales }), ask(scene, t, symbol, { scales, clip: CLIP })]);
    const [before, after, short] = [own, scaled, clipped].map((one) => linesOf(one, scene.layer.name)[0]);
    if (!before || !after || !short) throw new RangeError('a layer without a state');
    const lines = [
      { ...before, name: 'other', hue: 'state', label: 'with the model’s own weights' },
      { ...after, name: 'whole', hue: 'candidate', label: `× ${factor}` },
      { ...short, name: 'direct', hue: 'forget', label: `× ${factor}, clipped at ${CLIP} at each step` },
    ];
    return () => view.weights({ ...sentence(scene), t, symbol, norms: scaled.words, strongest: scaled.strongest, lines }, factor, vanished(before, after, factor));
  }

  /** What one prediction owes to each word. @param {Scene} scene @param {number} t */
  async function words(scene, t) {
    const { trace, model, layer } = scene;
    const top = trace.top(t);
    const symbol = chosen?.t === t ? chosen.symbol : top[0]?.[0] ?? '';
    view.choices(top, symbol);
    const [gradient, other] = await Promise.all([ask(scene, t, symbol), beside ? ask(scene, t, symbol, { model: beside }).catch(() => null) : null]);
    const name = source.models.models.find((one) => one.name === beside)?.title ?? beside;
    const besides = other ? linesOf(other, layer.name, `${name}: `).slice(0, 1).map((line) => ({ ...line, name: 'other', hue: 'candidate' })) : [];
    return () => view.words({
      ...sentence(scene), t, symbol, norms: gradient.words, strongest: gradient.strongest,
      lines: [...linesOf(gradient, layer.name), ...besides],
    }, ` after ${quoted(trace.tokens[t]?.text ?? '')}`, readingOf(model).step);
  }

  /** What every prediction that is known owes to each word. @param {Scene} scene @param {number} t */
  async function map(scene, t) {
    const { trace, model } = scene;
    whole ??= /** @type {NonNullable<typeof source.gradientMap>} */ (source.gradientMap)({ trace, by: 'words' });
    const found = await whole;
    const values = rowsOf(found);
    const rows = found.targets.flatMap(({ t: at, symbol }, k) => (at !== null && saidAt(scene, at) ? [{ t: at, symbol, values: values[k] ?? new Float32Array() }] : []));
    return () => view.map({ words: trace.tokens.map(({ text }) => text), rows, t }, readingOf(model).step);
  }

  /** @param {Scene} scene */
  async function update(scene) {
    const mine = (turn += 1);
    if (!source.gradient) return view.nothing('This file holds one run and no weights to go back through. Open Gatewalk itself for its gradients.');
    const t = stepOf(scene);
    if (t === null) return view.nothing('Nothing is predicted yet: walk on to the first prediction.');
    try {
      const show = await { map, words, weights }[mode](scene, t);
      if (mine === turn) show();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error; // what is no failure of a source is a mistake of the page
      if (mine === turn) view.nothing(`${error.failure.message} ${error.failure.action}`);
    }
  }

  return { loaded, update };
}

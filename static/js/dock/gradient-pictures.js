/**
 * What the dock's view `gradient` shows of a moment, as values: asked of the source once each, and kept for the trace.
 */

import { linesOf, rowsOf, vanished } from '../gradients.js';
import { isRecurrent } from '../reading.js';
import { saidAt } from '../views/output/index.js';
import { quoted, readingOf } from '../wording.js';

/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {import('../gradients.js').Gradient} Gradient */
/** @typedef {ReturnType<typeof import('../views/dock/gradient/index.js').createGradientView>} View */
/** @typedef {{ answers: Answers, symbol: string, beside: string, title: string, factor: number }} Chosen beside: another model, and its title */
/** @typedef {(scene: Scene, t: number, chosen: Chosen) => Promise<(view: View) => void>} Picture */
/** @typedef {{ model?: string, scales?: readonly string[], clip?: number }} More */

const KEPT = 60; // answers of one trace
const CLIP = 1; // the norm at which the shipped models were clipped when they learned

/** The latest step whose prediction is known at the moment. @param {Scene} scene */
export function stepOf(scene) {
  for (let { t } = scene.moment; t >= 0; t -= 1) if (saidAt(scene, t) && scene.trace.top(t).length) return t;
  return null;
}

/** What a source tells of one trace. */
export class Answers {
  /** @param {import('../source.js').TraceSource} source @param {import('../trace.js').TraceData} trace */
  constructor(source, trace) {
    this.source = source;
    this.trace = trace;
    this.length = trace.length;
    /** @type {Map<string, Promise<Gradient>>} */
    this.kept = new Map();
    /** @type {Promise<import('../gradients.js').GradientMap> | null} */
    this.map = null;
  }

  /** @param {number} t @param {string} symbol @param {More} [more] */
  ask(t, symbol, more = {}) {
    const key = JSON.stringify([t, symbol, more]);
    const known = this.kept.get(key);
    if (known || !this.source.gradient) return known ?? Promise.reject(new RangeError('the source has no gradients'));
    const asked = this.source.gradient({ trace: this.trace, t, symbol, ...more });
    asked.catch(() => this.kept.delete(key));
    this.kept.set(key, asked);
    if (this.kept.size > KEPT) this.kept.delete(/** @type {string} */ (this.kept.keys().next().value));
    return asked;
  }

  /** Every prediction by every word. */
  whole() {
    if (!this.source.gradientMap) return Promise.reject(new RangeError('the source has no gradients'));
    this.map ??= this.source.gradientMap({ trace: this.trace, by: 'words' });
    return this.map;
  }
}

/** Its words, and what is known to be said. @param {Scene} scene */
const sentenceIn = (scene) => ({
  words: scene.trace.tokens.map(({ text }) => text),
  said: scene.trace.tokens.map((_, at) => (saidAt(scene, at) ? scene.trace.top(at)[0]?.[0] ?? null : null)),
});

/** What one prediction owes to each word. @type {Picture} */
async function words(scene, t, { answers, symbol, beside, title }) {
  const { trace, model, layer } = scene;
  const [gradient, other] = await Promise.all([answers.ask(t, symbol), beside ? answers.ask(t, symbol, { model: beside }).catch(() => null) : null]);
  const besides = other ? linesOf(other, layer.name, `${title}: `).slice(0, 1).map((line) => ({ ...line, name: 'other', hue: 'candidate' })) : [];
  const lines = [...linesOf(gradient, layer.name), ...besides];
  return (view) => {
    view.choices(trace.top(t), symbol);
    view.words({ ...sentenceIn(scene), t, symbol, norms: gradient.words, strongest: gradient.strongest, lines },
      ` after ${quoted(trace.tokens[t]?.text ?? '')}`, readingOf(model).step);
  };
}

/** The same prediction where the recurrent weights are scaled, with and without clipping. @type {Picture} */
async function weights(scene, t, { answers, symbol, factor }) {
  const scales = factor === 1 ? [] : scene.trace.layers.filter(isRecurrent).map(({ name }) => `${name}.U=${factor}`);
  const [own, scaled, clipped] = await Promise.all([answers.ask(t, symbol), answers.ask(t, symbol, { scales }), answers.ask(t, symbol, { scales, clip: CLIP })]);
  const [before, after, short] = [own, scaled, clipped].map((one) => linesOf(one, scene.layer.name)[0]);
  if (!before || !after || !short) throw new RangeError('a layer without a state');
  const lines = [
    { ...before, name: 'other', hue: 'state', label: 'with the model’s own weights' },
    { ...after, name: 'whole', hue: 'candidate', label: `× ${factor}` },
    { ...short, name: 'direct', hue: 'forget', label: `× ${factor}, clipped at ${CLIP} at each step` },
  ];
  return (view) => view.weights({ ...sentenceIn(scene), t, symbol, norms: scaled.words, strongest: scaled.strongest, lines }, factor, vanished(before, after, factor));
}

/** What every prediction that is known owes to each word. @type {Picture} */
async function map(scene, t, { answers }) {
  const found = await answers.whole();
  const values = rowsOf(found);
  const rows = found.targets.flatMap(({ t: at, symbol }, k) => (at !== null && saidAt(scene, at) ? [{ t: at, symbol, values: values[k] ?? new Float32Array() }] : []));
  return (view) => view.map({ words: sentenceIn(scene).words, rows, t }, readingOf(scene.model).step);
}

/** By the mode of the view. @type {Record<import('../views/dock/gradient/index.js').Mode, Picture>} */
export const PICTURES = { words, weights, map };

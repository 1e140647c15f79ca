/**
 * What is told of what is no vector of the picture: the belt, the bars under a word, a cell of the overview, what the
 * model says, a share, the scales.
 */

import { hueOf, isGate } from '../gates.js';
import { spelledAt, tellFilter, tellFired } from '../letter-filters.js';
import { magnitude, mean, shareOf } from '../narration/measures.js';
import { roleOf } from '../narration/step.js';
import { walked } from '../route.js';
import { percent, plain } from '../scales.js';
import { tellSurprise } from '../surprise.js';
import { quoted, readingOf, taskOf, unitWord, wayOf } from '../wording.js';
import { isKept, listed, makingOf, symbolIn, vectorAt, words } from './names.js';
import { hearer, valueOf } from './vectors.js';

/** @typedef {import('./types.js').Explanation} Explanation */
/** @typedef {import('../scene.js').Scene} Scene */

/** @type {Explanation} */
const NOTHING = { hue: 'state', symbol: [], name: '', says: [], formula: null, shape: [], value: null, from: [], to: [] };

/** The belt. @param {Scene} scene @returns {Explanation | null} */
export function explainBelt(scene) {
  const { layer, picture, model } = scene;
  const state = layer.signals.find(({ name }) => name === picture.memory?.state);
  if (!state) return null;
  const kept = `${state.name}_prev`;
  return {
    ...NOTHING, symbol: symbolIn(layer, state.name), name: `the belt: ${state.label}`,
    says: words(`Carries the ${state.label} from ${readingOf(model).step} to ${readingOf(model).step}. On its way only × and + touch it, unit by unit, so what lies on it can stay for as long as the gates let it.`),
    formula: state.tree ? { left: state.name, tree: state.tree } : null, shape: words(`${layer.units} values, one a unit`),
    value: valueOf(scene, state.name), from: symbolIn(layer, kept), to: symbolIn(layer, state.name),
  };
}

/** Whether a number is there, and the walk has come by it. @param {Scene} scene @param {string} layer @param {number} t @param {string} signal */
const hasCome = (scene, layer, t, signal) => t < scene.trace.length && scene.trace.arrived(layer, t) && walked(scene, layer, t, signal);

/** How a word was taken, once the walk has come to it. @param {Scene} scene @param {number} t */
const takenBy = ({ trace, moment }, t) => (t <= moment.t ? tellSurprise(trace, t) : '');

/** The bars of the gates under a word. @param {Scene} scene @param {number} t @returns {Explanation | null} */
export function explainBars(scene, t) {
  const { trace, layer, model } = scene;
  const name = trace.layerAt(layer.name, t) ?? layer.name;
  const entry = model.layers.find((one) => one.name === name);
  const gates = entry?.signals.filter(isGate) ?? [];
  if (!entry || !gates.length) return null;
  const told = gates.map(({ label, name: gate }) => words(hasCome(scene, name, t, gate) ? `${label} ${plain(mean(trace.values(name, gate, t)))}` : label));
  return {
    ...NOTHING, name: `how open the gates are at ${quoted(trace.told(t))}`, symbol: listed(gates.map((gate) => symbolIn(entry, gate.name))),
    says: [...words('A bar a gate, each as high as the gate is open on average over all units: '), ...listed(told), ...words('. Every unit counts the same.')],
    formula: { known: 'mean' }, shape: words(`${gates.length} means of ${entry.units} values`),
  };
}

/** The thin bar under a word. @param {Scene} scene @param {number} t @returns {Explanation} */
export function explainSurprise(scene, t) {
  const { trace, model } = scene;
  const { step } = readingOf(model);
  const told = takenBy(scene, t);
  return {
    ...NOTHING, name: `how unexpected ${quoted(trace.told(t))} was`,
    says: words(`The longer the bar, the less likely the model had thought this ${step}: 1 bit is a coin’s toss, 10 bits one in a thousand. ${told}`.trim()),
    formula: { known: 'bits' }, from: words(`what was predicted one ${step} before`),
  };
}

/** @param {Scene} scene @param {import('../api.js').LayerEntry} entry @param {import('../gates.js').Signal} output @param {number} t */
function saysCell(scene, entry, output, t) {
  const press = 'Press it to unfold it.';
  if (entry.kind === 'convolution') return `${hasCome(scene, entry.name, t, output.name) ? tellFired({ ...scene, t }) : 'The word as its letter filters see it.'} ${press}`;
  return `One step of this layer. Its bar is the ${output.label}, of the chosen unit or of all units on average, as chosen beside the overview. ${press}`;
}

/** A cell of the overview. @param {Scene} scene @param {string} layer @param {number} t @returns {Explanation | null} */
export function explainCell(scene, layer, t) {
  const { trace, model, moment: { unit } } = scene;
  const entry = model.layers.find(({ name }) => name === layer);
  const output = entry && entry.signals.find(({ name }) => name === makingOf(entry).output);
  if (!entry || !output) return null;
  const there = unit < entry.units && hasCome(scene, layer, t, output.name);
  const next = trace.following(layer, t);
  const goals = [
    ...(isKept(entry, output.name) && next !== null ? [words(`itself at ${quoted(trace.read(layer, next).text)}`)] : []),
    words(hearer({ ...scene, layer: entry })),
  ];
  return {
    ...NOTHING, hue: hueOf(output), symbol: symbolIn(entry, output.name), name: `${trace.role(layer)} at ${quoted(trace.read(layer, t).text)}`,
    says: words(saysCell(scene, entry, output, t)),
    shape: words(`${entry.units} values; reads ${entry.inputs}`),
    value: { unit, word: unitWord(entry), value: there ? trace.values(layer, output.name, t)[unit] ?? null : null, gate: false, waits: '' },
    to: listed(goals),
  };
}

/** What is said when the step is over. @param {Scene} scene @returns {Explanation} */
export function explainSaying(scene) {
  const { layer, model } = scene;
  const output = makingOf(layer).output;
  const hears = hearer(scene);
  const speaks = roleOf(scene.trace, layer.name) === 'says';
  const forecast = model.task === 'forecast';
  const says = forecast
    ? 'The hidden state times trained weights, added up, is the forecast.'
    : 'Every possible answer has a row of weights: the hidden state times it, added up, is its score. Softmax turns all scores into probabilities that add up to 1.';
  return {
    ...NOTHING, name: speaks ? taskOf(model.task).says : 'where the hidden state goes',
    says: words(speaks ? says : `Nothing is said here: the hidden state goes to ${hears}.`),
    formula: speaks && !forecast ? { known: 'softmax' } : null, from: symbolIn(layer, output), shape: words(`reads ${layer.units} values`),
  };
}

/**
 * How much of a vector is left in another: their magnitudes compared, so that a unit which holds much counts for much.
 * @param {Scene} scene @param {string} part @param {string} whole @returns {Explanation}
 */
export function explainShare(scene, part, whole) {
  const { layer } = scene;
  const [left, all] = [vectorAt(scene, part), vectorAt(scene, whole)];
  return {
    ...NOTHING, name: left && all && magnitude(all) ? percent(shareOf(left, all)) : 'a share', symbol: symbolIn(layer, part),
    says: words('How much of what was there is left: all magnitudes after the gate, added up, over all before it. A unit that holds much counts for much; the bars under the words and the blades of × count every unit the same.'),
    formula: { known: 'share' }, from: symbolIn(layer, whole), to: symbolIn(layer, part), shape: words(`${layer.units} values`),
  };
}

/** @type {Record<string, string>} */
const SCALES = {
  gate: 'A gate’s bar rises from the bottom: 0 is shut, 1 is open. The higher, the fuller its colour.',
  signed: 'A bar starts at the line in the middle: up and orange above zero, down and blue below it. The scale is logarithmic, so that small and large values are seen side by side; here it ends at ±1.',
  belt: 'On the belt values go farther, so its bars have a scale of their own, as far as this text needs: up and orange above zero, down and blue below it. It is logarithmic: a tenth of the longest is nearly half as long.',
};

/** @param {string} kind @returns {Explanation} */
export const explainScale = (kind) => ({ ...NOTHING, name: kind === 'gate' ? 'how open a gate is' : 'value of a unit', says: words(SCALES[kind] ?? '') });

/** What is meant by the shares in a phase's sentence. @returns {Explanation} */
export const explainMeasure = () => ({
  ...NOTHING, name: 'kept, let in, reveals',
  says: words('Each such share compares magnitudes: what is left after the gate, all units added up, over what there was before it. A unit that holds much counts for much. “Open” is another thing: the plain mean of the gate over all units.'),
  formula: { known: 'share' },
});

/** A word. @param {Scene} scene @param {number} t @returns {Explanation} */
export function explainWord(scene, t) {
  const { trace, model } = scene;
  const { step } = readingOf(model);
  const { known = true, role = '' } = trace.tokens[t] ?? {};
  const token = quoted(trace.told(t));
  const own = role === 'written' ? `The model wrote this ${step} itself, after the one before, and read it like any other.` : '';
  const said = role === 'output' ? 'The model says this itself, one after the other, until it says the sign for the end.' : '';
  const read = role ? '' : `One step: ${token} ${wayOf(model, known)}.`;
  return {
    ...NOTHING, name: token, says: words([own || said || read, takenBy(scene, t), 'Press it to go to where all of it is computed.'].filter(Boolean).join(' ')),
    shape: words(`${step} ${t + 1} of ${trace.total}`),
  };
}

/** One filter over the letters of the word. @param {Scene} scene @param {number} filter @returns {Explanation | null} */
export function explainFilter(scene, filter) {
  const { layer, model, moment: { t } } = scene;
  const found = spelledAt(scene, t).find((one) => one.filter === filter);
  if (!found || !model.letters) return null;
  return {
    ...NOTHING, hue: 'candidate', name: `filter ${filter}`, says: words(tellFilter(scene, t, filter)), formula: { known: 'filter' },
    shape: words(`one of ${layer.units} filters; sees ${model.letters.width} letters at a time, ${found.letters.length} places in all`),
    value: { unit: filter, word: unitWord(layer), value: found.value, gate: false, waits: '' },
    from: words('the vectors of the letters'), to: words(hearer(scene)),
  };
}

/**
 * What is told of a vector: a gate, a candidate, a product, a state, what is read.
 */

import { hueOf, isGate, symbolId } from '../gates.js';
import { roleOf } from '../narration/step.js';
import { capital, quoted, readingOf, unitWord, wayOf } from '../wording.js';
import { inputsOf, isKept, listed, makingOf, partOf, signalOf, symbolIn, usesOf, vectorAt, words } from './names.js';
import { shapeOf, weightsOf } from './shapes.js';

/** @typedef {import('./types.js').Runs} Runs */
/** @typedef {import('./types.js').Explanation} Explanation */
/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {import('../gates.js').Signal} Signal */

/** Between which two numbers it lies. @param {Signal} signal */
function between(signal) {
  const [low, high] = signal.range;
  if (low === null || high === null) return '';
  return `, between ${String(low).replace('-', '−')} and ${high}`;
}

/** @param {Scene} scene @param {Signal} signal */
function saysNew({ layer }, signal) {
  if (isGate(signal)) return `${signal.description ? `Says ${signal.description}. ` : ''}One number a ${unitWord(layer)}, from 0 (shut: nothing passes) to 1 (open: all of it does).`;
  const each = `one number a ${unitWord(layer)}${between(signal)}`;
  return signal.description ? `${capital(signal.description)}: ${each}.` : `${capital(each)}.`;
}

/** What the layer reads. @param {Scene} scene */
function saysRead({ trace, layer, model, moment: { t } }) {
  const { text, known } = trace.read(layer.name, t);
  const below = trace.below(layer.name);
  if (below) return `What ${trace.short(below.name)} holds at ${quoted(text)}, its hidden state, as ${layer.inputs} numbers: this layer reads it in place of the ${readingOf(model).step}.`;
  return `${capital(quoted(text))} as ${layer.inputs} numbers: it ${wayOf(model, known)}.`;
}

/** What the layer kept from the step before. @param {Scene} scene @param {Signal} signal */
function saysKept({ trace, layer, model, moment: { t } }, signal) {
  const { step } = readingOf(model);
  const back = trace.backward(layer.name);
  const from = trace.previous(layer.name, t);
  if (from !== null) {
    const order = back ? `the ${step} after, which it has read before` : `the ${step} before`;
    return `The ${signal.label} as ${quoted(trace.read(layer.name, from).text)} left it: ${order}.`;
  }
  const begins = trace.before(layer.name, signal.name, t).every((value) => value === 0);
  if (begins) return `The ${signal.label} before the ${back ? 'last' : 'first'} ${step}${back ? ', with which it begins' : ''}: all zero, nothing is remembered yet.`;
  return `The ${signal.label} that the encoder handed over: the last one of all that it read.`;
}

/** @param {Scene} scene @param {string} id @param {Signal} signal @returns {Runs} */
function fromOf({ trace, layer, model, moment: { t } }, id, signal) {
  if (partOf(layer, id)?.source === 'previous') {
    const from = trace.previous(layer.name, t);
    return from === null ? words('the beginning') : [...symbolIn(layer, signal.name), ...words(` of ${quoted(trace.read(layer.name, from).text)}`)];
  }
  if (signal.role !== 'input') return listed(inputsOf(layer, id).map((one) => symbolIn(layer, one)));
  const below = trace.below(layer.name);
  return words(below ? `h of ${trace.short(below.name)}` : `the ${readingOf(model).step} on show`);
}

/** Who hears what a layer hands on, by what it is for. @param {Scene} scene @returns {string} */
export function hearer({ trace, layer }) {
  const role = roleOf(trace, layer.name);
  const upper = trace.layers[trace.layers.findIndex(({ name }) => name === layer.name) + 1];
  if (role === 'up' && upper) return `${trace.short(upper.name)}, as its input`;
  return role === 'waits' ? 'the verdict, together with the other end' : role === 'reads' ? 'the decoder, after the last step' : 'what the model says';
}

/** @param {Scene} scene @param {string} id @param {Signal} signal @returns {Runs} */
function toOf(scene, id, signal) {
  const { layer, model } = scene;
  const goals = usesOf(layer, id).map((one) => symbolIn(layer, one));
  if (partOf(layer, id)?.source === 'now') {
    const way = layer.direction === 'backward' ? 'before' : 'after';
    if (isKept(layer, signal.name)) goals.push([...words(`the ${readingOf(model).step} ${way}, as `), ...symbolIn(layer, symbolId(signal.name, 'previous'))]);
    if (makingOf(layer).output === id) goals.push(words(hearer(scene)));
  }
  return listed(goals);
}

/** The chosen unit's number in a vector. @param {Scene} scene @param {string} id @returns {import('./types.js').Value | null} */
export function valueOf(scene, id) {
  const { layer, moment: { unit }, phases } = scene;
  const signal = signalOf(layer, id);
  if (!signal || signal.role === 'input') return null;
  const phase = phases.findIndex(({ signals }) => signals.includes(signal.name));
  return {
    unit, word: unitWord(layer), value: vectorAt(scene, id)?.[unit] ?? null, gate: isGate(signal),
    waits: phase < 0 ? '' : `comes in phase ${phase + 1}, ${phases[phase]?.title}`,
  };
}

/** A strip. @param {Scene} scene @param {string} id its symbol @returns {Explanation | null} */
export function explainVector(scene, id) {
  const { layer } = scene;
  const signal = signalOf(layer, id);
  const part = partOf(layer, id);
  if (!signal || !part) return null;
  const kept = part.source === 'previous';
  const says = kept ? saysKept(scene, signal) : signal.role === 'input' ? saysRead(scene) : saysNew(scene, signal);
  const made = !kept && signal.role !== 'input' && signal.tree ? signal.tree : null;
  const weights = weightsOf(layer, made);
  return {
    hue: hueOf(signal), symbol: symbolIn(layer, id), name: signal.label, says: words(says),
    formula: made && (signal.role === 'product' ? { tree: made } : { left: id, tree: made }),
    shape: [...(kept || signal.role === 'input' ? words(`${signal.role === 'input' ? layer.inputs : layer.units} values`) : shapeOf(layer, id)), ...(weights.length ? [...words('; weights '), ...weights] : [])],
    value: valueOf(scene, id), from: fromOf(scene, id, signal), to: toOf(scene, id, signal),
  };
}

/**
 * The tour: three steps, each of which points at a part of the picture. Made from the declared signals, so that a cell
 * that nobody has thought of has its tour too.
 */

import { memoryOf } from '../opening.js';
import { isRecurrent } from '../reading.js';
import { readingOf } from '../wording.js';

/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {{ title: string, text: string, points: string[][] }} Step points: of each place, the selectors of what lies there, inside the stage */

/** @param {string} signal */
const strip = (signal) => `[data-strip="${signal}"]`;

/** "the forget gate, the input gate and the output gate" @param {string[]} names */
function listed(names) {
  const all = names.map((name) => `the ${name}`);
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : all.join('');
}

/** Where the memory lies: on the belt as one, else where it comes in and where it leaves. @param {Scene['layer']} layer */
function placesOf(layer) {
  const memory = memoryOf(layer);
  const all = strip(memory?.name ?? 'h');
  return memory?.role === 'state' ? [['.bed', all]] : [[`${all}[data-source=previous]`], [`${all}[data-source=now]`]];
}

/** @param {Scene} scene @returns {Step} */
function memoryStep({ layer, model }) {
  const memory = memoryOf(layer);
  const { step } = readingOf(model);
  const name = memory?.label ?? 'state';
  const carried = memory?.role === 'state' ? 'carried along the belt' : 'handed on';
  return {
    title: `The ${name}`,
    text: `Here is what the network remembers: ${layer.units} numbers, one bar for each unit, ${carried} from ${step} to ${step}. Orange is above zero, blue below.`,
    points: placesOf(layer),
  };
}

/** @param {Scene} scene @returns {Step} */
function gatesStep({ layer, model }) {
  const { step } = readingOf(model);
  const gates = layer.signals.filter(({ role }) => role === 'gate');
  if (!gates.length) {
    return {
      title: 'No gates',
      text: `At each ${step} the whole state is made anew, from the ${step} and from the state before: nothing guards what was there. Gates were invented for that.`,
      points: placesOf(layer),
    };
  }
  return {
    title: gates.length === 1 ? 'The gate' : 'The gates',
    text: `${memoryOf(layer)?.role === 'state' ? 'What is kept, written and let out' : 'What is kept and what is new'} is decided by ${listed(gates.map(({ label }) => label))}: for each unit a number from 0, shut, to 1, open, computed from the ${step} and from the hidden state before.`,
    points: gates.map(({ name }) => [`${strip(name)}[data-source=now]`]),
  };
}

/** @param {Scene} scene @returns {Step} */
function unitStep({ layer, moment, model }) {
  const { step, whole } = readingOf(model);
  const memory = memoryOf(layer)?.name ?? 'h';
  return {
    title: 'One unit, and what is said',
    text: `The frame marks unit ${moment.unit}, in every strip. Choose another one by a click on its bar: its numbers are written out below, and the charts show it over the whole ${whole}. From the hidden state comes what the model says at this ${step}.`,
    points: [[`${strip(memory)}[data-source=now] .chosen`], ['.predict']],
  };
}

/** @param {Scene} scene of a layer with a state @returns {Step[]} */
export const tourOf = (scene) => [memoryStep(scene), gatesStep(scene), unitStep(scene)];

/** The layer whose tour it is: the one on show if it has a state, else the last one that has. @param {Scene} scene */
export const layerOfTour = ({ layer, model }) => (isRecurrent(layer) ? layer : model.layers.filter(isRecurrent).at(-1))?.name;

/**
 * The words of the story: what this is, and what each part of it shows.
 */

import { memoryOf } from '../opening.js';
import { digitsOf } from '../series.js';
import { plain } from '../scales.js';
import { cellOf, quoted, readingOf } from '../wording.js';

/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {import('../story.js').Chapter} Chapter */
/** @typedef {import('../story.js').Story} Story */

/** What a model does with what it remembers, by its task. @type {Record<string, string>} */
const AIMS = {
  'next-word': 'say the next word', 'next-letter': 'say the next letter', class: 'judge the whole', transduce: 'write its answer', forecast: 'forecast the next number',
};

/** An LSTM, a GRU @param {string} cell */
const article = (cell) => (/^([AEIOaeiou]|LSTM|RNN|[FHLMNRSX][A-Z])/.test(cell) ? 'An' : 'A');

/** What its memory is called. @param {Scene} scene */
const memoryIn = ({ model, layer }) => (memoryOf(layer) ?? model.layers.flatMap((one) => memoryOf(one) ?? [])[0])?.label ?? 'state';

/** What this is, in one sentence. @param {Scene} scene */
export function whatThisIs(scene) {
  const { step, whole } = readingOf(scene.model);
  const cell = cellOf(scene.model);
  return `${article(cell)} ${cell} reads a ${whole} ${step} by ${step}; its ${memoryIn(scene)} keeps what it needs to ${AIMS[scene.model.task] ?? 'answer'}.`;
}

/** What is said in the end: “French” @param {Scene} scene */
function verdictOf({ trace, model }) {
  if (model.task === 'forecast') {
    const made = trace.top(trace.length - 1)[0]?.[1];
    return made === undefined ? '' : plain(made, digitsOf(trace.tokens));
  }
  const said = trace.answer?.text ?? trace.top(trace.length - 1)[0]?.[0];
  return said === undefined ? '' : quoted(said);
}

/**
 * A part of the story in one sentence.
 * @param {Scene} scene @param {Story} story @param {Chapter} chapter
 */
export function tellChapter(scene, { turn }, chapter) {
  const { trace, moment, model } = scene;
  const { step } = readingOf(model);
  const unit = `unit ${moment.unit}`;
  const place = turn ? quoted(trace.read(turn.layer, turn.t).text) : '';
  const said = verdictOf(scene);
  const most = trace.lead(trace.length - 1)?.unit === moment.unit;
  return {
    reads: most ? `Follow the marked bar, ${unit}: it does most for ${said}, the prediction at the end.` : `Follow the marked bar, ${unit}.`,
    turns: `${place} changes ${unit} most: here phase by phase.`,
    carries: `On to the end: see how long ${unit} keeps ${place}.`,
    says: `The last ${step}: what ${unit} and the others let out becomes ${said}.`,
  }[chapter];
}

/** What to do once it is told. @param {Scene} scene @param {boolean} asks whether a text can be typed */
export function inviteTo({ model }, asks) {
  const { whole, step } = readingOf(model);
  return asks ? `Now you: type a ${whole} of your own below.` : `Now you: walk with → and ←, ${step} by ${step}.`;
}

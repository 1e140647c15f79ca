/**
 * What a step reads and what it says, in one plain sentence, for every kind of model.
 */

import { isRecurrent } from '../reading.js';
import { percent, plain, signed } from '../scales.js';
import { digitsOf, forecasts } from '../series.js';
import { capital, quoted, readingOf, wayOf } from '../wording.js';

/** @typedef {import('../trace.js').TraceData} TraceData */
/** @typedef {import('../layout/types.js').Told} Told */

/**
 * What a layer's hidden state is for, at whichever step: the model says something of it, or it goes up to another layer,
 * or waits for what reads from the other end, or the layer only reads, for another one to go on from there.
 * @param {TraceData} trace @param {string} layer
 * @returns {'says' | 'up' | 'waits' | 'reads'}
 */
export function roleOf(trace, layer) {
  const last = trace.layers.at(-1)?.name === layer;
  if (!trace.inTurn) return last ? 'says' : 'up';
  if (trace.layers.some(({ direction }) => direction === 'backward')) return trace.backward(layer) ? 'says' : 'waits';
  return last ? 'says' : 'reads';
}

/**
 * The same at one step: who speaks may have nothing to say there.
 * @param {TraceData} trace @param {string} layer @param {number} t
 */
export function voiceOf(trace, layer, t) {
  const role = roleOf(trace, layer);
  return role === 'says' && !trace.top(t).length ? 'reads' : role;
}

/** The place of a layer among those that lie on each other, from 1. @param {TraceData} trace @param {string} layer */
export const heightOf = (trace, layer) => trace.layers.filter(isRecurrent).findIndex(({ name }) => name === layer) + 1;

/** The phase "read". @param {Told} told */
export function tellRead({ trace, t, layer: { name: layer }, model }) {
  const token = trace.read(layer, t);
  const { step } = readingOf(model);
  const begins = trace.previous(layer, t) === null;
  const speaks = trace.tokens[t]?.role === 'output';
  const below = trace.below(layer);
  if (speaks && begins) return 'The decoder takes over the last states of the encoder, and reads the sign with which every answer begins.';
  if (speaks) return `It reads what it has just said, ${quoted(token.text)}, joined with its own hidden state of the step before.`;
  const own = token.role === 'written' && !below;
  const what = below ? `The hidden state of layer ${heightOf(trace, below.name)} at ${quoted(token.text)} is read in place of the ${step}` : `${own ? `The model wrote this ${step} itself and now reads it: ${quoted(token.text)}` : capital(quoted(token.text))} ${wayOf(model, token.known)}`;
  if (!begins) return `${what}; joined with the hidden state of the ${step} ${trace.backward(layer) ? 'after' : 'before'}.`;
  return `${what}; ${trace.backward(layer) ? `the last ${step} is the first on the way back` : `the first ${step}`}: nothing is remembered yet.`;
}

/** “x” with 41 % @param {[string, number]} one */
const held = ([text, p]) => `${quoted(text)} with ${percent(p)}`;

/** Whether the model goes on by itself after step t. @param {TraceData} trace @param {number} t */
const wroteAfter = (trace, t) => trace.tokens[t + 1]?.role === 'written';

/** @param {TraceData} trace @param {number} t */
function tellForecast(trace, t) {
  const { read, came, made } = forecasts(trace);
  const [last = 0, next = null, forecast = null] = [read[t], came[t + 1], made[t]];
  if (forecast === null) return '';
  const digits = digitsOf(trace.tokens);
  const told = `Forecast of the next number: ${plain(forecast, digits)}${came[t] === null ? ', a forecast of forecasts' : ''}`;
  if (wroteAfter(trace, t)) return `${told}; it is read next, as if it had come.`;
  if (next === null) return `${told}; what comes is not known yet.`;
  return `${told}; ${plain(next, digits)} came, so it is ${signed(forecast - next, digits)} off, the last value ${signed(last - next, digits)}.`;
}

/** @param {TraceData} trace @param {number} t */
function tellSaid(trace, t) {
  const [first, second] = trace.top(t);
  if (!first) return '';
  const end = t === trace.total - 1 && trace.answer?.stopped;
  const other = second ? `; ${quoted(second[0])} had ${percent(second[1])}` : '';
  if (end === 'end') return `It says ${held(first)}${other}. With that it stops.`;
  return `It says ${held(first)}${other}.${end === 'limit' ? ' It is stopped here: the limit is reached.' : ''}`;
}

/** Nothing is said: what the layer holds goes on to its own next step, and after the last one to the decoder. @param {TraceData} trace @param {string} layer @param {number} t @param {string} whole @param {string} step */
function tellHanded(trace, layer, t, whole, step) {
  const next = trace.following(layer, t);
  if (next === null) return `All of the ${whole} is read: the decoder begins with these states, and with nothing else of it.`;
  return `Nothing is said yet: the states are handed on to the next ${step}; the encoder reads the whole ${whole} first.`;
}

/** The last phase: "predict", or "pass up", or "hand over". @param {Told} told */
export function tellSays({ trace, t, layer: { name: layer }, model }) {
  const [first, second] = trace.top(t);
  const { step, whole } = readingOf(model);
  const voice = voiceOf(trace, layer, t);
  if (voice === 'up') return `The hidden state goes up: layer ${heightOf(trace, layer) + 1} reads it in place of the ${step}.`;
  if (voice === 'waits') return `Half of what the verdict is made of: the other end has still to read the ${whole}.`;
  if (voice === 'reads' || !first) return tellHanded(trace, layer, t, whole, step);
  if (model.task === 'forecast') return tellForecast(trace, t);
  if (model.task === 'transduce') return tellSaid(trace, t);
  const then = second ? `, then ${held(second)}` : '';
  if (model.task === 'class') return `What both ends know at ${quoted(trace.tokens[t]?.text ?? '')}: ${held(first)}${then}.`;
  const goes = wroteAfter(trace, t) ? ` It goes on with ${quoted(trace.tokens[t + 1]?.text ?? '')}.` : '';
  return `Next ${step}: ${held(first)}${then}.${goes}`;
}

/**
 * A phase in one plain sentence, made from the step's own numbers.
 */

import { quoted } from './kinds.js';
import { percent, plain, signed } from './scales.js';
import { tellFired } from './spelling.js';
import { tellRead, tellSays } from './telling.js';

/** @typedef {import('./trace.js').TraceData} TraceData */
/** @typedef {{ t: number, phase: number, unit: number, layer: string }} Moment */

/** @param {Iterable<number>} values */
export function magnitude(values) {
  let sum = 0;
  for (const value of values) sum += Math.abs(value);
  return sum;
}

/** @param {Float32Array} values */
export function mean(values) {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/**
 * The place of the largest value by `weigh`.
 * @param {Float32Array} values @param {(value: number) => number} weigh
 */
export function strongest(values, weigh) {
  let best = 0;
  values.forEach((value, k) => {
    if (weigh(value) > weigh(/** @type {number} */ (values[best]))) best = k;
  });
  return best;
}

/** @type {Record<string, (trace: TraceData, moment: Moment, word: string, model: import('./api.js').ModelEntry) => string>} */
const SENTENCES = {
  spell: (trace, moment, word) => `${word} is taken letter by letter, between a start and an end mark.`,
  fire: (trace, { t }, word, model) => tellFired({ trace, model }, t),
  read: (trace, moment, word, model) => tellRead(trace, moment, model),
  forget: (trace, { t, layer }) => {
    const before = magnitude(trace.before(layer, 'c', t));
    if (before === 0) return 'The belt is still empty: there is nothing to forget.';
    const kept = magnitude(trace.values(layer, 'fc', t)) / before;
    const f = trace.values(layer, 'f', t);
    const unit = strongest(f, (value) => -value);
    return `The forget gate kept ${percent(kept)} of the memory; it was most closed at unit ${unit} (${plain(f[unit] ?? 0)}).`;
  },
  trade: (trace, { t, layer }) => {
    const f = mean(trace.values(layer, 'f', t));
    const stands = `The one valve stands ${percent(f)} open for the old, and so ${percent(1 - f)} for the new`;
    const before = magnitude(trace.before(layer, 'c', t));
    if (before === 0) return `${stands}; the belt is still empty.`;
    return `${stands}: it kept ${percent(magnitude(trace.values(layer, 'fc', t)) / before)} of the memory.`;
  },
  admit: (trace, { t, layer }) => {
    const ig = trace.values(layer, 'ig', t);
    const unit = strongest(ig, Math.abs);
    return `As far as the old was let go, the new is let in; unit ${unit} writes most: ${signed(ig[unit] ?? 0)}.`;
  },
  reset: (trace, { t, layer }) => {
    if (magnitude(trace.before(layer, 'h', t)) === 0) return 'Nothing is remembered yet: there is no past to reset.';
    const r = trace.values(layer, 'r', t);
    const unit = strongest(r, (value) => -value);
    const most = `it is most closed at unit ${unit} (${plain(r[unit] ?? 0)})`;
    return `The reset gate shows the candidate ${percent(mean(r))} of the past on average; ${most}.`;
  },
  propose: (trace, { t, layer }, word) => {
    const n = trace.values(layer, 'n', t);
    const unit = strongest(n, Math.abs);
    return `From ${word} and the past that was let through comes the candidate; it is strongest at unit ${unit}: ${signed(n[unit] ?? 0)}.`;
  },
  weigh: (trace, { t, layer }) => {
    const zn = trace.values(layer, 'zn', t);
    const unit = strongest(zn, Math.abs);
    const writes = `as far as it is shut, the candidate gets in, most at unit ${unit}: ${signed(zn[unit] ?? 0)}`;
    const before = magnitude(trace.before(layer, 'h', t));
    if (before === 0) return `There is no old state to keep; ${writes}.`;
    return `The update gate keeps ${percent(magnitude(trace.values(layer, 'zh', t)) / before)} of the state; ${writes}.`;
  },
  blend: (trace, { t, layer, unit }) => {
    const was = trace.before(layer, 'h', t)[unit] ?? 0;
    const is = trace.values(layer, 'h', t)[unit] ?? 0;
    return `What was kept and what was written add up: unit ${unit} goes from ${signed(was)} to ${signed(is)}.`;
  },
  write: (trace, { t, layer }) => {
    const ig = trace.values(layer, 'ig', t);
    const unit = strongest(ig, Math.abs);
    return `The input gate let in ${percent(mean(trace.values(layer, 'i', t)))} on average; unit ${unit} writes most: ${signed(ig[unit] ?? 0)}.`;
  },
  update: (trace, { t, layer, unit }) => {
    const was = trace.before(layer, 'c', t)[unit] ?? 0;
    const is = trace.values(layer, 'c', t)[unit] ?? 0;
    return `What was kept and what was written add up: unit ${unit} goes from ${signed(was)} to ${signed(is)}.`;
  },
  reveal: (trace, { t, layer }) => {
    const shown = magnitude(trace.values(layer, 'h', t)) / (magnitude(trace.values(layer, 'tanh_c', t)) || 1);
    const h = trace.values(layer, 'h', t);
    const unit = strongest(h, Math.abs);
    return `The output gate reveals ${percent(shown)} of the squashed memory; unit ${unit} speaks loudest: ${signed(h[unit] ?? 0)}.`;
  },
  compute: (trace, { t, layer, unit }) => `The new hidden state replaces the old one: unit ${unit} is now ${signed(trace.values(layer, 'h', t)[unit] ?? 0)}.`,
  predict: (trace, moment, word, model) => tellSays(trace, moment, model),
};

/**
 * @param {TraceData} trace @param {Moment} moment @param {string} phase its name @param {import('./api.js').ModelEntry} model
 * @returns {string}
 */
export function sentenceOf(trace, moment, phase, model) {
  const say = SENTENCES[phase];
  return say ? say(trace, moment, quoted(trace.read(moment.layer, moment.t).text), model) : '';
}

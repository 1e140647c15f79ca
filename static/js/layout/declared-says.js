/**
 * What the phases of a layer say that the page knows by its declaration alone: labels, descriptions and numbers.
 */

import { isGate } from '../gates.js';
import { mean, strongest } from '../narration/measures.js';
import { tellRead } from '../narration/step.js';
import { percent, plain, signed } from '../scales.js';
import { capital } from '../wording.js';

/** @typedef {import('./types.js').Told} Told */
/** @typedef {import('../gates.js').Signal} Signal */

/** @param {Signal} signal */
const called = ({ label, description }) => (description ? `${label} (${description})` : label);

/**
 * A signal that is new: how open a gate is, how a state of the chosen unit changed, where all others are strongest.
 * @param {Signal} signal @param {Told} told @param {boolean} kept whether the next step finds it
 */
function tellNew(signal, { now, before, unit }, kept) {
  const values = now(signal.name);
  if (kept) return `${called(signal)}: unit ${unit} goes from ${signed(before(signal.name)[unit] ?? 0)} to ${signed(values[unit] ?? 0)}`;
  const most = strongest(values, Math.abs);
  if (isGate(signal)) return `${called(signal)}: ${percent(mean(values))} open on average, most at unit ${most} (${plain(values[most] ?? 0)})`;
  return `${called(signal)}: strongest at unit ${most}, ${signed(values[most] ?? 0)}`;
}

/**
 * @param {readonly Signal[]} signals new in the phase @param {ReadonlySet<string>} states
 * @returns {(told: Told) => string}
 */
export const sayNew = (signals, states) => (told) => `${capital(signals.map((signal) => tellNew(signal, told, states.has(signal.name))).join('; '))}.`;

/** The phase "read" of a layer without a state. @param {Told} told */
const readAlone = ({ word }) => `${capital(word)} is read by itself: nothing is remembered from one step to the next.`;

/** @param {boolean} recurs whether the layer hands a state on */
export const sayRead = (recurs) => (recurs ? tellRead : readAlone);

/**
 * What the phases of the LSTM and its relatives say, each in one sentence.
 */

import { magnitude, mean, shareOf, strongest } from '../narration/measures.js';
import { percent, plain, signed } from '../scales.js';

/** @typedef {import('./types.js').Told} Told */

/** @param {Told} told */
export function forget({ now, before }) {
  const was = magnitude(before('c'));
  if (was === 0) return 'The belt is still empty: there is nothing to forget.';
  const f = now('f');
  const unit = strongest(f, (value) => -value);
  return `The forget gate kept ${percent(shareOf(now('fc'), before('c')))} of the memory; it was most closed at unit ${unit} (${plain(f[unit] ?? 0)}).`;
}

/** Coupled gates: what f shuts off, i lets in. @param {Told} told */
export function trade({ now, before }) {
  const open = mean(now('f'));
  const stands = `On average the one valve stands ${percent(open)} open for the old, and so ${percent(1 - open)} for the new`;
  const was = magnitude(before('c'));
  return was === 0 ? `${stands}; the belt is still empty.` : `${stands}: it kept ${percent(shareOf(now('fc'), before('c')))} of the memory.`;
}

/** @param {Told} told */
export function write({ now }) {
  const written = now('ig');
  const unit = strongest(written, Math.abs);
  return `The input gate let in ${percent(shareOf(written, now('g')))} of the candidate; unit ${unit} writes most: ${signed(written[unit] ?? 0)}.`;
}

/** @param {Told} told */
export function admit({ now }) {
  const written = now('ig');
  const unit = strongest(written, Math.abs);
  return `As far as the old was let go, the new is let in; unit ${unit} writes most: ${signed(written[unit] ?? 0)}.`;
}

/** @param {Told} told */
export function reveal({ now }) {
  const h = now('h');
  const unit = strongest(h, Math.abs);
  return `The output gate reveals ${percent(shareOf(h, now('tanh_c')))} of the squashed memory; unit ${unit} speaks loudest: ${signed(h[unit] ?? 0)}.`;
}

/**
 * What the GRU's phases say, each in one sentence.
 */

import { magnitude, mean, shareOf, strongest } from '../narration/measures.js';
import { percent, plain, signed } from '../scales.js';

/** @typedef {import('./types.js').Told} Told */

/** @param {Told} told */
export function reset({ now, before }) {
  if (magnitude(before('h')) === 0) return 'Nothing is remembered yet: there is no past to reset.';
  const r = now('r');
  const unit = strongest(r, (value) => -value);
  return `The reset gate, which shows the past to the candidate, is ${percent(mean(r))} open on average; it is most closed at unit ${unit} (${plain(r[unit] ?? 0)}).`;
}

/** @param {Told} told */
export function propose({ now, word }) {
  const n = now('n');
  const unit = strongest(n, Math.abs);
  return `From ${word} and the past that was let through comes the candidate; it is strongest at unit ${unit}: ${signed(n[unit] ?? 0)}.`;
}

/** @param {Told} told */
export function weigh({ now, before }) {
  const written = now('zn');
  const unit = strongest(written, Math.abs);
  const writes = `as far as it is shut, the candidate gets in, most at unit ${unit}: ${signed(written[unit] ?? 0)}`;
  const was = magnitude(before('h'));
  if (was === 0) return `There is no old state to keep; ${writes}.`;
  return `The update gate keeps ${percent(shareOf(now('zh'), before('h')))} of the state; ${writes}.`;
}

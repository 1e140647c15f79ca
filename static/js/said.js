/**
 * What the model says, explained: the source's weights and the trace on show, written out in the window of terms.
 */

import { ApiError } from './api.js';
import { digitsOf } from './series.js';
import { showLogit } from './views/logit.js';
import { quoted } from './wording.js';

/** @typedef {import('./trace.js').TraceData} TraceData */

/** What is written out, as the window's heading. @param {TraceData} trace @param {number | null} t @param {string} symbol */
export function titleOf(trace, t, symbol) {
  const { task } = trace.model;
  if (t === null) return `The verdict ${quoted(symbol)}: every term`;
  const after = quoted(trace.tokens[t]?.text ?? '');
  if (task === 'forecast') return `The forecast after ${trace.tokens[t]?.text}: every term`;
  if (task === 'class') return `${quoted(symbol)} at ${after}: every term`;
  if (task === 'transduce') return `${quoted(symbol)} as step ${t - trace.tokens.findIndex(({ role }) => role === 'output') + 1}: every term`;
  return `${quoted(symbol)} after ${after}: every term`;
}

/**
 * @param {import('./page-parts.js').Page} page
 * @returns {((t: number | null, symbol: string) => void) | null} opens the window; null where there is none
 */
export function createSaid({ root, source, walk, loading }) {
  const found = root.querySelector('[data-part="terms"]');
  if (!(found instanceof HTMLDialogElement)) return null;
  const dialog = found;

  /** @param {string} layer @param {number} unit */
  function onUnit(layer, unit) {
    dialog.close();
    if (layer !== walk.moment.layer) walk.unfold(layer);
    walk.choose({ unit });
  }

  return async (t, symbol) => {
    const { trace } = walk;
    if (!trace) return;
    walk.player.stop();
    try {
      const logit = await source.logit({ trace, t, symbol });
      if (walk.trace === trace) showLogit(dialog, logit, { title: titleOf(trace, t, symbol), places: digitsOf(trace.tokens), onUnit });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error; // what is no failure of a source is a mistake of the page
      loading.failed(error.failure);
    }
  };
}

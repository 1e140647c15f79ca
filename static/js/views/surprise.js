/**
 * The line below the words: how the model took the present one, how it took the sentence so far, and what of it it wrote
 * itself.
 */

import { html, set, write } from '../dom.js';
import { plain } from '../scales.js';
import { perplexityUpTo, tellSurprise } from '../surprise.js';
import { quoted, readingOf } from '../wording.js';

/** @param {HTMLElement} host */
export function createSurprise(host) {
  const told = html('p', { class: 'told' });
  const value = html('b');
  const mean = html('p', { class: 'perplexity', tabindex: '0' }, 'perplexity so far ', value);
  const mark = html('p', { class: 'own' });
  host.append(told, mark, mean);
  return {
    /** @param {import('../scene.js').Scene} scene */
    update({ trace, moment, model }) {
      const { t } = moment;
      const { step, steps } = readingOf(model);
      // Where words surprise it there is always something here, so that nothing jumps when the walk begins.
      const takes = trace.surprise(0) !== undefined;
      const sentence = tellSurprise(trace, t);
      const found = perplexityUpTo(trace, t);
      const { written } = trace;
      set(host, 'aria-live', trace.complete ? 'polite' : 'off'); // word upon word would never be heard to its end
      write(told, sentence ? `${quoted(trace.tokens[t]?.text ?? '')}: ${sentence}` : `Of the first ${step} nothing was expected.`);
      told.hidden = mean.hidden = !takes;
      write(value, found ? plain(found.value, found.value < 100 ? 1 : 0) : '–');
      set(mean, 'data-perplexity', found?.value);
      set(mean, 'title', found ? `2 to the mean of the bits of ${found.count} ${found.count === 1 ? step : steps}: as unsure as if it chose among ${plain(found.value, 0)} equally likely ones each time` : null);
      mark.hidden = written === 0;
      write(mark, model.task === 'forecast' ? `${written} ${written === 1 ? 'forecast' : 'forecasts of forecasts'}` : `${written} ${written === 1 ? step : steps} written by the model itself`);
      host.hidden = !takes && mark.hidden;
    },
  };
}

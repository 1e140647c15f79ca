/**
 * The phase in words: its title and one sentence, read out by a screen reader at each step.
 */

import { html, write } from '#js/dom.js';
import { sentenceOf } from '#js/summary.js';

/** @param {HTMLElement} host */
export function createNarration(host) {
  const title = html('strong');
  const sentence = html('span');
  host.append(title, ' ', sentence);
  return {
    /** @param {import('#js/walk.js').Scene} scene */
    update({ trace, moment, phases }) {
      const phase = phases[moment.phase];
      if (!phase) return;
      write(title, `${moment.phase + 1} · ${phase.title}`);
      write(sentence, moment.t < trace.length ? sentenceOf(trace, moment, phase.name) : '');
    },
  };
}

/**
 * The phase in one plain sentence, read out by a screen reader at each step.
 */

import { html, set, write } from '../dom.js';
import { sentenceOf } from '../narration/told.js';

/** @param {HTMLElement} host */
export function createNarration(host) {
  // The row of phases shows the title; only a screen reader needs it here.
  const title = html('span', { class: 'visually-hidden' });
  const sentence = html('span');
  host.append(title, ' ', sentence);
  return {
    /** @param {import('../scene.js').Scene} scene */
    update(scene) {
      const { trace, moment, phases } = scene;
      const phase = phases[moment.phase];
      if (!phase) return;
      set(host, 'aria-live', trace.complete ? 'polite' : 'off'); // what goes by while it writes would never be heard to its end
      write(title, `${moment.phase + 1} · ${phase.title}`);
      const told = moment.t < trace.length ? sentenceOf(phase, scene) : '';
      write(sentence, told);
      // What is left of a vector can be asked about; what is said in per cent is a probability, and plain.
      set(sentence, 'data-explain', moment.phase < phases.length - 1 && told.includes('%') ? 'measure' : null);
    },
  };
}

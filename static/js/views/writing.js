/**
 * "Let it write": the button that lets the model go on from the sentence, and stops it, and the one that shows how it is
 * to choose.
 */

import { html, set, write } from '../dom.js';
import { readingOf } from '../wording.js';
import { createSettings } from './writing-settings.js';

/** @typedef {import('../writing.js').Writing} Writing */
/** @typedef {import('../api.js').ModelEntry} ModelEntry */

const COUNTS = { words: 30, letters: 120, numbers: 12 }; // to begin with
const START = { temperature: 0.7, top_k: 0, seed: 1 };

/** @param {string} panel the id of what the second one opens */
const makeButtons = (panel) => ({
  go: html('button', { type: 'button', class: 'write' }),
  open: html('button', { type: 'button', class: 'write-settings', 'aria-label': 'how it writes', title: 'how it writes', 'aria-expanded': 'false', 'aria-controls': panel }, '⚙'),
});

/**
 * @param {{ bar: HTMLElement, place: HTMLFormElement }} hosts bar takes the buttons, place the settings
 * @param {object} how
 * @param {number} how.steps the most there may be
 * @param {(settings: Writing) => void} how.onWrite
 * @param {() => void} how.onStop
 * @param {(settings: Writing) => boolean} how.more whether it would go on with what it wrote
 */
export function createWriting({ bar, place }, { steps, onWrite, onStop, more }) {
  const { go, open } = makeButtons(place.id);
  const ask = () => settings.valid() && onWrite(settings.values());
  const settings = createSettings(place, { steps, onChange: label, onAsk: ask });
  const heard = html('span', { class: 'visually-hidden', role: 'status' });
  bar.append(html('span', { class: 'writing', role: 'group', 'aria-label': 'writing on' }, go, open, heard));
  const now = { writes: false, full: false };
  /** What is told of already. @type {{ model: string, trace: import('../trace.js').TraceData | null }} */
  const shown = { model: '', trace: null };

  function label() {
    const { writes, full } = now;
    write(go, writes ? '■ Stop' : more(settings.values()) ? '✎ Write on' : '✎ Let it write');
    go.classList.toggle('stops', writes);
    set(go, 'title', writes ? 'what is written stays' : full ? `${steps} steps are the limit` : 'the model goes on by itself');
    go.disabled = full && !writes;
  }
  go.addEventListener('click', () => (now.writes ? onStop() : ask()));
  open.addEventListener('click', () => {
    place.hidden = !place.hidden;
    set(open, 'aria-expanded', String(!place.hidden));
    if (!place.hidden) settings.focus();
  });
  return {
    /** Another trace, or model: what can be asked for there, and what was. @param {ModelEntry} entry @param {import('../trace.js').TraceData} trace */
    show(entry, trace) {
      const forecasts = entry.task === 'forecast';
      if (shown.model !== entry.name) settings.fill({ ...START, ...(forecasts ? { temperature: 0 } : {}), words: COUNTS[entry.reads] });
      if (shown.trace !== trace && trace.writing) {
        const { temperature, top_k, seed } = trace.writing;
        settings.fill(temperature > 0 ? { temperature, top_k, seed } : { temperature });
      }
      Object.assign(shown, { model: entry.name, trace });
      settings.name(readingOf(entry).steps, !forecasts);
    },
    /** @param {{ writes: boolean, can: boolean, full: boolean, wrote: string }} state full: there is no room for more; wrote: how much there is */
    update({ writes, can, full, wrote }) {
      if (writes !== now.writes) write(heard, writes ? '' : wrote);
      Object.assign(now, { writes, full });
      label();
      for (const button of [go, open]) button.hidden = !can;
      if (can) return;
      place.hidden = true;
      set(open, 'aria-expanded', 'false');
    },
  };
}

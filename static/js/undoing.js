/**
 * Undo and redo of what hands did to a run, by keys and buttons; the browser's Back does the same.
 */

import { askedBy } from './loading.js';
import { Past } from './past.js';
import { RunRequest } from './run-request.js';

/** @typedef {import('./trace.js').TraceData} TraceData */

/** Whether somebody types. @param {EventTarget | null} target */
const types = (target) => target instanceof Element && target.matches('textarea, input[type=text], input[type=number]');

export class Undoing {
  /** @param {import('./trying.js').Trying} trying */
  constructor(trying) {
    this.trying = trying;
    this.past = new Past();
    /** @type {TraceData | null} */
    this.shown = null;
    /** What was on show before the last touch. @type {TraceData | null} */
    this.was = null;
  }

  /** A run is on show. @param {TraceData} trace */
  come(trace) {
    const { latest } = this.trying;
    const run = String(askedBy(trace));
    const byHand = latest?.run === run;
    const more = byHand && latest.more;
    const other = this.shown === null || this.shown.model.name !== trace.model.name;
    if (trace !== this.shown && !more) this.was = byHand && !other ? this.shown : null;
    this.shown = trace;
    if (other) this.past.begin(run);
    else this.past.come(run, more);
  }

  /** @param {string | null} run */
  go(run) {
    if (run !== null) this.trying.ask(RunRequest.parse(run));
  }

  undo() {
    this.go(this.past.before);
  }

  redo() {
    this.go(this.past.after);
  }

  /** @param {EventTarget} keys where keys are heard */
  hear(keys) {
    keys.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || !(event.ctrlKey || event.metaKey) || event.altKey || types(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) this.redo();
      else this.undo();
    });
  }
}

/**
 * What is asked of the model: the text in the box, read as it stands or written on from there.
 */

import { continued } from './joining.js';
import { goesOn } from './loading.js';
import { RunRequest } from './run-request.js';
import { createSentence } from './views/sentence.js';
import { createWriting } from './views/writing.js';
import { readingOf, STOP } from './wording.js';
import { canPick, canWrite } from './writing.js';

/** @typedef {import('./page-parts.js').Page} Page */
/** @typedef {import('./writing.js').Writing} Writing */

/**
 * Puts a symbol after the present text, as far as step t, and goes on there.
 * @param {Pick<Page, 'walk' | 'loading'>} page @param {number} t @param {string} symbol
 */
export function append({ walk, loading }, t, symbol) {
  const { scene } = walk;
  if (!scene || !canPick(scene.model) || symbol === STOP) return;
  const { trace, model } = scene;
  loading.open(new RunRequest(model.name, continued(trace, model.reads, t, symbol), trace.clamps, {}, trace.scales), { last: true });
}

/**
 * Opens a text that somebody chose or typed: what is said of it is shown first, then how it comes about.
 * @param {Pick<Page, 'loading' | 'director'>} page @param {RunRequest} request
 */
export function read({ loading, director }, request) {
  loading.open(request, { meets: true, end: 'last', then() {
    director.close();
    director.later();
  } });
}

/**
 * The control that has the model write on, beside the box or, where there is none, below the words.
 * @param {Page} page @returns {import('./page-parts.js').Panel}
 */
export function writing({ root, find, source, walk, loading }) {
  if (!source.runs) return {};
  const { steps } = source.models.limits;
  const form = root.querySelector('[data-part=sentence]');
  const box = form?.querySelector('textarea');
  /** What stands in the box. */
  const typed = () => box?.value || walk.trace?.text || '';
  /** The trace on show, where it is of what stands in the box. */
  const walked = () => (walk.trace?.text === typed() ? walk.trace : null);
  /** @param {Writing} settings */
  const requestOf = ({ words, ...how }) => new RunRequest(loading.model?.name ?? '', typed(), walked()?.clamps, { write: words, ...how }, walked()?.scales);
  const control = createWriting({ bar: form instanceof HTMLElement ? form : find('writing-bar'), place: /** @type {HTMLFormElement} */ (find('writing')) }, {
    steps,
    more: (settings) => goesOn(walked(), requestOf(settings)),
    onWrite(settings) {
      const trace = walked();
      const more = goesOn(trace, requestOf(settings));
      const room = trace ? steps - (trace.total - trace.written) : steps;
      const words = Math.min(settings.words + (more ? trace?.written ?? 0 : 0), room);
      loading.open(requestOf({ ...settings, words }), { follow: true });
    },
    onStop: () => loading.stop(),
  });
  return {
    loaded: ({ trace, model }) => control.show(model, trace),
    playing: ({ trace, model }) => control.update({
      writes: loading.writes, can: canWrite(model), full: trace.total >= steps && walked() !== null, wrote: `${trace.written} ${readingOf(model).steps} written`,
    }),
  };
}

/** @param {Page} page @returns {import('./page-parts.js').Panel} */
export function asking({ find, source, store, walk, loading, director }) {
  const view = createSentence(/** @type {HTMLFormElement} */ (find('sentence')), find('sentence-below'), {
    limits: source.models.limits,
    onSentence: (text) => read({ loading, director }, new RunRequest(loading.model?.name ?? '', text)),
  });
  return {
    loaded({ trace, model }) {
      // Once it runs, keys walk: the box keeps the focus only while something else is typed in it.
      if (view.asked(trace.text)) find('stage').focus({ preventScroll: true });
      view.text(trace.text);
      view.model(model);
    },
    fail(failure) {
      if (failure && !walk.trace) view.keep(store.state.text);
      view.fail(failure);
    },
  };
}

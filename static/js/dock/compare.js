/**
 * The dock's view of two runs side by side, wired to the page.
 */

import { choicesFor, namesOf, pairOf, tellPair, tellWhole } from '../compared.js';
import { RunRequest } from '../run-request.js';
import { createSideBySide } from '../views/dock/compare/index.js';
import { requestOf } from '../state.js';
import { readingOf } from '../wording.js';

/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {import('../page-parts.js').Page} Page */

const NONE = 'Another run can stand beside this one: its words aligned with these, what it says below what this one says. Choose one above, or type a text.';

/** @param {Page} page @param {HTMLElement} place @returns {import('./index.js').DockView} */
export function compareView({ source, store, walk, loading, other }, place) {
  const view = createSideBySide(place, {
    onChoice(choice) {
      if (choice === null) store.set({ against: '' }, { push: true });
      else if (choice.run.equals(requestOf(store.state))) store.set({ against: String(choice.against) }, { push: true });
      else loading.open(choice.run, { beside: { against: String(choice.against) }, last: true });
    },
    onText: (text) => store.set({ against: String(new RunRequest(store.state.model, text)) }, { push: true }),
    onStep: (t) => walk.toStep(t),
  });

  /** Why there is nothing to compare. @param {Scene} scene */
  function trouble({ trace }) {
    if (!source.compare) return 'This file holds one run. Open Gatewalk itself to compare it with another one.';
    const { failure, request, comparison } = other;
    if (failure) return `${failure.message} ${failure.expected} ${failure.action}`;
    if (!request) return NONE;
    return comparison ? '' : trace.complete ? 'Comparing …' : 'They are compared once both are here whole.';
  }

  /** @param {Scene} scene */
  function update(scene) {
    const { model, moment } = scene;
    const run = requestOf(store.state);
    const { request, comparison } = other;
    const { models } = source.models;
    const names = request ? namesOf(run, request, models) : { run: '', other: '' };
    const pair = comparison ? pairOf(comparison, moment.t) : -1;
    view.update({
      groups: source.compare ? choicesFor(models, model, run) : [], run, other: request, names, comparison, pair,
      ask: `or type another ${readingOf(model).whole}`,
      here: comparison ? tellPair(comparison, pair, { task: model.task, other: names.other }) : '',
      whole: comparison ? tellWhole(comparison, model) : '',
      trouble: trouble(scene),
    });
  }
  return { update };
}

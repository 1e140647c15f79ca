/**
 * The dock's view of two runs side by side, wired to the page.
 */

import { Differences } from '../differences.js';
import { askedBy } from '../loading.js';
import { choicesFor, namesOf, pairOf, tellPair, tellWhole } from '../compared.js';
import { RunRequest } from '../run-request.js';
import { memoryOf } from '../opening.js';
import { niceMax } from '../scales.js';
import { createSideBySide } from '../views/dock/compare/index.js';
import { requestOf } from '../state.js';
import { quoted, readingOf } from '../wording.js';

/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {import('../page-parts.js').Page} Page */
/** @typedef {import('../api.js').Comparison} Comparison */

const NONE = 'Another run can stand beside this one: its words aligned with these, what it says below what this one says. Choose one above, or type a text.';

/** What each of two models remembers at each pair, by its own units. @param {Scene} scene @param {Comparison} comparison @param {{ run: string, other: string }} names */
function ownMemories({ trace, layer, model, other }, { pairs }, names) {
  if (!other) return [];
  const theirs = other.model?.layers.find(({ kind }) => kind === 'recurrent');
  return [{ trace, layer, side: /** @type {const} */ ('a'), name: names.run }, ...(theirs ? [{ trace: other.trace, layer: theirs, side: /** @type {const} */ ('b'), name: names.other }] : [])].flatMap((one) => {
    const memory = memoryOf(one.layer);
    if (!memory) return [];
    const columns = pairs.map(({ [one.side]: t }) => (t !== null && one.trace.arrived(one.layer.name, t) ? one.trace.values(one.layer.name, memory.name, t) : null));
    return [{ name: `${one.name} ${memory.name}`, columns, units: one.layer.units, max: one.trace.max(one.layer.name, memory.name) }];
  });
}

/**
 * What is told by unit.
 * @param {Scene} scene @param {import('../other-run.js').OtherRun} other @param {Comparison} comparison @param {{ names: { run: string, other: string }, pair: number, theme: string, differences: import('../differences.js').Values | null }} more
 * @returns {import('../views/dock/compare/units.js').ByUnit}
 */
function byUnit(scene, { compared }, comparison, { names, pair, theme, differences }) {
  const { layer, signal, moment } = scene;
  const { a, b, pairs, largest, same_weights: same } = comparison;
  return {
    key: `${compared} ${layer.name} ${signal.name} ${theme}`,
    signals: layer.signals.filter(({ role }) => role !== 'input' && role !== 'position').map(({ name, label }) => ({ name, label })), signal: signal.name,
    differences, own: same ? [] : ownMemories(scene, comparison, names),
    units: layer.units, max: niceMax([largest.find((one) => one.layer === layer.name && one.signal === signal.name)?.value ?? 0]),
    pair, unit: moment.unit, many: pairs.length,
    at: (k) => quoted((a.tokens[pairs[k]?.a ?? -1] ?? b.tokens[pairs[k]?.b ?? -1])?.text ?? ''),
  };
}

/** @param {Page} page @param {HTMLElement} place @returns {import('../page-parts.js').DockView} */
export function compareView({ source, store, walk, loading, other }, place) {
  const view = createSideBySide(place, {
    onChoice(choice) {
      if (choice === null) store.set({ against: '' }, { push: true });
      else if (choice.run.equals(requestOf(store.state))) store.set({ against: String(choice.against) }, { push: true });
      else loading.open(choice.run, { beside: { against: String(choice.against) }, last: true });
    },
    onText: (text) => store.set({ against: String(new RunRequest(store.state.model, text)) }, { push: true }),
    onStep: (t) => walk.toStep(t),
    onSignal: (signal) => walk.choose({ signal }),
    onPlace(pair, unit) {
      walk.player.stop();
      if (unit !== null) walk.choose({ unit });
      const t = other.comparison?.pairs[pair]?.a ?? null;
      if (t !== null) walk.toStep(t);
    },
  });
  const differences = new Differences(source, () => {
    if (walk.scene) update(walk.scene);
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
      byUnit: comparison && byUnit(scene, other, comparison, {
        names, pair, theme: store.state.theme,
        differences: comparison.same_weights ? differences.of(askedBy(scene.trace), request, scene.layer.name, scene.signal.name) : null,
      }),
      trouble: trouble(scene),
    });
  }
  return { update };
}

/**
 * What there is around the picture, a maker a part: it builds the part's view and wires it to the walk.
 */

import { append, asking, read, writing } from './asking.js';
import { standing } from './standing.js';
import { createDock } from './dock/index.js';
import { handHeld } from './hand-held.js';
import { createExplaining } from './explaining.js';
import { togglePresent } from './presenting.js';
import { RunRequest } from './run-request.js';
import { createSaid } from './said.js';
import { createCharts } from './views/charts/index.js';
import { createExplained } from './views/explained/index.js';
import { createLegend } from './views/explained/legend.js';
import { createFailure } from './views/failure.js';
import { createHeader } from './views/header.js';
import { createHelp } from './views/help.js';
import { createNamedUnits } from './views/named-units.js';
import { createNarration } from './views/narration.js';
import { createNotices } from './views/notices.js';
import { createOutput } from './views/output/index.js';
import { createPhases } from './views/phases.js';
import { createShare } from './views/share.js';
import { createStory } from './views/story.js';
import { createSurprise } from './views/surprise.js';
import { createTimeline } from './views/timeline.js';
import { createTransport } from './views/transport.js';
import { wordChanging } from './word-changing.js';
import { readingOf, sceneTitle, textFor } from './wording.js';

/** @typedef {import('./page-parts.js').Page} Page */
/** @typedef {import('./page-parts.js').Panel} Panel */

/** @param {Page} page @returns {Panel} */
function header({ root, find, source, store, walk, loading, director, links, media, guide }) {
  const help = createHelp(/** @type {HTMLDialogElement} */ (find('help')), { onTour: guide, train: links?.train ?? '' });
  const share = links && createShare(/** @type {HTMLDialogElement} */ (find('share')), links);
  const view = createHeader(find('header'), {
    models: source.models.models,
    train: links?.train ?? '',
    // Another model: on the present text where that makes sense, else on its first example.
    onModel(name) {
      const entry = source.models.models.find((one) => one.name === name);
      if (!entry) return;
      const was = walk.trace?.text ?? '';
      const text = textFor(entry, walk.scene?.model, was);
      loading.failed(null);
      if (text === was) loading.open(new RunRequest(name, text), { restart: false, meets: true });
      else read({ loading, director }, new RunRequest(name, text));
    },
    onTry: source.runs ? (name, text) => read({ loading, director }, new RunRequest(name, text)) : null,
    onShare: share && (() => {
      walk.player.stop();
      share.show(store.state, walk.scene ? sceneTitle(walk.scene.model) : 'Gatewalk');
    }),
    onTheme() {
      const dark = getComputedStyle(root).colorScheme === 'dark' || (store.state.theme === 'system' && media('(prefers-color-scheme: dark)').matches);
      store.set({ theme: dark ? 'light' : 'dark' });
    },
    onPresent: () => togglePresent(store),
    onHelp: help.show,
  });
  return { loaded: ({ model }) => view.choose(model), help: help.show };
}

/** @param {Page} page @returns {Panel} */
function timeline(page) {
  const { find, walk } = page;
  const place = find('timeline');
  const { update } = createTimeline(place, { onWord: (t) => walk.toStep(t) });
  const changing = wordChanging(page);
  return {
    loaded({ model }) {
      const { steps, whole } = readingOf(model);
      place.setAttribute('aria-label', `${steps} of the ${whole}`);
    },
    update(scene) {
      update(scene);
      changing.update?.(scene);
    },
  };
}

/** @param {Page} page @returns {Panel} */
function charts({ find, store, walk, plotly, media }) {
  let waits = 0;
  let { theme } = store.state;
  const view = createCharts(find('charts'), {
    onPlace(t, unit) {
      walk.player.stop();
      if (unit !== null) walk.choose({ unit });
      walk.toStep(t);
    },
    onSignal: (signal) => walk.choose({ signal }),
    onView(chosen) {
      store.set({ view: chosen });
      update();
    },
    load: plotly,
    busy: () => walk.player.playing,
  });
  /** They are drawn after the belt, once for however many steps came in the meantime. */
  function update() {
    cancelAnimationFrame(waits);
    waits = requestAnimationFrame(() => {
      if (walk.scene) view.update(walk.scene, store.state.view);
    });
  }
  media('(prefers-color-scheme: dark)').addEventListener('change', update);
  store.subscribe((state) => {
    if (state.theme !== theme) update();
    ({ theme } = state);
  });
  return { update };
}

/** @param {Page} page @returns {Panel} */
function transport({ find, store, walk }) {
  const view = createTransport(find('transport'), {
    word: (by) => walk.word(by),
    phase: (by) => walk.phase(by),
    play: () => walk.toggle(),
    start: () => walk.jump(false),
    scrub: (position) => walk.place(position),
    speed(speed) {
      store.set({ speed });
      walk.changed('play');
    },
    present: () => togglePresent(store),
  });
  return { playing: (scene) => view.update(scene, { playing: walk.player.playing, speed: store.state.speed }) };
}

/** The card is told of last, so that what it stands beside is in its place. @param {Page} page @returns {Panel} */
function explained({ root, find, walk }) {
  const { update } = createExplained(root, find('explained'), { scene: () => walk.scene, playing: () => walk.player.playing });
  return { playing: update };
}

/** By the name that a part is found by, in the order in which they are drawn. @type {Record<string, (page: Page) => Panel>} */
export const PANELS = {
  transport,
  sentence: asking,
  writing,
  failure: ({ find }) => ({ fail: createFailure(find('failure')).update }),
  header,
  story: ({ find, director, source, guide }) => createStory(find('story'), { director, asks: source.runs, onTour: guide }),
  notices: ({ find }) => createNotices(find('notices')),
  timeline,
  surprise: ({ find }) => createSurprise(find('surprise')),
  hands: handHeld,
  beside: standing,
  phases: ({ find, walk }) => createPhases(find('phases'), { onPhase: (phase) => walk.toPhase(phase) }),
  narration: ({ find }) => createNarration(find('narration')),
  'named-units': ({ find, walk }) => createNamedUnits(find('named-units'), { onUnit: (unit, signal) => walk.choose({ unit, signal }) }),
  next: (page) => createOutput(page.find('next'), {
    onStep: (t) => page.walk.toStep(t),
    onAppend: page.source.runs ? (t, symbol) => append(page, t, symbol) : null,
    onSum: createSaid(page),
  }),
  arithmetic: ({ find, walk, source, light }) =>
    createExplaining({ place: find('arithmetic'), dialog: find('terms'), walk, source, onSymbol: light }),
  charts,
  dock: createDock,
  legend: ({ root, find }) => createLegend(find('legend'), { root, picture: () => find('belt').querySelector('.belt-picture') }),
  explained,
};

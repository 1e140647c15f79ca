/**
 * The page: every view, wired to one walk.
 */

import { ArithmeticReader } from './api.js';
import { begin, part, start } from './boot.js';
import { listen } from './keys.js';
import { label } from './labels.js';
import { tellFilter } from './letter-filters.js';
import { strongest } from './narration/measures.js';
import { parse } from './state.js';
import { createArithmetic } from './views/arithmetic.js';
import { createCharts } from './views/charts/index.js';
import { createHeader } from './views/header.js';
import { createHelp } from './views/help.js';
import { createNamedUnits } from './views/named-units.js';
import { createNarration } from './views/narration.js';
import { createOutput } from './views/output/index.js';
import { createPhases } from './views/phases.js';
import { createSentence } from './views/sentence.js';
import { createShare } from './views/share.js';
import { createTerms } from './views/terms.js';
import { createTimeline } from './views/timeline.js';
import { createTransport } from './views/transport.js';
import { quoted, sceneTitle, textFor } from './wording.js';

/** @typedef {import('./scene.js').Scene} Scene */

const reader = new ArithmeticReader();
const help = createHelp(/** @type {HTMLDialogElement} */ (part('help')));
const share = createShare(/** @type {HTMLDialogElement} */ (part('share')));
const terms = createTerms(/** @type {HTMLDialogElement} */ (part('terms')));
const narration = createNarration(part('narration'));

const page = start({ draw, failed: (failure) => sentence.fail(failure), onSymbol: light });
const { boot, store, belt, walk } = page;

const sentence = createSentence(/** @type {HTMLFormElement} */ (part('sentence')), part('sentence-below'), {
  limits: boot.models.limits,
  onSentence: (text) => walk.open(text),
});
const phases = createPhases(part('phases'), { onPhase: (phase) => walk.toPhase(phase) });
/** To the end of a step, where all that it computes is there. @param {number} t */
function toStep(t) {
  walk.player.stop();
  void walk.go(t, (walk.scene?.phases.length ?? 1) - 1);
}

const named = createNamedUnits(part('named-units'), { onUnit: (unit, signal) => walk.choose({ unit, signal }) });
const timeline = createTimeline(part('timeline'), { onWord: toStep });
const output = createOutput(part('next'), { onStep: toStep });
const arithmetic = createArithmetic(part('arithmetic'), {
  onTerms: showTerms,
  onSymbol: light,
  onUnit: (by) => walk.choose({ unit: walk.moment.unit + by }),
});
const charts = createCharts(part('charts'), {
  onPlace: (t, unit) => {
    walk.player.stop();
    if (unit !== null) walk.choose({ unit });
    void walk.go(t, (walk.scene?.phases.length ?? 1) - 1);
  },
  onSignal: (signal) => walk.choose({ signal }),
  onView: (view) => {
    store.set({ view });
    drawCharts();
  },
});
const transport = createTransport(part('transport'), {
  word: (by) => walk.word(by),
  phase: (by) => walk.phase(by),
  play: () => walk.toggle(),
  start: () => walk.jump(false),
  scrub: (position) => walk.place(position),
  speed: (speed) => {
    store.set({ speed });
    if (walk.scene) draw('play', walk.scene);
  },
});
const header = createHeader(part('header'), {
  onModel: choose,
  onShare: () => share.show(store.state, location.origin, walk.scene ? sceneTitle(walk.scene.model) : 'Gatewalk'),
  onTheme: () => {
    const dark = getComputedStyle(document.documentElement).colorScheme === 'dark' || (store.state.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
    store.set({ theme: dark ? 'light' : 'dark' });
    drawCharts();
  },
  onHelp: () => help.show(),
});

/** Another model: on the present text where that makes sense, else on its first example. @param {string} name */
function choose(name) {
  const entry = boot.models.models.find((one) => one.name === name);
  if (!entry) return;
  const was = walk.trace?.text ?? '';
  const text = textFor(entry, walk.scene?.model, was);
  sentence.fail(null);
  walk.open(text, { model: name, restart: text !== was });
}

/** A symbol under the pointer lights its strip and wire, and its place in the formulas. @param {string | null} symbol */
function light(symbol) {
  belt.highlight(symbol);
  for (const element of document.querySelectorAll('#arithmetic [data-symbol]')) {
    element.classList.toggle('lit', symbol !== null && element.getAttribute('data-symbol') === symbol);
  }
}

let chartsWait = 0;
/** Plotly draws after the belt, once for however many steps came in the meantime. */
function drawCharts() {
  cancelAnimationFrame(chartsWait);
  chartsWait = requestAnimationFrame(() => {
    const { scene } = walk;
    if (scene) charts.update(scene, store.state.view);
  });
}

/** @param {Scene} scene */
async function drawArithmetic(scene) {
  const { model, text } = scene.trace;
  const { t, unit, layer } = scene.moment;
  const query = { model: model.name, text, unit, layer };
  arithmetic.wait(scene);
  if (scene.picture.layout === null) {
    arithmetic.say(`Filter ${unit} at ${quoted(scene.trace.tokens[t]?.text ?? '')}`, scene.reached('fired') ? tellFilter(scene, t, unit) : '');
    return;
  }
  try {
    const found = await reader.get({ ...query, t });
    const now = walk.scene;
    const same = now?.trace === scene.trace && now.moment.t === t && now.moment.unit === unit && now.moment.layer === layer;
    if (same) arithmetic.update(now, found);
    const next = scene.trace.following(layer, t);
    if (next !== null && scene.trace.arrived(layer, next)) await reader.get({ ...query, t: next });
  } catch (error) {
    arithmetic.fail(error instanceof Error ? error.message : String(error));
  }
}

/** @param {string} signal */
async function showTerms(signal) {
  const { scene } = walk;
  if (!scene) return;
  walk.player.stop();
  const { t, unit, layer } = scene.moment;
  const found = await reader.get({ model: scene.trace.model.name, text: scene.trace.text, t, unit, layer, terms: [signal] });
  const declared = scene.layer.signals.find((one) => one.name === signal);
  if (declared) terms.show(found, declared, quoted(scene.trace.read(layer, t).text));
}

/** @param {import('./walk.js').Change} kind @param {Scene} scene */
function draw(kind, scene) {
  transport.update(scene, { playing: walk.player.playing, speed: store.state.speed });
  if (kind === 'play') return;
  if (kind === 'trace') {
    // Once it runs, keys walk: the box keeps the focus only while something else is typed in it.
    if (sentence.asked(scene.trace.text)) part('stage').focus({ preventScroll: true });
    sentence.text(scene.trace.text);
    header.choose(scene.model);
    sentence.model(scene.model);
    label(scene);
  }
  timeline.update(scene);
  phases.update(scene);
  narration.update(scene);
  named.update(scene);
  output.update(scene);
  void drawArithmetic(scene);
  drawCharts();
}

/** A newcomer meets the unit that ends up holding most, rather than the first one. */
function chooseUnit() {
  const { scene } = walk;
  const memory = scene?.layer.signals.find(({ role }) => role === 'state') ?? scene?.layer.signals.find(({ role }) => role === 'output');
  if (!scene || !memory) return;
  const { trace, layer } = scene;
  const last = Math.min(trace.span(layer.name)[1], trace.length) - 1;
  walk.choose({ unit: strongest(trace.values(layer.name, memory.name, last), Math.abs) });
}

/** Loads plotly.js once the belt is on the screen. */
function loadPlotly() {
  const script = document.createElement('script');
  script.src = part('charts').dataset.plotly ?? '';
  script.addEventListener('load', () => {
    charts.use(/** @type {any} */ (window).Plotly);
    drawCharts();
  });
  document.head.append(script);
}

header.models(boot.models.models);
sentence.fail(boot.error);
if (boot.error) sentence.keep(store.state.text);
const fresh = store.state.text === '';
begin(page);
if (fresh) chooseUnit();
listen(document, (action) => (action === 'help' ? help.show() : walk.act(action)));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawCharts);
window.addEventListener('popstate', () => {
  store.state = parse(location.search);
  walk.restore();
});
requestAnimationFrame(() => setTimeout(loadPlotly));
if ((fresh || store.state.autoplay) && !page.still.matches) void walk.player.play();

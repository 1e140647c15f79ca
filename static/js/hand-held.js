/**
 * What hands do to a run, on the page: valves and weights are held, let go, undone; the way they are told.
 */

import { parseClamp } from './clamps.js';
import { html } from './dom.js';
import { free } from './holding.js';
import { askedBy } from './loading.js';
import { Past } from './past.js';
import { beside } from './placing.js';
import { RunRequest } from './run-request.js';
import { createBar } from './views/hands/bar.js';
import { tellChange } from './views/hands/said.js';
import { createScales } from './views/hands/scales.js';
import { createValve } from './views/hands/valve.js';
import { roomAround } from './views/explained/areas.js';
import { parseScale, scaled } from './weights-scaled.js';

/** @typedef {import('./page-parts.js').Page} Page */
/** @typedef {import('./page-parts.js').Panel} Panel */
/** @typedef {import('./trace.js').TraceData} TraceData */

/** The strip of a valve around an element; null outside of any. @param {EventTarget | null} target */
const stripAt = (target) => (target instanceof Element ? target.closest('.strip.holds') : null);

/** Whether somebody types. @param {EventTarget | null} target */
const types = (target) => target instanceof Element && target.matches('textarea, input[type=text], input[type=number]');

/** Undo and redo by keys. @param {EventTarget} keys @param {{ undo: () => void, redo: () => void }} deeds */
function hearUndo(keys, { undo, redo }) {
  keys.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || !(event.ctrlKey || event.metaKey) || event.altKey || types(event.target)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  });
}

/**
 * A window beside what it is of; a click elsewhere closes it, and the focus goes back to where it came from.
 * @param {HTMLElement} window @param {HTMLElement} root
 */
function createPopover(window, root) {
  /** @type {Element | null} */
  let from = null;
  const close = () => {
    if (window.hidden) return;
    const inside = window.contains(window.ownerDocument.activeElement);
    window.hidden = true;
    if (inside && (from instanceof HTMLElement || from instanceof SVGElement)) from.focus({ preventScroll: true });
  };
  root.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !window.contains(target) && !(target instanceof Element && target.closest('.belt-picture, .hands'))) close();
  });
  return {
    close,
    /** @param {Element} anchor @param {Element} back takes the focus when it closes */
    open(anchor, back) {
      from = back;
      window.hidden = false;
      const { left, top, right, bottom } = anchor.getBoundingClientRect();
      const place = beside([{ left, top, right, bottom }], { width: window.offsetWidth, height: window.offsetHeight }, roomAround(root));
      Object.assign(window.style, { left: `${place.left}px`, top: `${place.top}px` });
    },
  };
}

/** @param {Page} page @returns {Panel} */
export function handHeld({ root, find, walk, source, keys, trying }) {
  const host = find('hands');
  host.hidden = !source.runs;
  if (!source.runs) return {};
  const past = new Past();
  /** @type {TraceData | null} what was on show before the last touch */
  let was = null;
  /** @type {TraceData | null} */
  let shown = null;

  /** @param {Partial<{ clamps: readonly string[], scales: readonly string[] }>} changes @param {boolean} [more] */
  const change = (changes, more = false) => trying.change(changes, { more });
  const [window, form] = [find('valve'), html('form', { autocomplete: 'off' })];
  window.append(form);
  const popover = createPopover(window, root);
  const valve = createValve(form, {
    onHold: (holds, more) => trying.holdAll(holds, { more }),
    onFree: (target) => change({ clamps: free(trying.now.clamps, target, walk.scene?.layer.units ?? 0) }),
    onClose: popover.close,
  });
  const weights = createScales(form, { onScale: (layer, name, factor, more) => change({ scales: scaled(trying.now.scales, layer, name, factor) }, more) });

  /** @param {string | null} run */
  const go = (run) => {
    if (run !== null) trying.ask(RunRequest.parse(run));
  };
  const [undo, redo] = [() => go(past.before), () => go(past.after)];
  const bar = createBar(host, {
    onOpen: () => open(host.querySelector('.open') ?? host, {}),
    onClamp(written) {
      const { layer, gate, units, steps } = parseClamp(written);
      const unit = units?.[0]?.[0];
      if (unit !== undefined && units?.length === 1) walk.choose({ unit });
      walk.unfold(layer, steps?.[0]?.[0] ?? walk.moment.t, Infinity);
      open(host.querySelector(`[data-chip="${CSS.escape(written)}"] .what`) ?? host, { signal: gate, units, steps });
    },
    onScale(written) {
      open(host.querySelector(`[data-chip="${CSS.escape(written)}"] .what`) ?? host, {});
      weights.aim(parseScale(written)?.name ?? '');
    },
    onFree: (written) => change({ clamps: trying.now.clamps.filter((one) => one !== written) }),
    onFreeScale: (written) => change({ scales: trying.now.scales.filter((one) => one !== written) }),
    onUndo: undo,
    onRedo: redo,
    onOwn: () => change({ clamps: [], scales: [] }),
  });
  hearUndo(keys, { undo, redo });

  /** @param {Element} anchor @param {Parameters<typeof valve.aim>[0]} what @param {Element} [back] */
  function open(anchor, what, back = anchor) {
    const { scene } = walk;
    if (!scene?.layer.valves.length) return;
    walk.player.stop();
    valve.update(scene);
    valve.aim(what);
    valve.update(scene);
    weights.update(scene);
    popover.open(anchor, back);
    valve.focus();
  }
  const belt = find('belt');
  /** @param {Event} event */
  const onStrip = (event) => {
    const strip = stripAt(event.target);
    const signal = strip?.getAttribute('data-strip');
    if (!strip || !signal) return;
    event.preventDefault();
    event.stopPropagation();
    open(strip, { signal, units: [[walk.moment.unit, walk.moment.unit]] });
  };
  belt.addEventListener('dblclick', onStrip);
  belt.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.matches('.grip')) onStrip(event);
  });
  belt.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') onStrip(event);
  });

  return {
    loaded(scene) {
      const { trace } = scene;
      const run = String(askedBy(trace));
      if (trace !== shown) {
        const other = shown === null || shown.model.name !== trace.model.name || trying.latest?.run !== run;
        if (!trying.latest?.more || trying.latest.run !== run) was = other ? null : shown;
        shown = trace;
      }
      if (past.at < 0 || shown.model.name !== RunRequest.parse(past.runs[past.at] ?? '').model) past.begin(run);
      else past.come(run, trying.latest?.run === run && trying.latest.more);
      bar.held(scene);
    },
    update(scene) {
      bar.update({ before: past.before !== null, after: past.after !== null }, was && scene.trace.length > scene.moment.t && was.length > scene.moment.t ? tellChange(was, scene.trace, scene.moment.t) : '');
      if (window.hidden) return;
      if (scene.layer.valves.length) {
        valve.update(scene);
        weights.update(scene);
      } else popover.close();
    },
  };
}

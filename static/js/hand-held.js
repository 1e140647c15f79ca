/**
 * What hands do to a run, on the page: valves and weights are held, let go, undone; the way they are told.
 */

import { parseClamp } from './clamps.js';
import { html } from './dom.js';
import { free } from './holding.js';
import { Undoing } from './undoing.js';
import { createBar } from './views/hands/bar.js';
import { createPopover } from './views/hands/popover.js';
import { tellChange } from './views/hands/said.js';
import { createScales } from './views/hands/scales.js';
import { ValveView } from './views/hands/valve.js';
import { parseScale, scaled } from './weights-scaled.js';

/** @typedef {import('./page-parts.js').Page} Page */
/** @typedef {import('./page-parts.js').Panel} Panel */
/** @typedef {import('./views/hands/valve.js').Aim} Aim */
/** @typedef {(anchor: Element, what: Aim, back?: () => Element | null) => void} Open opens the valve beside what it is of */

/** Opens a valve by its strip: Enter, a double click, a finger's tap on the chosen unit. @param {HTMLElement} belt @param {(strip: Element, signal: string) => void} open */
function hearStrips(belt, open) {
  /** @param {Event} event */
  const onStrip = (event) => {
    const strip = event.target instanceof Element ? event.target.closest('.strip.holds') : null;
    const signal = strip?.getAttribute('data-strip');
    if (!strip || !signal) return;
    event.preventDefault();
    event.stopPropagation();
    open(strip, signal);
  };
  belt.addEventListener('dblclick', onStrip);
  belt.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.matches('.grip')) onStrip(event);
  });
  belt.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') onStrip(event);
  });
}

/** The window with the valve and the weights in it. @param {Page} page */
function createWindow({ root, find, walk, trying }) {
  const [window, form] = [find('valve'), html('form', { autocomplete: 'off' })];
  window.append(form);
  form.addEventListener('change', () => popover.keep());
  form.addEventListener('toggle', () => popover.keep(), true);
  const popover = createPopover(window, root, [...root.querySelectorAll('[data-part=belt], [data-part=next]')]);
  const valve = new ValveView(form, {
    onHold: (holds, more) => trying.holdAll(holds, { more }),
    onFree: (target) => trying.change({ clamps: free(trying.now.clamps, target, walk.scene?.layer.units ?? 0) }),
    onClose: popover.close,
  });
  const weights = createScales(form, { onScale: (layer, name, factor, more) => trying.change({ scales: scaled(trying.now.scales, layer, name, factor) }, { more }) });
  return {
    weights,
    /** @type {Open} */
    open(anchor, what, back = () => anchor) {
      const { scene } = walk;
      if (!scene?.layer.valves.length) return;
      walk.player.stop();
      valve.update(scene);
      valve.aim(what);
      valve.update(scene);
      weights.update(scene);
      popover.open(anchor, back);
      valve.focus();
    },
    /** @param {import('./scene.js').Scene} scene */
    update(scene) {
      if (!popover.isOpen) return;
      if (!scene.layer.valves.length) {
        popover.close();
        return;
      }
      valve.update(scene);
      weights.update(scene);
      popover.keep();
    },
  };
}

/** The row of what is held. @param {Page} page @param {ReturnType<typeof createWindow>} window @param {Undoing} undoing */
function createRow({ find, walk, trying }, window, undoing) {
  const host = find('hands');
  const chip = (/** @type {string} */ written) => host.querySelector(`[data-chip="${CSS.escape(written)}"] .what`) ?? host;
  return createBar(host, {
    onOpen: () => window.open(host.querySelector('.open') ?? host, {}),
    onClamp(written) {
      const { layer, gate, units, steps } = parseClamp(written);
      const unit = units?.[0]?.[0];
      if (unit !== undefined && units?.length === 1) walk.choose({ unit });
      walk.unfold(layer, steps?.[0]?.[0] ?? walk.moment.t, Infinity);
      window.open(chip(written), { signal: gate, units, steps });
    },
    onScale(written) {
      window.open(chip(written), {});
      window.weights.aim(parseScale(written)?.name ?? '');
    },
    onFree: (written) => trying.change({ clamps: trying.now.clamps.filter((one) => one !== written) }),
    onFreeScale: (written) => trying.change({ scales: trying.now.scales.filter((one) => one !== written) }),
    onUndo: () => undoing.undo(),
    onRedo: () => undoing.redo(),
    onOwn: () => trying.change({ clamps: [], scales: [] }),
  });
}

/** @param {Page} page @returns {Panel} */
export function handHeld(page) {
  const { find, walk, source, keys, trying } = page;
  find('hands').hidden = !source.runs;
  if (!source.runs) return {};
  const undoing = new Undoing(trying);
  undoing.hear(keys);
  const window = createWindow(page);
  const row = createRow(page, window, undoing);
  const belt = find('belt');
  hearStrips(belt, (strip, signal) => window.open(strip, { signal, units: [[walk.moment.unit, walk.moment.unit]] }, () => belt.querySelector(`.strip.holds[data-strip="${signal}"]`)));
  return {
    loaded(scene) {
      undoing.come(scene.trace);
      row.held(scene);
    },
    update(scene) {
      const { past, was } = undoing;
      const { t } = scene.moment;
      const there = was !== null && was.length > t && scene.trace.length > t;
      row.update({ before: past.before !== null, after: past.after !== null }, there ? tellChange(was, scene.trace, t) : '');
      window.update(scene);
    },
  };
}

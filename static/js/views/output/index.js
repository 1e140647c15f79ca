/**
 * The card of what the model says: a view for each task, chosen by the model on show.
 */

import { clear, html, set } from '../../dom.js';
import { isRecurrent } from '../../reading.js';
import { walked } from '../../route.js';
import { taskOf } from '../../wording.js';
import { createForecast } from './forecast.js';
import { createGenerated } from './generated.js';
import { createNext } from './next.js';
import { createVerdict } from './verdict.js';

/** @typedef {import('../../scene.js').Scene} Scene */
/** @typedef {import('./types.js').Actions} Actions */
/** @typedef {import('./types.js').Update} Update */
/** @typedef {import('./types.js').Maker} Maker */

/** @type {Record<string, Maker>} */
const VIEWS = { 'next-word': createNext, 'next-letter': createNext, class: createVerdict, transduce: createGenerated, forecast: createForecast };

/**
 * Whether what step t says is known at the moment: every layer that it is made of has been walked there.
 * @param {Scene} scene @param {number} t
 */
export function saidAt(scene, t) {
  const { trace, moment, phases } = scene;
  if (t === moment.t && moment.phase < phases.length - 1) return false;
  const working = trace.layers.filter((layer) => isRecurrent(layer) && trace.atWork(layer.name, t));
  return working.length > 0 && working.every(({ name }) => walked(scene, name, t, 'h'));
}

/** @param {HTMLElement} host @param {Actions} actions */
export function createOutput(host, actions) {
  let task = '';
  /** @type {Update | null} */
  let show = null;
  /** @type {Scene | null} */
  let last = null;

  /** @param {Scene} scene */
  function update(scene) {
    if (scene.model.task !== task) {
      ({ task } = scene.model);
      const heading = html('h2');
      set(host, 'data-task', task);
      set(host, 'aria-label', taskOf(task).says);
      clear(host).append(html('div', { class: 'card-head' }, heading));
      show = (VIEWS[task] ?? createNext)(host, heading, actions);
    }
    last = scene;
    const told = (/** @type {number} */ t) => saidAt(scene, t);
    show?.({ ...scene, told, over: told(0) && told(scene.trace.total - 1) });
  }

  /** The width that the charts were drawn for; asking for it here would have the browser lay the page out too early. */
  let width = 0;
  new ResizeObserver(() => {
    const before = width;
    width = host.clientWidth;
    if (before && width !== before && last) update(last);
  }).observe(host);
  return { update };
}

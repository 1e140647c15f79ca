/**
 * What the model says, in one line above the transport: on a small screen the card of it lies far below the picture.
 */

import { clear, html, set } from '../dom.js';
import { percent, plain } from '../scales.js';
import { digitsOf } from '../series.js';
import { glyph, taskOf } from '../wording.js';
import { saidAt } from './output/index.js';

/** @typedef {import('../scene.js').Scene} Scene */

const MOST = 3;

/** The last step that has said something by now; null before the first. @param {Scene} scene */
function lastSaid(scene) {
  for (let { t } = scene.moment; t >= 0; t -= 1) if (saidAt(scene, t) && scene.trace.top(t).length) return t;
  return null;
}

/** @param {HTMLElement} host */
export function createPinned(host) {
  return {
    /** @param {Scene} scene */
    update(scene) {
      const { trace, model, moment } = scene;
      const t = lastSaid(scene);
      const value = model.task === 'forecast' ? (/** @type {number} */ one) => plain(one, digitsOf(trace.tokens)) : percent;
      set(host, 'data-t', t);
      host.classList.toggle('past', t !== null && t !== moment.t);
      const parts = t === null ? [] : trace.top(t).slice(0, MOST).map(([word, part]) =>
        html('span', { class: 'one', data: { pinned: word, value: part } }, model.task === 'forecast' ? '' : html('b', null, glyph(word)), ` ${value(part)}`));
      clear(host).append(html('span', { class: 'what' }, taskOf(model.task).says), ...(parts.length ? parts : [html('span', { class: 'one' }, '–')]));
    },
  };
}

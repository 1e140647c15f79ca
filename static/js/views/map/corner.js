/**
 * The corner of the overview: what a bar in a cell is, to be pressed for the other, and the bounds of the bars.
 */

import { html, set, write } from '../../dom.js';
import { isRecurrent } from '../../reading.js';

/** @typedef {import('./picture.js').Mode} Mode */

const TELLS = { unit: 'h of the chosen unit, up above zero and down below it', mean: 'the mean of |h| over all units' };

/** @param {() => void} onPress the bars are to say the other */
export function createCorner(onPress) {
  const tells = html('button', { type: 'button', class: 'small', on: { click: onPress } });
  const bound = html('span', { class: 'bound' });
  return {
    node: html('div', { class: 'map-corner' }, tells, bound),
    /** @param {import('../../scene.js').Scene} scene @param {Mode} mode */
    update({ trace, moment }, mode) {
      const most = Math.max(...trace.layers.filter(isRecurrent).map(({ name }) => trace.max(name, 'h')));
      write(tells, mode === 'unit' ? `h, unit ${moment.unit}` : 'mean |h|');
      set(tells, 'title', `each bar is ${TELLS[mode]}; press for ${TELLS[mode === 'unit' ? 'mean' : 'unit']}`);
      write(bound, mode === 'unit' ? `−${most} … +${most}` : `0 … ${most}`);
    },
  };
}

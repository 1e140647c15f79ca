/**
 * All that is held by hand, each as a chip that can be changed or let go; undo, redo, and back to the model's own. What came
 * of the last touch is told in one sentence.
 */

import { clear, html, set, write } from '../../dom.js';
import { parseClamp } from '../../clamps.js';
import { parseScale } from '../../weights-scaled.js';
import { tellSteps, tellUnits } from './said.js';

/** @typedef {import('../../scene.js').Scene} Scene */
/**
 * @typedef {object} Deeds
 * @property {() => void} onOpen
 * @property {(clamp: string) => void} onClamp it is to be changed
 * @property {(scale: string) => void} onScale
 * @property {(clamp: string) => void} onFree
 * @property {(scale: string) => void} onFreeScale
 * @property {() => void} onUndo
 * @property {() => void} onRedo
 * @property {() => void} onOwn
 */

/** @param {string} text @param {string} written @param {() => void} change @param {() => void} free */
const chip = (text, written, change, free) => html('li', { class: 'chip', data: { held: null, chip: written } },
  html('button', { type: 'button', class: 'what', title: `${written}: change it`, on: { click: change } }, text),
  html('button', { type: 'button', class: 'free', 'aria-label': `let go: ${text}`, title: 'let go', on: { click: free } }, '×'));

/** @param {number} value */
const short = (value) => String(Number(value.toPrecision(3))).replace('-', '−');

/** @param {HTMLElement} host @param {Deeds} deeds */
export function createBar(host, { onOpen, onClamp, onScale, onFree, onFreeScale, onUndo, onRedo, onOwn }) {
  const chips = html('ul', { class: 'chips', 'aria-label': 'held by hand' });
  const told = html('span', { class: 'changed', role: 'status' });
  const open = html('button', { type: 'button', class: 'small open', title: 'hold a gate or a state: pull its bar in the picture, or press here', on: { click: onOpen } }, 'Valves');
  const undo = html('button', { type: 'button', class: 'small', 'aria-label': 'undo', title: 'undo (Ctrl+Z)', on: { click: onUndo } }, '↶');
  const redo = html('button', { type: 'button', class: 'small', 'aria-label': 'redo', title: 'redo (Ctrl+Shift+Z)', on: { click: onRedo } }, '↷');
  const own = html('button', { type: 'button', class: 'small back', hidden: true, on: { click: onOwn } }, 'Back to the model’s own');
  host.append(open, undo, redo, chips, own, told);
  let shown = '';
  return {
    /** @param {Scene} scene */
    held({ trace, model }) {
      const now = [trace.text, ...trace.clamps, ...trace.scales].join('\n');
      if (now === shown) return;
      shown = now;
      own.hidden = trace.clamps.length + trace.scales.length === 0;
      clear(chips).append(
        ...trace.clamps.map((written) => {
          const { layer, gate, units, steps, value } = parseClamp(written);
          const of = model.layers.find(({ name }) => name === layer);
          const where = model.layers.length > 1 ? `${layer} ` : '';
          return chip(`${where}${gate} of ${tellUnits(units, of ?? { kind: '' })} ${tellSteps(steps, trace)} = ${short(value)}`, written, () => onClamp(written), () => onFree(written));
        }),
        ...trace.scales.map((written) => {
          const { layer = '', name = '', factor = 1 } = parseScale(written) ?? {};
          return chip(`${model.layers.length > 1 ? `${layer} ` : ''}${name} × ${short(factor)}`, written, () => onScale(written), () => onFreeScale(written));
        }));
    },
    /** @param {{ before: boolean, after: boolean }} there @param {string} change */
    update({ before, after }, change) {
      undo.disabled = !before;
      redo.disabled = !after;
      write(told, change);
      set(told, 'title', change || null);
    },
  };
}

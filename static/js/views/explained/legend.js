/**
 * The legend of the picture: behind a button beside the phases, so that it takes no room from the belt.
 */

import { clear, html, set, svg } from '../../dom.js';
import { newId } from '../../ids.js';
import { legendOf } from '../../parts/legend.js';
import { beside } from '../../placing.js';
import { layoutIn } from '../belt/parts.js';
import { roomAround } from './areas.js';

/** @typedef {import('../../parts/legend.js').Sign} Sign */

const [WIDTH, HEIGHT] = [44, 24];
const MIDDLE = HEIGHT / 2;

/** @param {string} d @param {string} [kind] */
const run = (d, kind = 'run') => svg('path', { class: kind, d });
/** @param {number} x @param {number} y */
const tip = (x, y) => run(`M${x} ${y}l-7 -4v8Z`, 'tip');
/** @param {number} x @param {number} y */
const dot = (x, y) => svg('circle', { class: 'dot', cx: x, cy: y, r: 3.5 });
/** @param {string} kind @param {readonly number[]} parts of half the height, or of the whole for a gate */
const bars = (kind, parts) => parts.map((part, k) => {
  const height = Math.abs(part) * (kind === 'gate' ? 18 : 9);
  const y = kind === 'gate' ? HEIGHT - 3 - height : part < 0 ? MIDDLE : MIDDLE - height;
  return svg('rect', { class: kind === 'gate' ? 'level' : part < 0 ? 'minus' : 'plus', x: 4 + 6 * k, y, width: 5, height });
});
const well = (kind = 'well') => svg('rect', { class: kind, x: 2, y: 2, width: WIDTH - 4, height: HEIGHT - 4, rx: 3 });
/** @param {Element[]} sign */
const circle = (...sign) => [svg('circle', { class: 'ring', cx: WIDTH / 2, cy: MIDDLE, r: 10 }), ...sign];

const SIGNED = [0.5, -0.4, 0.9, -0.8, 0.2, 0.6];
/** @type {Record<Sign, () => Element[]>} */
const SIGNS = {
  vector: () => [well(), ...bars('signed', SIGNED)],
  gate: () => [well(), ...bars('gate', [0.3, 0.9, 0.6, 1, 0.1, 0.7])],
  chosen: () => [well(), ...bars('signed', SIGNED), svg('rect', { class: 'chosen', x: 15, y: 1, width: 7, height: HEIGHT - 2, rx: 2 })],
  empty: () => [well('well empty')],
  box: () => [svg('rect', { class: 'box', x: 5, y: 3, width: WIDTH - 10, height: HEIGHT - 6, rx: 6 }), svg('text', { x: WIDTH / 2, y: MIDDLE + 4.5, 'text-anchor': 'middle' }, 'σ')],
  multiply: () => circle(run('M18 8l8 8m0 -8l-8 8')),
  add: () => circle(run('M16.5 12h11M22 6.5v11')),
  line: () => [run(`M4 ${MIDDLE}H36`), tip(41, MIDDLE)],
  fork: () => [run(`M4 ${MIDDLE}H36M18 ${MIDDLE}V4H36`), dot(18, MIDDLE), tip(41, MIDDLE), tip(41, 4)],
  join: () => [run(`M4 5H18V19H4M18 ${MIDDLE}H36`), dot(18, MIDDLE), tip(41, MIDDLE)],
  peephole: () => [run(`M4 ${MIDDLE}H36`, 'run dashed'), tip(41, MIDDLE)],
  other: () => [well(), ...bars('signed', SIGNED), run(`M9.5 7.5V4h6v3.5M22 ${MIDDLE - 3}h6M27.5 19v3h6v-3`, 'run')],
  belt: () => [svg('rect', { class: 'bed', x: 1, y: 4, width: WIDTH - 2, height: HEIGHT - 8, rx: 8 }), run(`M6 ${MIDDLE}H34`), tip(40, MIDDLE)],
};

/** @param {HTMLElement} host takes the button @param {{ root: HTMLElement, picture: () => Element | null }} where */
export function createLegend(host, { root, picture }) {
  const list = html('dl');
  const id = newId('legend');
  const title = html('p', { class: 'name', id: newId('legend-title') }, 'What the signs are');
  const card = html('div', { id, popover: 'auto', role: 'dialog', 'aria-labelledby': title.id, class: 'legend-card' }, title, list,
    html('p', null, 'Point at any part, tap it, or go there by Tab and the arrows: it says what it is.'));
  const button = html('button', { type: 'button', class: 'small', popovertarget: id, 'aria-label': 'legend: what the signs are', title: 'legend: what the signs are' },
    svg('svg', { class: 'sign', width: 26, height: 14, viewBox: '0 0 26 14', 'aria-hidden': 'true' },
      svg('rect', { class: 'run', x: 1, y: 2, width: 10, height: 10, rx: 3 }), svg('circle', { class: 'run', cx: 20, cy: 7, r: 5 }), run('M11 7h4')),
    html('span', { class: 'name' }, 'Legend'));
  host.append(button, card);
  card.addEventListener('beforetoggle', (event) => {
    const layout = /** @type {ToggleEvent} */ (event).newState === 'open' ? layoutIn(picture()) : null;
    if (!layout) return;
    clear(list).append(...legendOf(layout, picture()?.querySelector('.other[d]') != null).flatMap(({ sign, name, says }) => [
      html('dt', null, svg('svg', { class: 'sign', width: WIDTH, height: HEIGHT, 'aria-hidden': 'true' }, ...SIGNS[sign]())),
      html('dd', null, html('b', null, name), ` ${says}`)]));
  });
  card.addEventListener('toggle', (event) => {
    const open = /** @type {ToggleEvent} */ (event).newState === 'open';
    set(button, 'aria-expanded', String(open));
    if (!open) return;
    const { left, top } = beside([button.getBoundingClientRect()], { width: card.offsetWidth, height: card.offsetHeight }, roomAround(root));
    Object.assign(card.style, { left: `${left}px`, top: `${top}px` });
  });
  return {
    /** There is something to tell where there is a picture. @param {import('../../scene.js').Scene} scene */
    update(scene) {
      host.hidden = scene.picture.layout === null;
    },
  };
}

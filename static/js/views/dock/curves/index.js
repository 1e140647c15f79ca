/**
 * σ, tanh, × and +: the chosen unit's own points on the curves, and the belt's circles on the step's own numbers.
 */

import { clear, html, set, svg, write } from '../../../dom.js';
import { drawCurve } from './picture.js';
import { pointsOf } from './points.js';
import { drawExample, drawOwn, drawPoints, labelOf } from './tables.js';
import { ownVectors } from './vectors.js';
import { saturationOf } from './words.js';

/** @typedef {import('../../../scene.js').Scene} Scene */
/** @typedef {import('./points.js').Point} Point */
/** @typedef {{ scene: Scene, points: Point[] }} Shown */

const CURVES = /** @type {const} */ (['sigmoid', 'tanh']);
const TITLES = { sigmoid: 'σ: 0 … 1, how far a gate is open', tanh: 'tanh: −1 … 1, a value with a sign' };

/**
 * @param {HTMLElement} place @param {(unit: number) => void} onUnit
 */
export function createCurves(place, onUnit) {
  const says = html('p', { class: 'told', role: 'status' });
  const figures = CURVES.map((curve) => {
    const picture = svg('svg', { role: 'img' });
    return { curve, picture, node: html('figure', { data: { curve } }, html('figcaption', null, TITLES[curve]), picture) };
  });
  const key = html('p', { class: 'key' }, html('span', null, html('i'), 'the curve'), html('span', { class: 'steep' }, html('i'), 'its slope'));
  const [points, own, example] = [html('div', { class: 'points-place' }), html('div', { class: 'mine-place' }), html('div')];
  drawExample(example);
  for (const [name, value] of Object.entries({ tabindex: 0, role: 'group', 'aria-label': 'curves' })) set(place, name, value); // it may scroll
  place.append(says, html('div', { class: 'body' },
    html('div', { class: 'squashing' }, html('div', { class: 'figures' }, ...figures.map(({ node }) => node)), key),
    html('div', { class: 'numbers' }, points, example), own));
  /** @type {Shown | null} */
  let shown = null;

  function draw() {
    if (!shown) return;
    for (const { curve, picture, node } of figures) {
      const mine = shown.points.filter((point) => point.curve === curve);
      node.hidden = !shown.scene.layer.signals.some(({ tree }) => tree?.op === 'call' && tree.fn === curve);
      set(picture, 'aria-label', `${curve === 'tanh' ? 'tanh' : 'σ'}; ${labelOf(mine) || 'nothing yet'}`);
      if (!node.hidden) drawCurve(picture, curve, mine);
    }
  }

  /**
   * @param {Scene} scene @param {import('../../../api.js').Arithmetic} arithmetic
   */
  function update(scene, arithmetic) {
    const found = pointsOf(scene, arithmetic);
    shown = { scene, points: found };
    const { phases, layer, moment } = scene;
    write(says, found.length ? `Unit ${moment.unit}: ${saturationOf(found)}` : `Unit ${moment.unit}: no curve has been used yet at this step; the next phase is “${phases[moment.phase + 1]?.title ?? phases[0]?.title}”.`);
    drawPoints(points, found);
    points.hidden = !found.length;
    const mine = ownVectors(scene);
    drawOwn(own, scene, mine, onUnit);
    if (!mine) own.append(html('p', { class: 'note' }, layer.belt ? 'The step’s own × and + stand here once the belt is updated.' : `No × and + on a belt here: a ${layer.title} squashes one sum, and that is its whole state.`));
    set(place, 'data-at', `${layer.name}:${moment.t}:${moment.unit}`);
    draw();
  }

  /** What is told in place of the numbers. @param {string} text */
  function instead(text) {
    write(says, text);
    shown = null;
    clear(points);
    clear(own);
  }

  new ResizeObserver(() => {
    if (place.clientWidth) draw();
  }).observe(place);
  return { update, instead };
}

/**
 * The overview above the words, for a model with more than one layer: which layer is at which word, what it holds
 * there, and what goes from one to another. One layer of it is unfolded into the belt.
 */

import { clear, html } from '../../dom.js';
import { layoutMap, pitchOf } from '../../layout/map.js';
import { createCorner } from './corner.js';
import { createNames } from './names.js';
import { MapPicture } from './picture.js';

/** @typedef {import('../../scene.js').Scene} Scene */
/** @typedef {import('./picture.js').Mode} Mode */

/**
 * @param {HTMLElement} host holds the words, and takes the overview above them
 * @param {{ onCell: (layer: string, t: number) => void, onLayer: (layer: string) => void, onMode: (mode: Mode) => void }} actions
 */
export function createMap(host, { onCell, onLayer, onMode }) {
  const names = createNames(onLayer);
  const place = html('div', { class: 'map' });
  const corner = createCorner(() => onMode(shown?.mode === 'unit' ? 'mean' : 'unit'));
  host.prepend(names.node, place, corner.node);
  /** @type {MapPicture | null} */
  let picture = null;
  /** @type {{ scene: Scene, mode: Mode } | null} */
  let shown = null;
  /** @type {unknown[]} */
  let built = [];

  /** @param {Scene} scene */
  function build({ trace }) {
    const pitch = pitchOf(trace.tokens.map(({ text }) => text), host.clientWidth - names.node.offsetWidth);
    host.style.setProperty('--pitch', `${pitch}px`);
    const layout = layoutMap(trace, pitch);
    picture = new MapPicture(layout);
    clear(place).append(picture.node);
    names.build(trace, layout);
  }

  /** @param {Scene} scene @param {Mode} mode */
  function update(scene, mode) {
    const { trace } = scene;
    const many = trace.layers.length > 1;
    host.classList.toggle('many', many);
    names.node.hidden = place.hidden = corner.node.hidden = !many;
    shown = many ? { scene, mode } : null;
    if (!many) return;
    const now = [trace, host.clientWidth, trace.total];
    if (now.some((one, k) => one !== built[k])) {
      built = now;
      build(scene);
    }
    picture?.update(scene, mode);
    names.update(scene);
    corner.update(scene, mode);
  }

  /** @param {Event} event */
  function press({ target }) {
    const cell = target instanceof Element ? target.closest('[data-map-layer]') : null;
    if (cell instanceof SVGElement) onCell(cell.dataset.mapLayer ?? '', Number(cell.dataset.mapT));
  }
  place.addEventListener('click', press);
  place.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') press(event);
  });
  new ResizeObserver(() => {
    if (shown && host.clientWidth !== built[1]) update(shown.scene, shown.mode);
  }).observe(host);
  return { update };
}

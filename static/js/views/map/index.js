/**
 * The overview above the words, for a model with more than one layer: which layer is at which word, what it holds
 * there, and what goes from one to another. One layer of it is unfolded into the belt.
 */

import { clear, html, set, write } from '../../dom.js';
import { layoutMap, pitchOf } from '../../layout/map.js';
import { isRecurrent } from '../../reading.js';
import { percent } from '../../scales.js';
import { MapPicture } from './picture.js';

/** @typedef {import('../../scene.js').Scene} Scene */
/** @typedef {import('./picture.js').Mode} Mode */

const TELLS = { unit: 'h of the chosen unit, up above zero and down below it', mean: 'the mean of |h| over all units' };

/**
 * @param {HTMLElement} host holds the words, and takes the overview above them
 * @param {{ onCell: (layer: string, t: number) => void, onLayer: (layer: string) => void, onMode: (mode: Mode) => void }} actions
 */
export function createMap(host, { onCell, onLayer, onMode }) {
  const gutter = html('div', { class: 'map-gutter' });
  const place = html('div', { class: 'map' });
  const tells = html('button', { type: 'button', class: 'small' });
  const bound = html('span', { class: 'bound' });
  const corner = html('div', { class: 'map-corner' }, tells, bound);
  host.prepend(gutter, place, corner);
  /** @type {MapPicture | null} */
  let picture = null;
  /** @type {{ layer: string, button: HTMLButtonElement }[]} */
  let names = [];
  const verdict = html('div', { class: 'map-verdict' });
  /** @type {{ scene: Scene, mode: Mode } | null} */
  let shown = null;
  /** @type {unknown[]} */
  let built = [];

  /** @param {Scene} scene */
  function build({ trace }) {
    const pitch = pitchOf(trace.tokens.map(({ text }) => text), host.clientWidth - gutter.offsetWidth);
    host.style.setProperty('--pitch', `${pitch}px`);
    const layout = layoutMap(trace, pitch);
    picture = new MapPicture(layout);
    clear(place).append(picture.node);
    names = layout.rows.map(({ layer, y, h }) => {
      const button = html('button', { type: 'button', class: 'small layer', data: { unfold: layer }, title: 'unfold this layer ( l, L )', on: { click: () => onLayer(layer) } }, trace.short(layer));
      button.style.top = `${y - 1}px`;
      button.style.height = `${h + 2}px`;
      return { layer, button };
    });
    clear(gutter).append(...names.map(({ button }) => button));
    if (layout.verdict) gutter.append(verdict);
    gutter.style.height = `${layout.height}px`;
  }

  /** The class, once both ends have read the whole. @param {Scene} scene */
  function tellVerdict({ trace, position, route }) {
    const [first] = position === route.positions - 1 ? trace.answer?.top ?? [] : [];
    write(verdict, first ? `${first[0]} ${percent(first[1])}` : 'class: both ends');
    set(verdict, 'data-value', first?.[1]);
  }

  /** @param {Scene} scene @param {Mode} mode */
  function update(scene, mode) {
    const { trace, moment } = scene;
    const many = trace.layers.length > 1;
    host.classList.toggle('many', many);
    gutter.hidden = place.hidden = corner.hidden = !many;
    shown = many ? { scene, mode } : null;
    if (!many) return;
    const now = [trace, host.clientWidth, trace.total];
    if (now.some((one, k) => one !== built[k])) {
      built = now;
      build(scene);
    }
    picture?.update(scene, mode);
    for (const { layer, button } of names) set(button, 'aria-pressed', String(layer === moment.layer));
    tellVerdict(scene);
    const most = Math.max(...trace.layers.filter(isRecurrent).map(({ name }) => trace.max(name, 'h')));
    write(tells, mode === 'unit' ? `h, unit ${moment.unit}` : 'mean |h|');
    set(tells, 'title', `each bar is ${TELLS[mode]}; press for ${TELLS[mode === 'unit' ? 'mean' : 'unit']}`);
    write(bound, mode === 'unit' ? `−${most} … +${most}` : `0 … ${most}`);
  }

  tells.addEventListener('click', () => onMode(shown?.mode === 'unit' ? 'mean' : 'unit'));
  place.addEventListener('click', ({ target }) => {
    const cell = target instanceof Element ? target.closest('[data-map-layer]') : null;
    if (cell instanceof SVGElement) onCell(cell.dataset.mapLayer ?? '', Number(cell.dataset.mapT));
  });
  new ResizeObserver(() => {
    if (shown && host.clientWidth !== built[1]) update(shown.scene, shown.mode);
  }).observe(host);
  return { update };
}

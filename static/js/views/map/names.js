/**
 * The gutter before the overview: the name of each row's layer, which unfolds it, and the class that both ends lead to.
 */

import { clear, html, set, write } from '../../dom.js';
import { percent } from '../../scales.js';

/** @typedef {import('../../scene.js').Scene} Scene */

/** @param {(layer: string) => void} onLayer a layer is to be unfolded */
export function createNames(onLayer) {
  const node = html('div', { class: 'map-gutter' });
  const verdict = html('div', { class: 'map-verdict' });
  /** @type {{ layer: string, button: HTMLButtonElement }[]} */
  let names = [];

  /** A button beside each row. @param {Scene['trace']} trace @param {import('../../layout/map.js').MapLayout} layout */
  function build(trace, layout) {
    names = layout.rows.map(({ layer, y, h }) => {
      const button = html('button', { type: 'button', class: 'small layer', data: { unfold: layer }, title: 'unfold this layer ( l, L )', on: { click: () => onLayer(layer) } }, trace.short(layer));
      button.style.top = `${y - 1}px`;
      button.style.height = `${h + 2}px`;
      return { layer, button };
    });
    clear(node).append(...names.map(({ button }) => button));
    if (layout.verdict) node.append(verdict);
    node.style.height = `${layout.height}px`;
  }

  /** The class is told once both ends have read the whole. @param {Scene} scene */
  function update({ trace, moment, position, route }) {
    for (const { layer, button } of names) set(button, 'aria-pressed', String(layer === moment.layer));
    const [first] = position === route.positions - 1 ? trace.answer?.top ?? [] : [];
    write(verdict, first ? `${first[0]} ${percent(first[1])}` : 'class: both ends');
    set(verdict, 'data-value', first?.[1]);
  }
  return { node, build, update };
}

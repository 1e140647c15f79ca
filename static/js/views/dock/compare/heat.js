/**
 * Numbers of all units at all pairs as a heatmap, as wide as the columns above it.
 */

import { html, set, write } from '../../../dom.js';
import { clamp, divergingStops, signed } from '../../../scales.js';
import { brushOf, paletteOf, pixelsOf } from '../../charts/cells.js';

const WIDEST = 16_000; // px of a canvas

/**
 * @typedef {object} Heat
 * @property {(number[] | Float32Array | null)[]} columns the units' numbers at each pair; null where there are none
 * @property {number} units
 * @property {number} max the bound of the colours, above 0
 * @property {number} pair the present one
 * @property {number | null} unit the chosen one; null where none can be
 * @property {(pair: number) => string} at where a pair is, in words
 */

/** Paints the cells as large as their place. @param {HTMLCanvasElement} canvas @param {HTMLElement} place @param {Heat} heat */
function paint(canvas, { clientWidth: width, clientHeight: height }, { columns, units, max }) {
  const rows = Array.from({ length: units }, (_, unit) => columns.map((column) => column?.[unit] ?? null));
  const pixels = pixelsOf(rows, paletteOf(divergingStops(getComputedStyle(canvas))), -max, max);
  const sharp = Math.min(window.devicePixelRatio || 1, WIDEST / width);
  [canvas.width, canvas.height] = [Math.round(width * sharp), Math.round(height * sharp)];
  const brush = brushOf(canvas);
  brush.scale(sharp, sharp);
  brush.imageSmoothingEnabled = false;
  brush.drawImage(pixels, 0, 0, width, height);
}

/** @param {(pair: number, unit: number) => void} onPlace */
export function createHeat(onPlace) {
  const canvas = html('canvas', { 'aria-hidden': 'true' });
  const column = html('i', { class: 'column' });
  const row = html('i', { class: 'row' });
  const pointed = html('output', { class: 'pointed', hidden: true });
  const node = html('div', { class: 'heat' }, canvas, row, column, pointed);
  /** @type {Heat | null} */
  let shown = null;
  let painted = '';

  /** What is under the pointer. @param {MouseEvent} event */
  function under({ clientX, clientY }) {
    const box = node.getBoundingClientRect();
    if (!shown || !box.width || !box.height) return null;
    const { columns, units } = shown;
    const pair = clamp(Math.floor(((clientX - box.left) / box.width) * columns.length), 0, columns.length - 1);
    const unit = clamp(Math.floor(((clientY - box.top) / box.height) * units), 0, units - 1);
    const value = columns[pair]?.[unit];
    return value === undefined ? null : { pair, unit, value, x: clientX - box.left, y: clientY - box.top };
  }
  node.addEventListener('click', (event) => {
    const place = under(event);
    if (place) onPlace(place.pair, place.unit);
  });
  node.addEventListener('pointermove', (event) => {
    const place = under(event);
    set(pointed, 'hidden', !place);
    if (!place || !shown) return;
    write(pointed, `unit ${place.unit} at ${shown.at(place.pair)}: ${signed(place.value, 4)}`);
    pointed.style.left = `${clamp(place.x + 12, 0, node.clientWidth - pointed.offsetWidth)}px`;
    pointed.style.top = `${clamp(place.y - 28, 0, node.clientHeight - pointed.offsetHeight)}px`;
  });
  node.addEventListener('pointerleave', () => set(pointed, 'hidden', true));

  return {
    node,
    /** @param {Heat} heat @param {string} key another one for other numbers or colours */
    update(heat, key) {
      shown = heat;
      const { columns, units, pair, unit } = heat;
      const size = `${key} ${node.clientWidth} ${node.clientHeight}`;
      if (size !== painted && node.clientWidth && node.clientHeight) {
        paint(canvas, node, heat);
        painted = size;
      }
      column.hidden = pair < 0;
      column.style.left = `${(100 * pair) / columns.length}%`;
      column.style.width = `${100 / columns.length}%`;
      row.hidden = unit === null;
      row.style.top = `${(100 * (unit ?? 0)) / units}%`;
      row.style.height = `${100 / units}%`;
    },
  };
}

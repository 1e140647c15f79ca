/**
 * Every prediction by every word: a row for each prediction, a column for each word, as dark as it moves it. The scale is
 * logarithmic, over the decades that there are, six at most.
 */

import { clear, html, set, svg, write } from '../../../dom.js';
import { normText, powerOf } from '../../../layout/gradient.js';
import { clamp, sequentialStops } from '../../../scales.js';
import { glyph, quoted } from '../../../wording.js';
import { brushOf, paletteOf, pixelsOf } from '../../charts/cells.js';

/** @typedef {{ t: number, symbol: string, values: Float32Array }} Row of one prediction */
/** @typedef {{ words: readonly string[], rows: readonly Row[], t: number }} MapPicture */

const MARGIN = { left: 92, bottom: 20, top: 4, right: 4 };
const DECADES = 6;
const MOVES = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] });

/** The decades that a map is coloured over. @param {readonly Row[]} rows @returns {[number, number]} exponents */
export function rangeOf(rows) {
  const logs = rows.flatMap(({ values }) => [...values].filter((one) => one > 0).map(Math.log10));
  if (!logs.length) return [-1, 0];
  const high = Math.ceil(Math.max(...logs));
  return [Math.max(high - DECADES, Math.min(high - 1, Math.floor(Math.min(...logs)))), high];
}

/**
 * The pointer and the keys.
 * @param {SVGSVGElement} picture
 * @param {object} map
 * @param {() => (MapPicture & { column: number, height: number }) | null} map.place
 * @param {() => { row: number, t: number }} map.cursor
 * @param {(row: number, t: number) => void} map.point
 * @param {(t: number) => void} map.onPlace
 * @param {() => void} map.leave
 */
function listen(picture, { place, cursor, point, onPlace, leave }) {
  /** @param {MouseEvent} event */
  function under({ clientX, clientY }) {
    const box = picture.getBoundingClientRect();
    const { column, height } = place() ?? { column: 1, height: 1 };
    return { row: Math.floor((clientY - box.top - MARGIN.top) / height), t: Math.floor((clientX - box.left - MARGIN.left) / column) };
  }
  /** @param {number} row */
  function go(row) {
    const found = place()?.rows[row];
    if (found) onPlace(found.t);
  }
  picture.addEventListener('pointermove', (event) => {
    const { row, t } = under(event);
    point(row, t);
  });
  picture.addEventListener('pointerleave', leave);
  picture.addEventListener('click', (event) => go(under(event).row));
  picture.addEventListener('keydown', (event) => {
    const by = MOVES[event.key];
    const { row, t } = cursor();
    if (event.key === 'Enter') go(row);
    else if (by) point(row + by[1], t + by[0]);
    else return;
    event.preventDefault();
    event.stopPropagation(); // the arrows walk elsewhere
  });
}

/** @param {HTMLElement} host @param {{ onPlace: (t: number) => void }} actions */
export function createMap(host, { onPlace }) {
  const canvas = html('canvas', { 'aria-hidden': 'true' });
  const picture = svg('svg', { tabindex: 0, role: 'img', 'aria-label': 'a row for each prediction, a column for each word' });
  const pointed = html('output', { class: 'pointed', hidden: true });
  const node = html('div', { class: 'gradient-map' }, canvas, picture, pointed);
  host.append(node);
  /** @type {(MapPicture & { column: number, height: number }) | null} */
  let shown = null;
  let cursor = { row: 0, t: 0 };

  /** @param {number} row @param {number} t */
  function point(row, t) {
    const found = shown?.rows[row];
    const value = found?.values[t];
    const known = found && value !== undefined && t <= found.t;
    set(pointed, 'hidden', !known);
    if (!known || !shown) return;
    cursor = { row, t };
    write(pointed, `${quoted(found.symbol)} after ${quoted(shown.words[found.t] ?? '')}, by ${quoted(shown.words[t] ?? '')}: ${Number.isNaN(value) ? 'not at work' : normText(value)}`);
    const [x, y] = [MARGIN.left + (t + 0.5) * shown.column, MARGIN.top + (row + 0.5) * shown.height];
    pointed.style.left = `${clamp(x + 10, 0, host.clientWidth - pointed.offsetWidth)}px`;
    pointed.style.top = `${clamp(y - 30, 0, host.clientHeight - pointed.offsetHeight)}px`;
  }

  listen(picture, { place: () => shown, cursor: () => cursor, point, onPlace, leave: () => set(pointed, 'hidden', true) });

  /** @param {MapPicture} given */
  function show(given) {
    const { words, rows, t } = given;
    const [width, height] = [host.clientWidth - MARGIN.left - MARGIN.right, host.clientHeight - MARGIN.top - MARGIN.bottom];
    shown = { ...given, column: width / words.length, height: Math.min(26, height / Math.max(1, rows.length)) };
    const [low, high] = rangeOf(rows);
    const cells = rows.map(({ t: at, values }) => [...values].map((value, k) => (k > at || Number.isNaN(value) ? null : Math.log10(value))));
    const sharp = window.devicePixelRatio || 1;
    const tall = shown.height * rows.length;
    [canvas.width, canvas.height] = [Math.round(width * sharp), Math.round(tall * sharp)];
    Object.assign(canvas.style, { left: `${MARGIN.left}px`, top: `${MARGIN.top}px`, width: `${width}px`, height: `${tall}px` });
    const brush = brushOf(canvas);
    brush.imageSmoothingEnabled = false;
    if (rows.length) brush.drawImage(pixelsOf(cells, paletteOf(sequentialStops(getComputedStyle(canvas), 'output')), low, high), 0, 0, canvas.width, canvas.height);
    set(picture, 'width', host.clientWidth);
    set(picture, 'height', host.clientHeight);
    clear(picture).append(...labels(shown, t, tall));
    return `from ${powerOf(low)} to ${powerOf(high)}`;
  }

  return { show, node };
}

/** @param {MapPicture & { column: number, height: number }} shown @param {number} t @param {number} tall */
function labels({ words, rows, column, height }, t, tall) {
  const short = (/** @type {string} */ text, /** @type {number} */ room) => {
    const most = Math.max(1, Math.floor(room / 6.4));
    return text.length > most ? `${text.slice(0, most - 1)}…` : text;
  };
  const every = Math.max(1, Math.ceil(11 / height));
  return [
    ...rows.flatMap(({ t: at, symbol }, row) => (row % every === 0 || at === t ? [svg('text', { class: at === t ? 'row chosen' : 'row', x: MARGIN.left - 6, y: MARGIN.top + (row + 0.5) * height + 4 }, short(glyph(symbol), MARGIN.left - 8))] : [])),
    ...(column < 24 ? [] : words.map((word, at) => svg('text', { class: at === t ? 'column chosen' : 'column', x: MARGIN.left + (at + 0.5) * column, y: MARGIN.top + tall + 14 }, short(glyph(word), column)))),
    ...rows.flatMap(({ t: at }, row) => (at === t ? [svg('rect', { class: 'outline', x: MARGIN.left, y: MARGIN.top + row * height, width: column * words.length, height })] : [])),
  ];
}

/**
 * The letters of a word and the filters that answered to them: each filter's row has a bracket over the letters that it
 * saw where it answered most, and a bar of how strongly.
 */

import { clear, html, set, svg } from '../dom.js';
import { lettersLayout } from '../layout/letters.js';
import { seenBy, spelledAt } from '../letter-filters.js';
import { signed } from '../scales.js';

/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {import('../letter-filters.js').Spelled} Spelled */

const SHOWN = 10;

/**
 * @param {HTMLElement} host @param {{ onFilter: (filter: number) => void }} actions
 */
export function createLetters(host, { onFilter }) {
  const place = html('div', { class: 'letters-picture' });
  host.append(place);
  /** @type {Scene | null} */
  let shown = null;
  let drawnAt = 0;

  /** The strongest filters, and the chosen one. @param {Spelled[]} all @param {number} unit */
  function rowsOf(all, unit) {
    const rows = all.slice(0, SHOWN);
    const chosen = all.find(({ filter }) => filter === unit);
    return !chosen || rows.includes(chosen) ? rows : [...rows.slice(0, -1), chosen];
  }

  /** @param {Scene} scene */
  function update(scene) {
    shown = scene;
    drawnAt = host.clientWidth;
    const { trace, moment, reached } = scene;
    const all = spelledAt(scene, moment.t);
    const [first] = all;
    if (!first) return;
    const rows = reached('fired') ? rowsOf(all, moment.unit) : [];
    const { letters } = first;
    const { width, height, boxes, lines } = lettersLayout(host.clientWidth, letters.length, rows.map(({ window }) => window), parseFloat(getComputedStyle(place).fontSize));
    const bound = trace.max(scene.layer.name, 'fired');
    const picture = svg('svg', { class: 'letters-rows', role: 'application', 'aria-roledescription': 'picture', width, height, 'aria-label': describe(scene, rows) },
      ...boxes.map(({ x, y, w, h }, k) => svg('g', { class: k === 0 || k === letters.length - 1 ? 'letter mark' : 'letter' },
        svg('rect', { x, y, width: w, height: h, rx: 4 }), svg('text', { x: x + w / 2, y: y + h * 0.68, 'text-anchor': 'middle' }, letters[k] ?? ''))),
      ...rows.map((row, k) => drawRow(row, /** @type {import('../layout/letters.js').FilterLine} */ (lines[k]), bound, moment.unit)));
    set(picture.querySelector('.filter') ?? picture, 'tabindex', rows.length ? '0' : null); // from where keys go on
    clear(place).append(picture);
    set(place, 'tabindex', width > host.clientWidth ? '0' : null); // what scrolls is reached by keys
  }

  /** @param {Spelled} row @param {import('../layout/letters.js').FilterLine} line @param {number} bound @param {number} unit */
  function drawRow({ filter, value, window, letters }, { y, h, bracket, bar, name, number }, bound, unit) {
    const node = svg('g', { class: filter === unit ? 'filter chosen' : 'filter', role: 'img', 'aria-label': `filter ${filter}: ${signed(value, 4)} at “${seenBy({ letters, window, filter, value })}”`, data: { filter, value, from: window[0], to: window[1], explain: `filter:${filter}` } },
      svg('rect', { class: 'catch', x: 0, y, width: number.x, height: h }),
      svg('rect', { class: 'bracket', x: bracket.x, y: y + 3, width: bracket.w, height: h - 6, rx: 4 }),
      ...letters.slice(...window).map((letter, k) => svg('text', { class: 'seen', x: bracket.x + (k + 0.5) * (bracket.w / (window[1] - window[0])), y: y + h * 0.68, 'text-anchor': 'middle' }, letter)),
      svg('text', { class: 'name', x: name.x, y: y + h * 0.68 }, `filter ${filter}`),
      svg('rect', { class: 'bar', x: bar.x, y: y + 5, width: Math.max(1, (value / bound) * bar.w), height: h - 10 }),
      svg('text', { class: 'value', x: number.x, y: y + h * 0.68, 'text-anchor': 'end' }, signed(value)));
    node.addEventListener('click', () => onFilter(filter));
    return node;
  }

  /** @param {Scene} scene @param {Spelled[]} rows */
  const describe = ({ trace, moment }, rows) => [`Letters of “${trace.tokens[moment.t]?.text}”`,
    ...rows.map((row) => `filter ${row.filter} answers ${signed(row.value)} to “${seenBy(row)}”`)].join('. ');

  new ResizeObserver(() => {
    if (shown && !host.hidden && host.clientWidth !== drawnAt) update(shown);
  }).observe(host);
  return { update };
}

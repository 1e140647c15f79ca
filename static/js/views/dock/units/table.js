/**
 * The units as a table: a row each, a column a measure, with a small bar in every cell. A heading sorts, a row chooses its
 * unit. Up and down go from row to row; the table is one stop of Tab.
 */

import { clear, html, set } from '../../../dom.js';
import { mostOf, ordered } from '../../../units.js';

/** @typedef {import('../../../units.js').Column} Column */
/** @typedef {import('../../../units.js').Unit} Unit */
/** @typedef {{ layer: string, unit: number }} Place */

/** @param {Place} place */
const keyOf = ({ layer, unit }) => `${layer}.${unit}`;

/** @param {Column} column @param {Unit} unit @param {number} most @param {string} hue */
function cell(column, unit, most, hue) {
  const value = column.value(unit);
  const bar = column.part && value !== null ? html('i') : null;
  if (bar && column.part && value !== null) {
    const part = Math.max(-1, Math.min(1, Number.isFinite(value) ? column.part(value, most) : 1));
    bar.style.setProperty('--part', Math.abs(part).toFixed(4));
    if (part < 0) bar.className = 'minus';
  }
  return html('td', { class: hue, data: { measure: column.key } }, bar, html('span', null, column.text(unit)));
}

/**
 * @param {HTMLElement} place
 * @param {object} how
 * @param {(chosen: Place) => void} how.onUnit
 * @param {(says: string | null) => void} how.onMeaning a heading is pointed at or has the focus; null when it no longer is
 * @param {(signal: string) => string} how.hueOf
 */
export function createTable(place, { onUnit, onMeaning, hueOf }) {
  const [head, body] = [html('thead'), html('tbody')];
  const scroll = html('div', { class: 'units-scroll' }, html('table', { class: 'units-table' }, html('caption', { class: 'visually-hidden' }, 'The units and what they do; a heading sorts, a row chooses its unit'), head, body));
  place.append(scroll);
  /** @type {Column[]} */
  let columns = [];
  /** @type {readonly Unit[]} */
  let units = [];
  /** @type {Map<string, HTMLTableRowElement>} */
  let rows = new Map();
  let [sort, down] = ['', true];
  /** @type {Place | null} */
  let chosen = null;

  const buttons = () => [...body.querySelectorAll('button')];
  body.addEventListener('keydown', (event) => {
    const all = buttons();
    const at = all.indexOf(/** @type {HTMLButtonElement} */ (event.target));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    all[Math.max(0, Math.min(to, all.length - 1))]?.focus();
    event.preventDefault();
    event.stopPropagation(); // the arrows walk elsewhere
  });
  body.addEventListener('focusin', ({ target }) => {
    for (const button of buttons()) button.tabIndex = button === target ? 0 : -1;
  });

  /** @param {Column} column */
  function sortBy(column) {
    [sort, down] = [column.key, sort === column.key ? !down : true];
    arrange();
    scroll.scrollTop = 0;
  }

  /** Puts the rows into the chosen order. */
  function arrange() {
    const column = columns.find(({ key }) => key === sort) ?? columns[0];
    const inOrder = sort === 'unit' || !column ? (down ? [...units] : [...units].reverse()) : ordered(units, column, down);
    body.append(...inOrder.flatMap((unit) => rows.get(keyOf(unit)) ?? []));
    for (const heading of head.querySelectorAll('th[data-measure]')) {
      set(heading, 'aria-sort', heading instanceof HTMLElement && heading.dataset.measure === sort ? (down ? 'descending' : 'ascending') : null);
    }
  }

  /** @param {Column} column */
  function heading(column) {
    const tell = () => onMeaning(column.says);
    const silent = () => onMeaning(null);
    return html('th', { scope: 'col', class: column.signal ? hueOf(column.signal) : '', data: { measure: column.key } },
      html('button', { type: 'button', title: column.says, on: { click: () => sortBy(column), focus: tell, pointerenter: tell, blur: silent, pointerleave: silent } }, column.label));
  }

  /** The headings over the headings: a group each, as wide as it has columns. */
  function groups() {
    /** @type {{ group: string, span: number, hue: string }[]} */
    const found = [];
    for (const { group, signal } of columns) {
      const last = found.at(-1);
      if (last?.group === group) last.span += 1;
      else found.push({ group, span: 1, hue: signal ? hueOf(signal) : '' });
    }
    return found.map(({ group, span, hue }) => html('th', { scope: 'colgroup', colspan: span, class: hue }, group));
  }

  /** Another set of measures. @param {readonly Unit[]} given @param {Column[]} measures @param {boolean} layered whether there is more than one layer */
  function show(given, measures, layered) {
    const focused = document.activeElement instanceof HTMLElement && body.contains(document.activeElement) ? document.activeElement.closest('tr')?.dataset.key : undefined;
    const top = scroll.scrollTop;
    [units, columns] = [given, measures];
    if (sort !== 'unit' && !columns.some(({ key }) => key === sort)) [sort, down] = [columns.find(({ key }) => key === 'bits' || key === 'moves')?.key ?? 'unit', true];
    const first = /** @type {Column} */ ({ key: 'unit', group: '', label: 'unit', says: 'The units as the layer has them. A click or Enter on one chooses it everywhere.' });
    clear(head).append(html('tr', null, html('td'), ...groups()), html('tr', null, heading(first), ...columns.map(heading)));
    const most = columns.map((column) => mostOf(column, units));
    rows = new Map(units.map((unit) => [keyOf(unit), html('tr', { data: { key: keyOf(unit) } },
      html('th', { scope: 'row' }, html('button', { type: 'button', tabindex: -1, 'aria-label': `unit ${unit.unit}${layered ? ` of ${unit.layer}` : ''}`, on: { click: () => onUnit(unit) } }, layered ? `${unit.layer} ${unit.unit}` : unit.unit)),
      ...columns.map((column, k) => cell(column, unit, most[k] ?? 0, column.signal ? hueOf(column.signal) : '')))]));
    clear(body);
    arrange();
    mark();
    scroll.scrollTop = top;
    if (focused) rows.get(focused)?.querySelector('button')?.focus();
  }

  /** Marks the chosen unit's row. */
  function mark() {
    const row = chosen && rows.get(keyOf(chosen));
    for (const other of rows.values()) {
      const button = /** @type {HTMLButtonElement} */ (other.querySelector('button'));
      set(other, 'class', other === row ? 'chosen' : null);
      set(button, 'aria-current', other === row ? 'true' : null);
      button.tabIndex = other === row ? 0 : -1;
    }
    const stop = /** @type {HTMLButtonElement | null} */ (row ? null : body.querySelector('button'));
    if (stop) stop.tabIndex = 0; // Tab leads somewhere, also while the chosen unit is none of these
  }

  /** Brings the chosen unit's row into sight. */
  function reveal() {
    const row = chosen && rows.get(keyOf(chosen));
    if (!row) return;
    const above = head.offsetHeight;
    if (row.offsetTop - above < scroll.scrollTop) scroll.scrollTop = row.offsetTop - above;
    else if (row.offsetTop + row.offsetHeight > scroll.scrollTop + scroll.clientHeight) scroll.scrollTop = row.offsetTop + row.offsetHeight - scroll.clientHeight;
  }

  return {
    show,
    /** @param {Place} place */
    choose(place) {
      if (chosen && keyOf(chosen) === keyOf(place)) return;
      chosen = place;
      mark();
      reveal();
    },
    /** @param {boolean} hidden */
    hide: (hidden) => set(scroll, 'hidden', hidden),
  };
}

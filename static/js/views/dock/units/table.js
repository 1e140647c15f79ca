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
  return html('td', { class: hue, data: { measure: column.key, value } }, bar, html('span', null, column.text(unit)));
}

/**
 * The headings over the headings: a group each, as wide as it has columns.
 * @param {Column[]} columns @param {(signal: string) => string} hueOf
 */
function groups(columns, hueOf) {
  /** @type {{ group: string, span: number, hue: string }[]} */
  const found = [];
  for (const { group, signal } of columns) {
    const last = found.at(-1);
    if (last?.group === group) last.span += 1;
    else found.push({ group, span: 1, hue: signal ? hueOf(signal) : '' });
  }
  return found.map(({ group, span, hue }) => html('th', { scope: 'colgroup', colspan: span, class: hue }, group));
}

const FIRST = /** @type {Column} */ ({ key: 'unit', group: '', label: 'unit', says: 'The units as the layer has them. A click or Enter on one chooses it everywhere.' });

export class UnitsTable {
  /**
   * @param {HTMLElement} place
   * @param {object} how
   * @param {(chosen: Place) => void} how.onUnit
   * @param {(says: string | null) => void} how.onMeaning a heading is pointed at or has the focus; null when it no longer is
   * @param {(signal: string) => string} how.hueOf
   */
  constructor(place, { onUnit, onMeaning, hueOf }) {
    this.onUnit = onUnit;
    this.onMeaning = onMeaning;
    this.hueOf = hueOf;
    this.head = html('thead');
    this.body = html('tbody');
    this.scroll = html('div', { class: 'units-scroll' }, html('table', { class: 'units-table' }, html('caption', { class: 'visually-hidden' }, 'The units and what they do; a heading sorts, a row chooses its unit'), this.head, this.body));
    place.append(this.scroll);
    /** @type {Column[]} */
    this.columns = [];
    /** @type {readonly Unit[]} */
    this.units = [];
    /** @type {Map<string, HTMLTableRowElement>} */
    this.rows = new Map();
    this.sort = '';
    this.down = true;
    /** @type {Place | null} */
    this.chosen = null;
    this.body.addEventListener('keydown', (event) => this.key(event));
    this.body.addEventListener('focusin', ({ target }) => {
      for (const button of this.buttons) button.tabIndex = button === target ? 0 : -1;
    });
  }

  get buttons() {
    return [...this.body.querySelectorAll('button')];
  }

  /** From row to row. @param {KeyboardEvent} event */
  key(event) {
    const all = this.buttons;
    const at = all.indexOf(/** @type {HTMLButtonElement} */ (event.target));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    all[Math.max(0, Math.min(to, all.length - 1))]?.focus();
    event.preventDefault();
    event.stopPropagation(); // the arrows walk elsewhere
  }

  /** By a measure, the largest first; by the same once more, the smallest. @param {string} measure */
  sortBy(measure) {
    [this.sort, this.down] = [measure, this.sort === measure ? !this.down : true];
    this.arrange();
    this.scroll.scrollTop = 0;
  }

  /** Puts the rows into the chosen order. */
  arrange() {
    const { units, sort, down } = this;
    const column = this.columns.find(({ key }) => key === sort);
    const inOrder = column ? ordered(units, column, down) : down ? [...units] : [...units].reverse();
    this.body.append(...inOrder.flatMap((unit) => this.rows.get(keyOf(unit)) ?? []));
    for (const heading of this.head.querySelectorAll('th[data-measure]')) {
      set(heading, 'aria-sort', heading instanceof HTMLElement && heading.dataset.measure === sort ? (down ? 'descending' : 'ascending') : null);
    }
  }

  /** @param {Column} column */
  heading(column) {
    const [tell, silent] = [() => this.onMeaning(column.says), () => this.onMeaning(null)];
    const on = { click: () => this.sortBy(column.key), focus: tell, pointerenter: tell, blur: silent, pointerleave: silent };
    return html('th', { scope: 'col', class: column.signal ? this.hueOf(column.signal) : '', data: { measure: column.key } }, html('button', { type: 'button', title: column.says, on }, column.label));
  }

  /** @param {Unit} unit @param {number[]} most @param {((layer: string) => string) | null} layerName */
  row(unit, most, layerName) {
    const layer = layerName?.(unit.layer);
    const [name, of] = layer ? [`${layer} · ${unit.unit}`, ` of ${layer}`] : [String(unit.unit), ''];
    return html('tr', { data: { key: keyOf(unit) } },
      html('th', { scope: 'row' }, html('button', { type: 'button', tabindex: -1, 'aria-label': `unit ${unit.unit}${of}`, on: { click: () => this.onUnit(unit) } }, name)),
      ...this.columns.map((column, k) => cell(column, unit, most[k] ?? 0, column.signal ? this.hueOf(column.signal) : '')));
  }

  /** Another set of measures. @param {readonly Unit[]} units @param {Column[]} columns @param {((layer: string) => string) | null} layerName a layer's name, where there is more than one */
  show(units, columns, layerName) {
    const focus = document.activeElement;
    const focused = focus instanceof HTMLElement && this.body.contains(focus) ? focus.closest('tr')?.dataset.key : undefined;
    const top = this.scroll.scrollTop;
    [this.units, this.columns] = [units, columns];
    if (this.sort !== FIRST.key && !columns.some(({ key }) => key === this.sort)) [this.sort, this.down] = [columns.find(({ key }) => key === 'bits' || key === 'moves')?.key ?? FIRST.key, true];
    clear(this.head).append(html('tr', null, html('td'), ...groups(columns, this.hueOf)), html('tr', null, this.heading(FIRST), ...columns.map((column) => this.heading(column))));
    const most = columns.map((column) => mostOf(column, units));
    this.rows = new Map(units.map((unit) => [keyOf(unit), this.row(unit, most, layerName)]));
    clear(this.body);
    this.arrange();
    this.mark();
    this.scroll.scrollTop = top;
    if (focused) this.rows.get(focused)?.querySelector('button')?.focus();
  }

  /** Marks the chosen unit's row. */
  mark() {
    const row = this.chosen && this.rows.get(keyOf(this.chosen));
    for (const other of this.rows.values()) {
      const button = /** @type {HTMLButtonElement} */ (other.querySelector('button'));
      set(other, 'class', other === row ? 'chosen' : null);
      set(button, 'aria-current', other === row ? 'true' : null);
      button.tabIndex = other === row ? 0 : -1;
    }
    const [first] = this.buttons;
    if (!row && first) first.tabIndex = 0; // Tab leads somewhere, also while the chosen unit is none of these
  }

  /** Brings the chosen unit's row into sight. */
  reveal() {
    const row = this.chosen && this.rows.get(keyOf(this.chosen));
    if (!row) return;
    const [above, below] = [row.offsetTop - this.head.offsetHeight, row.offsetTop + row.offsetHeight - this.scroll.clientHeight];
    if (above < this.scroll.scrollTop) this.scroll.scrollTop = above;
    else if (below > this.scroll.scrollTop) this.scroll.scrollTop = below;
  }

  /** @param {Place} place */
  choose(place) {
    if (this.chosen && keyOf(this.chosen) === keyOf(place)) return;
    this.chosen = place;
    this.mark();
    this.reveal();
  }
}

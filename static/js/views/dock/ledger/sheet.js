/**
 * The ledger as a table: what each step kept, erased and wrote, and what the unit holds after it. A row adds up as it is
 * shown: kept and erased are what the row before it ends with, kept and written what it ends with itself.
 */

import { alone, Digits, product, sum } from '../../../digits.js';
import { clear, html, math, set } from '../../../dom.js';
import { hueClass, hueOf } from '../../../gates.js';
import { inline, operator, piece, symbol, symbols } from '../../../mathml.js';
import { plain } from '../../../scales.js';
import { glyph, spoken } from '../../../wording.js';

/** @typedef {import('../../../scene.js').Scene} Scene */
/** @typedef {import('../../../ledger.js').Entry} Entry */
/** @typedef {{ keep: number, kept: number, erased: number, written: number, value: number, sign: string }} RowDigits */

/**
 * With how many digits each row is shown.
 * @param {readonly Entry[]} entries @returns {RowDigits[]}
 */
export function rowDigits(entries) {
  const digits = new Digits();
  let before = alone(entries[0]?.before ?? 0);
  const rows = entries.map((entry) => {
    const [keep, kept, erased, written, value] = [entry.keep, entry.kept, entry.erased, entry.written, entry.value].map(alone);
    if (!keep || !kept || !erased || !written || !value) throw new RangeError('a row has five numbers');
    const sides = [product([keep, before]), sum([kept, erased]), sum([kept, written])];
    const [times, found, holds] = sides;
    if (times && found && holds) {
      digits.equate(times, kept);
      digits.equate(found, before);
      digits.equate(holds, value);
    }
    before = value;
    return { keep, kept, erased, written, value, sides };
  });
  digits.settle();
  return rows.map(({ keep, kept, erased, written, value, sides }) => ({
    keep: digits.of(keep), kept: digits.of(kept), erased: digits.of(erased), written: digits.of(written), value: digits.of(value), sign: digits.sign(...sides),
  }));
}

/** The heads of the columns, by the layer's own belt. @param {Scene['layer']} layer */
function headsOf({ belt, signals, direction }) {
  if (!belt) return [];
  const previous = symbol(`${belt.state}_${direction === 'backward' ? 'next' : 'prev'}`);
  const gate = signals.find(({ name }) => name === belt.keeps.name);
  const keeps = () => (belt.keeps.op === 'name' ? symbols(belt.keeps) : math('mrow', null, operator('('), symbols(belt.keeps), operator(')')));
  const rest = math('mrow', null, operator('('), math('mn', null, '1'), operator('−'), keeps(), operator(')'));
  const writes = inline(belt.writes, new Map());
  return [
    { name: 'gate', hue: gate ? hueClass(hueOf(gate)) : '', label: gate?.label ?? 'keeps', math: piece(keeps()) },
    { name: 'kept', hue: gate ? hueClass(hueOf(gate)) : '', label: 'kept', math: piece(keeps(), operator('×'), previous.cloneNode(true)) },
    { name: 'erased', hue: '', label: 'erased', math: piece(rest, operator('×'), previous) },
    { name: 'written', hue: 'hue-input', label: 'written', math: piece(symbols(writes)) },
    { name: 'holds', hue: 'hue-state', label: 'holds then', math: piece(symbol(belt.state)) },
  ];
}

/**
 * @param {HTMLElement} host @param {(t: number) => void} onStep
 */
export function createSheet(host, onStep) {
  const [caption, head, body] = [html('caption', { class: 'visually-hidden' }), html('tr'), html('tbody')];
  host.append(html('table', { class: 'sheet' }, caption, html('thead', null, head), body));
  let written = '';

  /** @param {Scene} scene @param {Entry} entry @param {RowDigits} digits */
  function rowOf({ trace, layer }, { t, keep, kept, erased, written: wrote, value, held }, digits) {
    const { text } = trace.read(layer.name, t);
    const about = digits.sign === '=' ? '' : '≈ ';
    /** @type {[string, number, string][]} */
    const cells = [
      ['gate', keep, plain(keep, digits.keep)], ['kept', kept, plain(kept, digits.kept)], ['erased', erased, plain(erased, digits.erased)],
      ['written', wrote, plain(wrote, digits.written)], ['holds', value, `${about}${plain(value, digits.value)}`]];
    return html('tr', { data: { t }, class: held ? 'held' : '' },
      html('th', { scope: 'row' }, html('button', { type: 'button', 'aria-label': `go to ${spoken(text)}`, on: { click: () => onStep(t) } }, glyph(text))),
      ...cells.map(([column, full, text]) => html('td', { data: { column, value: full } }, text)));
  }

  /** @param {Scene} scene @param {readonly Entry[]} entries */
  function update(scene, entries) {
    const { layer, moment, trace } = scene;
    const key = JSON.stringify([layer.name, layer.cell, moment.unit, trace.model.name, trace.text, trace.clamps, trace.total, entries.length]);
    if (key !== written) {
      written = key;
      caption.textContent = `What each step kept, erased and wrote of unit ${moment.unit}`;
      clear(head).append(html('td'), ...headsOf(layer).map(({ hue, label, math: formula }) => html('th', { scope: 'col', class: hue }, html('span', null, label), formula)));
      const digits = rowDigits(entries);
      clear(body).append(...entries.flatMap((entry, k) => (digits[k] ? [rowOf(scene, entry, digits[k])] : [])));
    }
    for (const row of body.children) set(row, 'aria-current', row.getAttribute('data-t') === String(moment.t) ? 'step' : null);
    const current = body.querySelector('[aria-current]');
    if (current instanceof HTMLElement) host.scrollTop = Math.max(0, current.offsetTop - host.clientHeight + current.offsetHeight + 2);
  }

  return { update };
}

/**
 * The ledger as a table: what each step found, kept, erased and wrote, and what the unit holds after it. A row adds up as
 * it is shown: kept and erased are what it found, kept and written what it ends with.
 */

import { alone, Digits, product, sum } from '../../../digits.js';
import { clear, html, math, set } from '../../../dom.js';
import { hueClass, hueOf } from '../../../gates.js';
import { inline, operator, piece, symbol, symbols } from '../../../mathml.js';
import { plain } from '../../../scales.js';
import { glyph, spoken } from '../../../wording.js';
import { wordsOf } from '../../charts/labels.js';

/** @typedef {import('../../../scene.js').Scene} Scene */
/** @typedef {import('../../../ledger.js').Entry} Entry */
/** @typedef {{ keep: number, before: number, kept: number, erased: number, written: number, value: number, sign: string }} RowDigits */

/**
 * With how many digits a row is shown, so that it agrees by itself.
 * @param {Entry} entry @returns {RowDigits}
 */
export function rowDigits(entry) {
  const digits = new Digits();
  const [keep, before, kept, erased, written, value] = [alone(entry.keep), alone(entry.before), alone(entry.kept), alone(entry.erased), alone(entry.written), alone(entry.value)];
  const [times, found, holds] = [product([keep, before]), sum([kept, erased]), sum([kept, written])];
  digits.equate(times, kept, { sparing: true });
  digits.equate(found, before, { sparing: true });
  digits.equate(holds, value, { sparing: true });
  digits.settle();
  return {
    keep: digits.of(keep), before: digits.of(before), kept: digits.of(kept), erased: digits.of(erased), written: digits.of(written), value: digits.of(value),
    sign: digits.sign(times, found, holds),
  };
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
    { name: 'found', hue: 'hue-state', label: 'found', math: piece(previous.cloneNode(true)) },
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
  /** @type {Scene['trace'] | null} */
  let of = null;
  /** @type {Map<string, HTMLElement>} the rows that were made, by step and word */
  const made = new Map();

  /** @param {Entry} entry @param {string} text */
  function makeRow(entry, text) {
    const { t, keep, before, kept, erased, written: wrote, value, held } = entry;
    const digits = rowDigits(entry);
    const about = digits.sign === '=' ? '' : '≈ ';
    /** @type {[string, number, string][]} */
    const cells = [
      ['gate', keep, plain(keep, digits.keep)], ['found', before, plain(before, digits.before)], ['kept', kept, plain(kept, digits.kept)], ['erased', erased, plain(erased, digits.erased)],
      ['written', wrote, plain(wrote, digits.written)], ['holds', value, `${about}${plain(value, digits.value)}`]];
    return html('tr', { data: { t }, class: held ? 'held' : '' },
      html('th', { scope: 'row' }, html('button', { type: 'button', 'aria-label': `go to ${spoken(text)}`, on: { click: () => onStep(t) } }, glyph(text))),
      ...cells.map(([column, full, text]) => html('td', { data: { column, value: full } }, text)));
  }

  /** @param {Scene} scene @param {readonly Entry[]} entries */
  function update(scene, entries) {
    const { layer, moment, trace } = scene;
    const key = `${layer.name}:${moment.unit}`;
    if (key !== written || trace !== of) {
      [written, of] = [key, trace];
      made.clear();
      caption.textContent = `What each step kept, erased and wrote of unit ${moment.unit}`;
      clear(head).append(html('td'), ...headsOf(layer).map(({ hue, label, math: formula }) => html('th', { scope: 'col', class: hue }, html('span', null, label), formula)));
    }
    const words = wordsOf(scene, (token) => token);
    const rows = entries.map((entry) => {
      const text = words[entry.t] ?? '';
      const known = made.get(`${entry.t}:${text}`) ?? makeRow(entry, text);
      made.set(`${entry.t}:${text}`, known);
      return known;
    });
    while (body.lastElementChild && !rows.includes(/** @type {HTMLElement} */ (body.lastElementChild))) body.lastElementChild.remove();
    rows.forEach((row, k) => {
      if (body.children[k] !== row) body.insertBefore(row, body.children[k] ?? null);
    });
    while (body.children.length > rows.length) body.lastElementChild?.remove();
    for (const row of body.children) set(row, 'aria-current', row.getAttribute('data-t') === String(moment.t) ? 'step' : null);
    const current = body.querySelector('[aria-current]');
    if (current instanceof HTMLElement) host.scrollTop = Math.max(0, current.offsetTop - host.clientHeight + current.offsetHeight + 2);
  }

  return { update };
}

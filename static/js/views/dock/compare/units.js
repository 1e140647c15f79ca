/**
 * Below two aligned runs, in the same columns: of runs of one model how far each unit lies from itself, the chosen one in
 * numbers; of two models, whose units are no pairs, each one's own memory.
 */

import { clear, html, set, write } from '../../../dom.js';
import { plain, signed } from '../../../scales.js';
import { createHeat } from './heat.js';

/** @typedef {(number[] | Float32Array | null)[]} Columns the units' numbers at each pair; null where there are none */
/** @typedef {{ name: string, columns: Columns, units: number, max: number }} Own one model's memory */
/**
 * @typedef {object} ByUnit
 * @property {string} key another one for other numbers
 * @property {{ name: string, label: string }[]} signals what can be chosen
 * @property {string} signal
 * @property {Columns | null} differences null where they are not here
 * @property {readonly Own[]} own
 * @property {number} units
 * @property {number} max the bound of the differences
 * @property {number} pair the present one
 * @property {number} unit the chosen one
 * @property {number} many pairs
 * @property {(pair: number) => string} at where a pair is, in words
 */

/** @param {{ onSignal: (signal: string) => void, onPlace: (pair: number, unit: number | null) => void }} actions */
export function createUnits({ onSignal, onPlace }) {
  const choose = html('select', { 'aria-label': 'signal to compare', on: { change: () => onSignal(choose.value) } });
  const [low, high] = [html('span'), html('span')];
  const scale = html('span', { class: 'scale' }, low, html('i', { class: 'signed' }), high);
  const title = html('b');
  const numbers = html('tr', null, html('th', { scope: 'row' }, title));
  const heat = createHeat(onPlace);
  const apart = html('tr', { class: 'heats' }, html('th', { scope: 'row' }, choose, scale), html('td', null, heat.node));
  const own = [0, 1].map((k) => {
    const name = html('b');
    const picture = createHeat((pair, unit) => onPlace(pair, k === 0 ? unit : null));
    return { name, picture, row: html('tr', { class: 'heats memory' }, html('th', { scope: 'row' }, name), html('td', null, picture.node)) };
  });
  const node = html('tbody', { class: 'by-unit' }, numbers, apart, ...own.map(({ row }) => row));
  let listed = '';
  let written = '';

  /** @param {ByUnit} shown @param {Columns} differences */
  function tell({ key, signal, signals, unit, pair, max }, differences) {
    const names = signals.map(({ name }) => name).join();
    if (names !== listed) clear(choose).append(...signals.map(({ name, label }) => html('option', { value: name }, label)));
    listed = names;
    choose.value = signal;
    write(low, `−${plain(max, max < 0.1 ? 3 : 1)}`);
    write(high, `+${plain(max, max < 0.1 ? 3 : 1)}`);
    write(title, `unit ${unit}, difference`);
    if (written !== `${key} ${unit}`) {
      while (numbers.children.length > 1) numbers.lastElementChild?.remove();
      numbers.append(...differences.map((column, k) => html('td', { class: 'number', data: { pair: k, difference: column?.[unit] } }, column ? signed(column[unit] ?? 0) : '')));
      written = `${key} ${unit}`;
    }
    for (const cell of numbers.querySelectorAll('td')) cell.classList.toggle('present', Number(cell.dataset.pair) === pair);
  }
  return {
    node,
    /** @param {ByUnit} shown */
    update(shown) {
      const { key, differences, units, max, pair, unit, many, at } = shown;
      numbers.hidden = apart.hidden = differences === null;
      for (const { cells } of [apart, ...own.map(({ row }) => row)]) if (cells[1]) set(cells[1], 'colspan', many);
      if (differences) {
        tell(shown, differences);
        heat.update({ columns: differences, units, max, pair, unit, at }, key);
      }
      own.forEach(({ row, name, picture }, k) => {
        const one = shown.own[k];
        row.hidden = one === undefined;
        if (!one) return;
        write(name, one.name);
        picture.update({ ...one, pair, unit: null, at }, key);
      });
    },
  };
}

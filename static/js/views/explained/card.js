/**
 * The card that tells of one part: what it is, its formula, its shape, the chosen unit's value, from where and to where.
 */

import { clear, html, set } from '../../dom.js';
import { hueClass } from '../../gates.js';
import { beside } from '../../placing.js';
import { plain, signed } from '../../scales.js';
import { drawFormula } from './formulas.js';

/** @typedef {import('../../parts/types.js').Explanation} Explanation */
/** @typedef {import('../../parts/types.js').Runs} Runs */
/** @typedef {import('../../placing.js').Box} Box */

/** @param {Runs} runs */
const written = (runs) => runs.flatMap(({ text, sub }) => [text, ...(sub ? [html('sub', null, sub)] : [])]);

/** @param {NonNullable<Explanation['value']>} value */
function valueOf({ value, gate, waits }) {
  if (value === null) return html('span', { class: 'waits' }, waits || 'not there yet');
  return html('b', { data: { value } }, (gate ? plain : signed)(value, 4));
}

/** What a card says, line by line. @param {Explanation} told @returns {[string, (Node | string)[]][]} */
function linesOf({ value, shape, from, to }) {
  /** @type {[string, (Node | string)[]][]} */
  const lines = [
    ['shape', written(shape)],
    [value ? `${value.word} ${value.unit}` : '', value ? [valueOf(value)] : []],
    ['from', written(from)],
    ['to', written(to)],
  ];
  return lines.filter(([, content]) => content.length);
}

/** @param {HTMLElement} host */
export function createCard(host) {
  set(host, 'role', 'tooltip');
  host.hidden = true;
  return {
    get open() {
      return !host.hidden;
    },
    hide() {
      host.hidden = true;
    },
    /** @param {string} key @param {Explanation} told @param {import('../../layout/types.js').LayerInfo} layer */
    write(key, told, layer) {
      const formula = drawFormula(told.formula, layer);
      set(host, 'class', `explained ${hueClass(told.hue)}`);
      set(host, 'data-explains', key);
      clear(host).append(
        html('p', { class: 'name' }, told.symbol.length ? html('span', { class: 'symbol' }, ...written(told.symbol)) : null, told.symbol.length ? ' ' : null, told.name),
        html('p', null, ...written(told.says)),
        ...(formula ? [html('p', { class: 'formula' }, formula)] : []),
        html('dl', null, ...linesOf(told).flatMap(([name, content]) => [html('dt', null, name), html('dd', null, ...content)])),
      );
      host.hidden = false;
    },
    /** Stands beside what it tells of. @param {Box} anchor @param {readonly Box[]} avoid @param {Box} room */
    place(anchor, avoid, room) {
      const { left, top } = beside([anchor], { width: host.offsetWidth, height: host.offsetHeight }, room, avoid);
      Object.assign(host.style, { left: `${left}px`, top: `${top}px` });
    },
  };
}

/**
 * The points as rows of numbers, and × and + on vectors as columns that are computed from top to bottom.
 */

import { clear, html } from '../../../dom.js';
import { asRead, hueClass, hueOf, symbolOf, symbolText } from '../../../gates.js';
import { operator, piece, symbol, symbols } from '../../../mathml.js';
import { plain } from '../../../scales.js';
import { digitsOf, STEEPEST } from './points.js';
import { EXAMPLE, pointwise } from './vectors.js';
import { passing } from './words.js';

/** @typedef {import('./points.js').Point} Point */
/** @typedef {import('../../../formula.js').Tree} Tree */
/** @typedef {import('./vectors.js').Own} Own */
/** @typedef {import('./vectors.js').Row} Row */
/** @typedef {import('../../../scene.js').Scene} Scene */

/** @param {string} column @param {number} value @param {string} text */
const cell = (column, value, text) => html('td', { data: { column, value } }, text);

/** @param {Point} point */
function pointRow(point) {
  const { signal, curve, z, own, slope, held } = point;
  const digits = digitsOf(point);
  return html('tr', { class: hueClass(hueOf(signal)), data: { signal: signal.name, curve } },
    html('th', { scope: 'row', title: signal.label }, ...symbolOf(signal).flatMap(({ text, sub }) => [text, sub ? html('sub', null, sub) : null])),
    cell('z', z, plain(z, digits.z)),
    cell('own', own, plain(own, digits.own)),
    cell('slope', slope, plain(slope, digits.slope)),
    held ? html('td', null, 'held: 0 %') : cell('passes', 100 * slope, passing(slope, digits.slope)),
    html('td', null, html('i', { class: 'share', 'aria-hidden': 'true', style: `--part: ${(held ? 0 : slope / STEEPEST[curve]).toFixed(3)}` })));
}

/** @param {HTMLElement} host @param {readonly Point[]} points */
export function drawPoints(host, points) {
  clear(host).append(html('table', { class: 'points' },
    html('thead', null, html('tr', null, ...['', 'z', 'curve at z', 'slope', 'lets pass', ''].map((text) => (text ? html('th', { scope: 'col' }, text) : html('td'))))),
    html('tbody', null, ...points.map(pointRow))));
}

/** A vector's row. @param {string} name @param {string} sign @param {import('../../../dom.js').Child[]} head @param {readonly number[]} numbers @param {readonly number[]} digits @param {number} chosen */
const vectorRow = (name, sign, head, numbers, digits, chosen) =>
  html('tr', { data: { vector: name }, class: sign === '=' || sign === '+' ? 'result' : '' }, html('th', { scope: 'row' }, html('span', { class: 'sign' }, sign), ' ', ...head),
    ...numbers.map((value, k) => html('td', { data: { value }, class: k === chosen ? 'chosen' : '' }, plain(value, digits[k] ?? 0))));

/** The articles' vectors, which the page computes with as with its own. @param {HTMLElement} host */
export function drawExample(host) {
  const { a, b } = EXAMPLE;
  const whole = a.map(() => 0);
  host.append(html('table', { class: 'vectors example' }, html('caption', null, 'The articles’ example'),
    html('tbody', null,
      vectorRow('a', '', ['a'], a, whole, -1), vectorRow('b', '', ['b'], b, whole, -1),
      vectorRow('times', '=', ['a × b'], pointwise('mul', a, b), whole, -1), vectorRow('plus', '=', ['a + b'], pointwise('add', a, b), whole, -1))));
}

/** What a formula is called where it cannot be seen: a signal by its label. @param {Scene['layer']} layer @param {Tree} tree @returns {string} */
function calledBy(layer, { op, name, value, args = [] }) {
  if (op === 'name') return layer.signals.find((one) => one.name === name)?.label ?? name ?? '';
  return op === 'number' ? String(value) : args.map((arg) => calledBy(layer, arg)).join(op === 'sub' ? ' minus ' : ` ${op} `);
}

/** A formula that is seen, and what is read out for it. @param {Element} formula @param {string} label */
function spokenAs(formula, label) {
  formula.setAttribute('aria-hidden', 'true');
  return [formula, html('span', { class: 'visually-hidden' }, label)];
}

/** @param {Scene} scene @param {Row} row @returns {import('../../../dom.js').Child[]} */
function headOf({ layer }, { name, tree, state }) {
  if (state) return spokenAs(piece(symbol(asRead(`${state}_prev`, layer))), `${calledBy(layer, { op: 'name', name: state })} before`);
  if (name === 'kept' || name === 'written') return [name];
  if (!tree) return [];
  return spokenAs(name === 'state' ? piece(operator('kept + written ='), symbols(tree)) : piece(symbols(tree)), calledBy(layer, tree));
}

/**
 * @param {HTMLElement} host @param {Scene} scene @param {Own | null} own @param {(unit: number) => void} onUnit
 */
export function drawOwn(host, scene, own, onUnit) {
  clear(host);
  if (!own) return;
  const chosen = own.units.indexOf(scene.moment.unit);
  host.append(html('table', { class: 'vectors mine' }, html('caption', null, 'This step’s own numbers'),
    html('thead', null, html('tr', null, html('td', null, 'unit'), ...own.units.map((unit) =>
      html('th', { scope: 'col' }, html('button', { type: 'button', class: 'small', 'aria-pressed': String(unit === scene.moment.unit), 'aria-label': `unit ${unit}`, on: { click: () => onUnit(unit) } }, String(unit)))))),
    html('tbody', null, ...own.rows.map((row) => vectorRow(row.name, row.sign, headOf(scene, row), row.numbers, row.digits, chosen)))));
  if (own.held.length) host.append(html('p', { class: 'note' }, `The state of ${own.held.length > 1 ? 'units' : 'unit'} ${own.held.join(', ')} is held by hand: all was erased, and what is written is what the hand put there.`));
}

/** The points, for those who do not see the curves. @param {readonly Point[]} points */
export const labelOf = (points) => points.map(({ signal, z, own }) => `${symbolText(symbolOf(signal)).replaceAll('_', '')}: ${plain(z)} becomes ${plain(own)}`).join('; ');

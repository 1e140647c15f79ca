/**
 * A table of units: which measures there are for a model's units, how each is written, and in which order it sorts. Pure:
 * what is in it comes from the service as it is.
 */

import { plain } from './scales.js';

/** @typedef {{ name: string, units: number, steps: number, state: string, keeps: string | null, gates: string[] }} MeasuredLayer */
/** @typedef {{ probability?: number, bits?: number, says?: string, value?: number, moves?: number }} Erased without the unit */
/**
 * @typedef {object} Unit
 * @property {string} layer
 * @property {number} unit
 * @property {number | null} state
 * @property {number | null} kept
 * @property {number | null} half_life
 * @property {Record<string, { shut: number, open: number }>} gates
 * @property {number | null} term
 * @property {Erased | null} erased
 */
/**
 * @typedef {object} Told what each unit does on one text
 * @property {string} model
 * @property {string} text
 * @property {number | null} t
 * @property {string | null} token
 * @property {string} symbol
 * @property {number} [probability]
 * @property {number} [value]
 * @property {number} shut
 * @property {number} open
 * @property {MeasuredLayer[]} layers
 * @property {Unit[]} units
 */
/**
 * @typedef {object} Column one measure
 * @property {string} key
 * @property {string} group the heading over it; columns of one group stand together
 * @property {string} label
 * @property {string} says what it is, exactly
 * @property {string} [signal] whose colour it has
 * @property {(unit: Unit) => number | null} value by which it sorts; null where there is none
 * @property {(unit: Unit) => string} text
 * @property {(value: number, most: number) => number} [part] how long its bar is, −1 … 1
 */

const percent = (/** @type {number} */ share) => `${plain(100 * share, share > 0 && share < 0.1 ? 1 : 0)} %`;
/** A number of words with as many digits as tell anything. @param {number} value */
const length = (value) => plain(value, value < 10 ? 1 : 0);
const linear = (/** @type {number} */ value, /** @type {number} */ most) => value / (most || 1);
const logarithmic = (/** @type {number} */ value, /** @type {number} */ most) => Math.log1p(value) / (Math.log1p(most) || 1);
const share = (/** @type {number} */ value) => value;

/** @param {Told} told @param {string} steps what more than one step reads @returns {Column[]} */
function memory(told, steps) {
  const formulas = [...new Set(told.layers.flatMap(({ keeps }) => keeps ?? []))];
  if (!formulas.length) return [];
  const keeps = formulas.join(' or ');
  return [{
    key: 'half_life', group: 'memory', label: 'half-life', signal: formulas[0],
    says: `Memory span: after how many ${steps} half of what the unit holds is left, if each keeps as much as its usual one: log ½ / log K, K being the median of ${keeps} over the ${steps} that find something to keep. ∞: nothing is lost.`,
    value: (unit) => (unit.kept === null ? null : unit.half_life ?? Infinity),
    text: (unit) => (unit.kept === null ? '–' : unit.half_life === null ? '∞' : length(unit.half_life)),
    part: logarithmic,
  }];
}

/** @param {Told} told @param {string} steps @param {(gate: string) => string} nameOf @returns {Column[]} */
function gates(told, steps, nameOf) {
  const all = [...new Set(told.layers.flatMap((layer) => layer.gates))];
  return all.flatMap((gate) => /** @type {const} */ (['shut', 'open']).map((end) => ({
    key: `${gate}.${end}`, group: `${nameOf(gate)} ${gate}`, label: end, signal: gate,
    says: `In what share of the ${steps} the ${nameOf(gate)} is ${end}: its value ${end === 'shut' ? `below ${told.shut}` : `above ${told.open}`}.`,
    value: (/** @type {Unit} */ unit) => unit.gates[gate]?.[end] ?? null,
    text: (/** @type {Unit} */ unit) => (unit.gates[gate] ? percent(unit.gates[gate][end]) : '–'),
    part: share,
  })));
}

/** How many digits show two figures of the largest, two at least. @param {number} most */
const digitsFor = (most) => Math.max(2, Math.min(6, 1 - Math.floor(Math.log10(most || 1))));

/** @param {Told} told @returns {Column[]} */
function said(told) {
  const forecast = told.value !== undefined;
  const digits = digitsFor(Math.max(0, ...told.units.map(({ erased }) => Math.abs(erased?.bits ?? erased?.moves ?? 0))));
  const what = forecast ? 'the forecast' : `“${told.symbol}”`;
  return [{
    key: 'term', group: `for ${what}`, label: 'term',
    says: `What the unit adds to ${forecast ? 'the sum that the forecast is made of' : `the logit of ${what}`}: its output times the weight with which the output layer reads it. –: the output layer does not read its layer.`,
    value: ({ term }) => term, text: ({ term }) => (term === null ? '–' : plain(term, 2)), part: linear,
  }, forecast ? {
    key: 'moves', group: `for ${what}`, label: 'moves it by',
    says: 'How far the unit moves the forecast: as it is, less the forecast of a run in which the unit is erased, its states held at 0 from the beginning. –: not run, the text is too long for all.',
    value: ({ erased }) => erased?.moves ?? null, text: ({ erased }) => (erased?.moves === undefined ? '–' : plain(erased.moves, digits)), part: linear,
  } : {
    key: 'bits', group: `for ${what}`, label: 'worth, bits',
    says: `What ${what} loses without the unit, in bits: log₂ of its probability here over that in a run in which the unit is erased, its states held at 0 from the beginning. 1 bit is half. –: not run, the text is too long for all.`,
    value: ({ erased }) => erased?.bits ?? null, text: ({ erased }) => (erased?.bits === undefined ? '–' : plain(erased.bits, digits)), part: linear,
  }, ...(forecast ? [] : [{
    key: 'without', group: `for ${what}`, label: 'erased',
    says: `The probability of ${what} in a run in which the unit is erased, and what is said first there, where it is another.`,
    value: (/** @type {Unit} */ { erased }) => erased?.probability ?? null,
    text: (/** @type {Unit} */ { erased }) => (erased?.probability === undefined ? '–' : `${percent(erased.probability)}${erased.says === told.symbol ? '' : ` ${erased.says}`}`),
  }])];
}

/**
 * The measures of a model's units, in the order in which they stand.
 * @param {Told} told @param {string} steps what more than one step reads @param {(gate: string) => string} nameOf a gate's name in words
 * @returns {Column[]}
 */
export function columnsOf(told, steps, nameOf) {
  return [...said(told), {
    key: 'state', group: 'memory', label: 'holds', says: `What the unit’s state ${[...new Set(told.layers.map(({ state }) => state))].join(' or ')} is here.`,
    value: ({ state }) => state, text: ({ state }) => (state === null ? '–' : plain(state, 2)), part: linear,
  }, ...memory(told, steps), ...gates(told, steps, nameOf)];
}

/** The largest magnitude of a column that is a number. @param {Column} column @param {readonly Unit[]} units */
export const mostOf = ({ value }, units) => Math.max(0, ...units.map((unit) => Math.abs(value(unit) ?? 0)).filter(Number.isFinite));

/**
 * The units in a column's order, those that have nothing of it last; equal ones in their own order.
 * @param {readonly Unit[]} units @param {Column} column @param {boolean} down largest first
 * @returns {Unit[]}
 */
export function ordered(units, { value }, down) {
  const key = (/** @type {Unit} */ unit) => {
    const found = value(unit);
    return found === null ? -Infinity : down ? found : -found;
  };
  return [...units].sort((a, b) => (key(b) === key(a) ? 0 : key(b) - key(a)));
}

/** Why a model's units have no memory span. @param {Told} told @param {string} step what a step reads @param {string} cell the cell in few words */
export const withoutSpan = ({ layers }, step, cell) => (layers.some(({ keeps }) => keeps !== null) ? '' : `The ${cell} makes its state anew at every ${step}: nothing carries a part of the old one on, so there is no memory span, and no gate.`);

/**
 * What a model says, unit by unit: the terms of a logit and the softmax around it, or of a forecast. A unit is chosen by
 * its row.
 */

import { alone, Digits, product as times, sum as plus } from '../digits.js';
import { html, math } from '../dom.js';
import { number, operator, piece } from '../mathml.js';
import { productLine, showSum } from './sum-window.js';

/** @typedef {import('../api.js').Logit} Logit */
/** @typedef {import('../formula.js').Tree} Tree */
/** @typedef {import('./sum-window.js').Line} Line */
/** @typedef {import('../dom.js').Child} Child */
/** @typedef {Tree & { value: number }} Alone */

/** @param {string} name @param {string} [sub] */
const letter = (name, sub) => (sub ? math('msub', null, math('mi', null, name), math('mi', null, sub)) : math('mi', null, name));

/** @param {Element[]} exponent */
const power = (...exponent) => math('msup', null, math('mi', null, 'e'), math('mrow', null, ...exponent));

/** Digits after the point that show two of a share, however small. @param {number} share */
const placesOf = (share) => (share > 0 && share < 0.1 ? Math.min(9, 1 - Math.floor(Math.log10(share))) : 2);

/** @param {import('../api.js').LogitTerm} term @param {boolean} several whether units of several layers add up @param {(layer: string, unit: number) => void} onUnit @param {Digits} digits @returns {Line & { layer: string }} */
function lineOf({ layer, unit, h, weight, product }, several, onUnit, digits) {
  const name = several ? `${layer} ${unit}` : `unit ${unit}`;
  const head = html('button', {
    type: 'button', class: 'small text', 'aria-label': `choose ${several ? `${layer} unit ${unit}` : name}`, title: 'Choose this unit', data: { chooses: unit, layer },
    on: { click: () => onUnit(layer, unit) },
  }, name);
  return { ...productLine([head], { input: h, weight, product }, digits), layer };
}

/** Σ w·h of each layer, the bias, their sum. @param {{ layer: string, own: Alone }[]} parts @param {Alone} bias @param {Alone} whole @param {Tree} all @param {Digits} digits */
function sumAbove(parts, bias, whole, all, digits) {
  const of = (/** @type {Alone} */ node, /** @type {string} */ term, lead = false) => number(node.value, term, { digits: digits.of(node), lead });
  return [
    ...parts.flatMap(({ layer, own }, k) => [piece(math('munder', null, of(own, 'part', k > 0),
      math('mrow', null, letter('w'), operator('⋅'), letter('h'), parts.length > 1 && math('mtext', null, `\u00a0${layer}`)))), ' ']),
    piece(math('munder', null, of(bias, 'part', true), letter('b'))), ' ',
    piece(operator(digits.sign(all)), of(whole, 'sum')),
  ];
}

/** p = e^z / Σ e^z = e^(z − L) = e^(−0.88) = 0.415. @param {Logit} logit @param {Alone} whole @param {Digits} digits */
function softmaxAbove({ sum, log_sum_exp: all = NaN, probability = NaN }, whole, digits) {
  const [log, apart, share] = [alone(all), alone(sum - all), alone(probability)];
  const [difference, grown] = [/** @type {Tree} */ ({ op: 'sub', args: [whole, log] }), /** @type {Tree} */ ({ op: 'call', fn: 'exp', args: [apart] })];
  digits.begin(share, placesOf(probability));
  digits.equate(difference, apart);
  digits.equate(grown, share);
  return () => {
    const of = (/** @type {Alone} */ node, /** @type {string} */ term) => number(node.value, term, { digits: digits.of(node) });
    return [
      piece(letter('p'), operator('='), math('mfrac', null, power(letter('z')), math('mrow', null, math('munder', null, operator('∑'), letter('v')), power(letter('z', 'v')))),
        operator('='), power(letter('z'), operator('−'), letter('L'))), ' ',
      piece(operator('='), power(of(whole, 'sum'), operator('−'), number(log.value, 'log_sum_exp', { digits: digits.of(log), bracket: true }))), ' ',
      piece(operator(digits.sign(difference)), power(of(apart, 'difference'))), ' ',
      piece(operator(digits.sign(grown)), math('mrow', { class: 'result' }, of(share, 'value'))),
    ];
  };
}

/** v = last + step × y. @param {Logit} logit @param {Alone} whole @param {Digits} digits @param {number} places of a number of the series */
function forecastAbove({ last: read = NaN, step: usual = NaN, value: to = NaN }, whole, digits, places) {
  const [last, step, value] = [alone(read), alone(usual), alone(to)];
  for (const node of [last, value]) digits.begin(node, places);
  const way = plus([last, times([step, whole])]);
  digits.equate(way, value);
  return () => {
    const of = (/** @type {Alone} */ node, /** @type {string} */ term, bracket = false) => number(node.value, term, { digits: digits.of(node), bracket });
    return [
      piece(of(last, 'last'), operator('+'), of(step, 'step'), operator('×'), of(whole, 'sum', true), operator(digits.sign(way)),
        math('mrow', { class: 'result' }, of(value, 'value'))),
    ];
  };
}

/**
 * @param {HTMLDialogElement} dialog @param {Logit} logit
 * @param {{ title: string, places: number, onUnit: (layer: string, unit: number) => void }} how places: digits of a number of the series
 */
export function showLogit(dialog, logit, { title, places, onUnit }) {
  const layers = [...new Set(logit.terms.map(({ layer }) => layer))];
  const digits = new Digits({ least: 2, most: 9 });
  const lines = logit.terms.map((term) => lineOf(term, layers.length > 1, onUnit, digits));
  const parts = layers.map((layer) => {
    const own = lines.filter((line) => line.layer === layer).map(({ product }) => product);
    return { layer, own: alone(own.reduce((all, { value = 0 }) => all + value, 0)), products: plus(own) };
  });
  const [bias, whole] = [alone(logit.bias), alone(logit.sum)];
  for (const { own, products } of parts) digits.equate(products, own);
  const all = plus([...parts.map(({ own }) => own), bias]);
  digits.equate(all, whole);
  const choice = logit.log_sum_exp !== undefined;
  const around = choice ? softmaxAbove(logit, whole, digits) : forecastAbove(logit, whole, digits, places);
  digits.settle();
  const what = choice ? 'z is its logit, L the logarithm of Σ e to the z of all that could be said.'
    : 'The sum says how many steps of the series’ usual size it goes from the last number.';
  showSum(dialog, {
    title, hue: 'hue-state', above: [[choice && piece(letter('z'), operator('=')), ' ', ...sumAbove(parts, bias, whole, all, digits)], around()],
    note: `${what} ${lines.length} units, the largest term first; a unit is chosen by a click.`,
    columns: ['unit', 'h', 'weight', 'product'], lines: [...lines, { head: [math('math', null, letter('b')), ' bias'], factors: [], product: bias, written: bias }], digits,
  });
}

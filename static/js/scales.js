/**
 * Values to colours, bounds and text. Colours are mixed from the theme's custom properties (css/tokens.css), so a
 * change of theme recolours what is drawn without drawing it again.
 */

/** @typedef {'forget' | 'input' | 'candidate' | 'output' | 'state'} Hue */

/** @param {number} value @param {number} low @param {number} high */
export const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

/** @param {number} part 0 … 1, as a percentage short enough for an attribute */
const percentOf = (part) => `${Number((part * 100).toFixed(1))}%`;

/**
 * @param {string} from custom property at 0 @param {string} to custom property at 1 @param {number} part 0 … 1
 */
function mix(from, to, part) {
  if (part <= 0) return `var(${from})`;
  if (part >= 1) return `var(${to})`;
  return `color-mix(in srgb, var(${to}) ${percentOf(part)}, var(${from}))`;
}

/** The part of the bound at which a colour is half way: below a half, since most of a state's values are small. */
const HALF = 0.35;

/**
 * The colour of a signed value: blue below zero, near-white at zero, orange above; full at ±max.
 * @param {number} value @param {number} max above 0
 * @returns {string} a CSS colour
 */
export function diverging(value, max) {
  const part = clamp(Math.abs(value) / max, 0, 1);
  const side = value < 0 ? 'negative' : 'positive';
  if (part <= HALF) return mix('--zero', `--${side}-half`, part / HALF);
  return mix(`--${side}-half`, `--${side}`, (part - HALF) / (1 - HALF));
}

/**
 * The colour of a value from 0 to 1 in one hue: a gate's.
 * @param {number} value @param {Hue} hue
 * @returns {string} a CSS colour
 */
export function sequential(value, hue) {
  return mix('--gate-zero', `--${hue}`, clamp(value, 0, 1));
}

/**
 * The same two scales as colour stops, for a chart that cannot read custom properties.
 * @param {CSSStyleDeclaration} style the computed style that holds the tokens
 * @returns {[number, string][]} stops from 0 (−max) to 1 (+max)
 */
export function divergingStops(style) {
  /** @type {[number, string][]} */
  const stops = [
    [-1, '--negative'],
    [-HALF, '--negative-half'],
    [0, '--zero'],
    [HALF, '--positive-half'],
    [1, '--positive'],
  ];
  return stops.map(([part, name]) => [(part + 1) / 2, style.getPropertyValue(name).trim()]);
}

/**
 * @param {CSSStyleDeclaration} style the computed style that holds the tokens @param {Hue} hue
 * @returns {[number, string][]} stops from 0 to 1
 */
export function sequentialStops(style, hue) {
  return ['--gate-zero', `--${hue}`].map((name, k) => [k, style.getPropertyValue(name).trim()]);
}

const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/**
 * The smallest round number that bounds every value's magnitude; 1 when there is none above zero.
 * @param {Iterable<number>} values
 * @returns {number}
 */
export function niceMax(values) {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  if (!(most > 0) || !Number.isFinite(most)) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = STEPS.find((s) => s * power >= most) ?? 10;
  return Number((step * power).toPrecision(2));
}

/**
 * "+0.91", "−0.42", "0.00": a signed value for people, with a true minus sign.
 * @param {number} value @param {number} [digits]
 */
export function signed(value, digits = 2) {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}

/**
 * "0.12", "−3.10": a value for people, its sign only where it is negative.
 * @param {number} value @param {number} [digits]
 */
export function plain(value, digits = 2) {
  return signed(value, digits).replace('+', '');
}

/**
 * "71 %" of a part from 0 to 1; "< 1 %" where there is something that would round to nothing.
 * @param {number} part
 */
export function percent(part) {
  if (part > 0 && part < 0.005) return '< 1 %';
  return `${Math.round(part * 100)} %`;
}

/**
 * How long a bar is and what colour it has. Pure. A gate's bar is as long as the gate is open. A signed one stands on a
 * symmetric logarithmic scale: a state holds values of a hundredth and of six side by side, and both are to be seen. Its
 * length alone says how large it is; its colour, which stands out from its ground at every length, says the sign.
 */

import { clamp } from '../../scales.js';

/** @typedef {import('../../scales.js').Hue} Hue */

/** Below the bound divided by this the scale is nearly linear, above it nearly logarithmic: a tenth is 46 % long. */
const STEEP = 50;

/**
 * The part of the longest bar: 0 at zero, 1 at the bound and beyond.
 * @param {number} value @param {number} max above 0
 */
export const signedLength = (value, max) => Math.log1p((STEEP * clamp(Math.abs(value) / max, 0, 1))) / Math.log1p(STEEP);

/** @param {number} value */
export const signedColour = (value) => `var(--${value < 0 ? 'negative' : value > 0 ? 'positive' : 'state'})`;

/** @param {Hue} hue */
export const gateColour = (hue) => `var(--${hue})`;

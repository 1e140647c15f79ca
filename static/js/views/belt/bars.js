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

/** The least height of a bar, so that a value near zero is still seen to be there. */
const LEAST = 1.5;

/**
 * Where a value's bar lies in its strip.
 * @param {import('../../layout/types.js').Strip} strip @param {number} value @param {number} max the bound of a signed one
 */
export function barOf({ scale, y, h }, value, max) {
  const span = scale === 'gate' ? h : h / 2;
  const height = Math.max(LEAST, (scale === 'gate' ? clamp(value, 0, 1) : signedLength(value, max)) * span);
  return { y: scale === 'gate' ? y + h - height : value < 0 ? y + span : y + span - height, height };
}

/**
 * Sizes of a picture that runs down, for a narrow screen.
 */

export const TEXT = 12;
export const PAD = 12;
export const NODE = 28;
export const BOX = { w: 36, h: 24 };
export const GAP = 46;
/** A row is a label and a strip; the first row of strips lies at TOP. */
export const ROW = 49;
export const TOP = 26;
export const STRIP = 22;
export const LEGEND = 34;

/**
 * How wide text will be, guessed on the wide side: a layout is made before anything is drawn, and fonts differ.
 */

/** Widths in em of a wide sans-serif (DejaVu Sans), the widest in the page's list of fonts. */
const NARROW = /[iljtfr.,:;'|! ()\u2009]/;
const WIDE = /[mwMW⊙−+×]/;

/**
 * @param {string} text @param {number} size font size in px @param {boolean} [bold]
 * @returns {number} px
 */
export function textWidth(text, size, bold = false) {
  let em = 0;
  for (const letter of text) em += NARROW.test(letter) ? 0.38 : WIDE.test(letter) ? 0.92 : 0.63;
  return em * size * (bold ? 1.1 : 1);
}

/** How much smaller a subscript is set. */
const SUB = 0.78;

/**
 * The width of a bold symbol with its subscripts.
 * @param {import('../gates.js').SymbolPart[]} parts @param {number} size
 */
export const symbolWidth = (parts, size) =>
  parts.reduce((sum, { text, sub }) => sum + textWidth(text, size, true) + textWidth(sub ?? '', size * SUB, true), 0);

/**
 * Breaks a text into lines no wider than `width`; none where it needs more than `most`.
 * @param {string} text @param {number} size @param {number} width @param {number} most
 * @returns {string[]}
 */
export function wrap(text, size, width, most) {
  /** @type {string[]} */
  const lines = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (textWidth(longer, size) <= width) {
      line = longer;
    } else {
      if (!line || textWidth(word, size) > width) return [];
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  return lines.length <= most ? lines : [];
}

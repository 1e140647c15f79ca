/** Text of the picture: symbols with what is set below the line, numbers that carry their exact value. */

import { clear, set, svg, write } from '../../dom.js';
import { textWidth } from '../../layout/text.js';

/** @typedef {import('../../gates.js').SymbolPart} SymbolPart */

/**
 * A symbol as runs of text, the subscripts lowered and smaller.
 * @param {SymbolPart[]} parts
 * @returns {SVGTSpanElement[]}
 */
export function symbolRuns(parts) {
  /** @type {SVGTSpanElement[]} */
  const runs = [];
  let lowered = false;
  for (const { text, sub } of parts) {
    runs.push(svg('tspan', lowered ? { dy: '-0.28em' } : null, text));
    lowered = sub !== undefined;
    if (sub !== undefined) runs.push(svg('tspan', { class: 'sub', dy: '0.35em' }, sub));
  }
  if (lowered) runs.push(svg('tspan', { dy: '-0.28em' }, '\u200b'));
  return runs;
}

/**
 * Writes a number for people and the exact one for whoever reads the page by program.
 * @param {SVGElement} element @param {number | null} value @param {(value: number) => string} format
 */
export function number(element, value, format) {
  set(element, 'data-value', value);
  write(element, value === null ? '' : format(value));
}

/**
 * Cuts a word so that it fits.
 * @param {string} word @param {number} size @param {number} width
 */
export function fit(word, size, width) {
  if (textWidth(word, size) <= width) return word;
  let cut = [...word];
  while (cut.length > 1 && textWidth(`${cut.join('')}…`, size) > width) cut = cut.slice(0, -1);
  return `${cut.join('')}…`;
}

/**
 * Replaces an element's content.
 * @param {SVGElement} element @param {...(Node | string)} content
 */
export const replace = (element, ...content) => clear(element).append(...content);

/**
 * What is written out on the page, read as a person reads it: the digits that stand there, no number behind them. It needs
 * nothing of a document but elements with children, a class and text, and refers to nothing outside of each function's
 * argument, so that a browser can be handed its source.
 */

/**
 * A piece of MathML as an expression of Python; what stands below a number as a label is left out, and so is a formula in symbols.
 * @param {any} node @returns {string}
 */
export function expressionOf(node) {
  const signs = { '×': '*', '−': '-', 'σ': 'sigmoid', '→': ';' };
  const kind = node.getAttribute('class') ?? '';
  const read = (/** @type {any} */ one) => expressionOf(one);
  if (/\bformula\b/.test(kind) || (/\bsymbol\b/.test(kind))) return '';
  if (node.localName === 'mi' || node.localName === 'mfrac' || node.localName === 'mtext') return '#';
  if (node.localName === 'munder') return read(node.children[0]);
  if (node.localName === 'msup') return `exp(${read(node.children[1])})`;
  if (node.localName === 'mo') return signs[/** @type {'×'} */ (node.textContent)] ?? node.textContent;
  if (node.localName === 'mn') return node.textContent;
  return [...node.children].map(read).join(' ');
}

/**
 * The lines of an arithmetic card; what is held by hand is no arithmetic.
 * @param {Iterable<any>} lines elements `.line`, each with its pieces in its first child
 */
export const readLines = (lines) => [...lines].map((line) => [...line.children[0].children].filter(({ localName }) => localName === 'math').map(expressionOf).join(' '));

/**
 * A window of terms: its lines above the table, the parts of the sum with what stands below them, and the table.
 * @param {any} dialog
 */
export function readWindow(dialog) {
  const all = (/** @type {any} */ node, /** @type {(one: any) => boolean} */ is) => [...node.children].flatMap((one) => [...(is(one) ? [one] : []), ...all(one, is)]);
  const named = (/** @type {string} */ name) => (/** @type {any} */ one) => one.localName === name;
  return {
    above: all(dialog, (one) => one.getAttribute('class') === 'sum').map((line) => [...line.childNodes].map((piece) => (piece.localName === 'math' ? expressionOf(piece) : (piece.textContent ?? '').includes('→') ? ';' : '')).join(' ')),
    parts: all(dialog, named('munder')).flatMap((under) => (all(under, named('mn')).length ? [[under.children[1].textContent, expressionOf(under)]] : [])),
    rows: all(dialog, named('tr')).slice(1).map((row) => [...row.children].slice(0, -1).map((cell) => cell.textContent)),
  };
}

/**
 * The sentence as one picture: what is said above each word, arcs from the words that move the chosen prediction, under
 * each word how strongly, and below the same by step on a logarithmic axis.
 */

import { clear, html, set, svg } from '../../../dom.js';
import { AFTER, arcOf, columnsOf, decadesOf, normText, powerOf } from '../../../layout/gradient.js';
import { linear, pathOf } from '../../../plot.js';
import { glyph, quoted } from '../../../wording.js';

/** @typedef {import('../../../gradients.js').Line} Line */
/**
 * @typedef {object} Picture
 * @property {readonly string[]} words
 * @property {readonly (string | null)[]} said what is said first at each step, as far as known
 * @property {number} t where the prediction is made
 * @property {string} symbol
 * @property {readonly (number | null)[]} norms by word
 * @property {number | null} strongest
 * @property {readonly Line[]} lines
 */

const ROOMY = { said: 14, arcs: 20, words: 74, bars: 80, ends: 108, lines: 134, values: true };
const TIGHT = { said: 13, arcs: 18, words: 56, bars: 61, ends: 76, lines: 84, values: false };
const LEAST = 70; // of the lines' height

/** @param {HTMLElement} host @param {{ onPrediction: (t: number) => void }} actions */
export function createWords(host, { onPrediction }) {
  const drawing = svg('svg', { class: 'gradient-words', 'aria-hidden': 'true' });
  const table = html('table', { class: 'visually-hidden' });
  const scroller = html('div', { class: 'gradient-scroll', tabindex: 0, role: 'region', 'aria-label': 'how strongly each word moves the prediction' }, drawing, table);
  host.append(scroller);

  /** A text that can be pressed. @param {number} x @param {number} y @param {string} text @param {string} kind @param {string} label @param {number} room @param {() => void} press */
  function pressed(x, y, text, kind, label, room, press) {
    const most = Math.max(2, Math.floor((room - 3) / 6.8));
    const short = text.length > most ? `${text.slice(0, most - 1)}…` : text;
    return svg('g', { class: `pressed ${kind}`, on: { click: press } },
      svg('title', null, label), svg('rect', { x: x - room / 2 + 1, y: y - 13, width: room - 2, height: 18, rx: 5 }), svg('text', { x, y }, short));
  }

  /** @param {Picture} picture */
  function show(picture) {
    const { words, said, t, symbol, norms, strongest, lines } = picture;
    const { width, column, x } = columnsOf(words.length, host.clientWidth || 600);
    const rows = host.clientHeight < ROOMY.lines + LEAST ? TIGHT : ROOMY;
    const height = Math.max(rows.lines + LEAST, host.clientHeight - 4);
    set(drawing, 'viewBox', `0 0 ${width} ${height}`);
    set(drawing, 'width', String(width));
    set(drawing, 'height', String(height));
    clear(drawing);
    const most = Math.max(...norms.slice(0, t + 1).map((one) => one ?? 0), 1e-300);
    const tall = linear(0, most, 0, rows.ends - rows.bars);

    const arcs = norms.slice(0, t).map((norm, at) => (norm === null || norm === 0 ? null
      : svg('path', { class: at === strongest ? 'arc strongest' : 'arc', d: arcOf(x(at), rows.words - 14, x(t) + column * AFTER, rows.arcs), 'stroke-opacity': at === strongest ? 1 : Math.max(0.05, 0.5 * (norm / most)).toFixed(2) })));
    drawing.append(svg('g', null, ...arcs));
    drawing.append(...words.flatMap((word, at) => {
      const norm = norms[at] ?? null;
      const after = at > t;
      const told = norm === null || after ? null : normText(norm);
      const first = at === t ? symbol : said[at];
      return [
        ...(first === null || first === undefined ? [] : [pressed(x(at) + column * AFTER, rows.said, glyph(first), at === t ? 'said chosen' : 'said', `${quoted(first)}, said after ${quoted(word)}`, column, () => onPrediction(at))]),
        pressed(x(at), rows.words, glyph(word), at === strongest ? 'word strongest' : after ? 'word after' : 'word', told ? `${quoted(word)}: ${told}` : quoted(word), column, () => onPrediction(at)),
        ...(told === null ? [] : [svg('rect', { class: at === strongest ? 'bar strongest' : 'bar', x: x(at) - Math.min(12, column / 3), width: Math.min(24, (2 * column) / 3), y: rows.bars, height: Math.max(0.5, tall(norm ?? 0)), rx: 2 })]),
        ...(told !== null && rows.values ? [svg('text', { class: 'value', x: x(at), y: rows.ends + 13, data: { t: at } }, told)] : []),
      ];
    }));
    tell(table, picture);
    drawing.append(linesIn({ lines, t, x, width, top: rows.lines, bottom: height - 8 }));
  }

  return { show, node: scroller };
}

/** The same to read: a row a word, a column for each number. @param {HTMLElement} table @param {Picture} picture */
function tell(table, { words, t, norms, lines }) {
  const cell = (/** @type {number | null | undefined} */ value) => html('td', { data: { value } }, value === null || value === undefined ? '' : normText(value));
  clear(table).append(
    html('thead', null, html('tr', null, ...['', 'by the word', ...lines.map(({ label }) => label)].map((label) => html('th', { scope: 'col' }, label)))),
    html('tbody', null, ...words.slice(0, t + 1).map((word, at) =>
      html('tr', null, html('th', { scope: 'row' }, glyph(word)), cell(norms[at]), ...lines.map(({ values }) => cell(values[at]))))));
}

/**
 * @param {{ lines: readonly Line[], t: number, x: (t: number) => number, width: number, top: number, bottom: number }} place
 */
function linesIn({ lines, t, x, width, top, bottom }) {
  const shown = lines.map((line) => ({ ...line, values: line.values.slice(0, t + 1) }));
  const { low, high, ticks } = decadesOf(shown.flatMap(({ values }) => values));
  const y = linear(low, high, bottom, top);
  return svg('g', { class: 'by-step' },
    ...ticks.flatMap((exponent) => [
      svg('path', { class: 'tick', d: `M42 ${y(exponent).toFixed(1)}H${width}` }),
      svg('text', { class: 'axis', x: 38, y: y(exponent) + 4 }, powerOf(exponent))]),
    ...shown.map(({ name, hue, values }) => svg('path', { class: `line ${name} ${hue}`,
      d: pathOf(values.map((value, at) => (value !== null && value > 0 && Math.log10(value) >= low ? { x: x(at), y: y(Math.log10(value)) } : null))) })));
}

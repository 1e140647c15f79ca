/**
 * One net on the fixed string, letter by letter: its gates and the state that carries as strips of units, and how probable
 * the right answer is. A pixel a value, drawn large.
 */

import { clear, html, set, write } from '../../dom.js';
import { hueOf } from '../../gates.js';
import { clamp, diverging, niceMax, plain, sequential } from '../../scales.js';

/** @typedef {import('../../train/course.js').Course} Course */
/** @typedef {import('../../train/course.js').CourseFrame} CourseFrame */
/** @typedef {import('../../train/course.js').Watched} Watched */

const SHADES = 64;

/** A colour of CSS as four bytes. @param {CanvasRenderingContext2D} brush @param {string} colour */
function bytesOf(brush, colour) {
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  return brush.getImageData(0, 0, 1, 1).data;
}

/** The colours of a signal from its lowest value to its highest, as the theme has them. @param {Element} host @param {Watched} watched */
function shadesOf(host, watched) {
  const probe = html('i', { hidden: true });
  host.append(probe);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [1, 1];
  const brush = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
  const hue = hueOf({ name: watched.signal, role: /** @type {any} */ (watched.role), formula: '' });
  const shades = Array.from({ length: SHADES + 1 }, (_, k) => {
    probe.style.color = watched.role === 'gate' ? sequential(k / SHADES, hue) : diverging(2 * (k / SHADES) - 1, 1);
    return bytesOf(brush, getComputedStyle(probe).color);
  });
  probe.remove();
  return shades;
}

/** One strip. @param {Watched} watched @param {readonly string[]} tokens */
function createStrip(watched, tokens) {
  const canvas = html('canvas', { width: tokens.length, height: watched.units, role: 'img', 'aria-label': `${watched.label}, ${watched.units} units over ${tokens.length} letters` });
  const node = html('div', { class: 'train-strip', data: { signal: watched.signal } }, html('span', { class: `symbol hue-${hueOf({ name: watched.signal, role: /** @type {any} */ (watched.role), formula: '' })}`, title: watched.label }, watched.signal), canvas);
  /** @type {Float32Array | null} */
  let values = null;
  /** @type {Uint8ClampedArray[]} */
  let shades = [];
  let theme = '';

  /** @param {Float32Array} rows letter by letter */
  function update(rows) {
    values = rows;
    const now = getComputedStyle(node).color;
    if (now !== theme) {
      shades = shadesOf(node, watched);
      theme = now;
    }
    const gate = watched.role === 'gate';
    const most = gate ? 1 : niceMax(rows);
    const brush = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    const image = brush.createImageData(tokens.length, watched.units);
    rows.forEach((value, k) => {
      const part = clamp(gate ? value : (value / most + 1) / 2, 0, 1);
      const [t, unit] = [Math.floor(k / watched.units), k % watched.units];
      image.data.set(shades[Math.round(part * SHADES)] ?? [], 4 * (unit * tokens.length + t));
    });
    brush.putImageData(image, 0, 0);
  }

  /** What is under the pointer. @param {MouseEvent} event */
  function under({ clientX, clientY }) {
    const box = canvas.getBoundingClientRect();
    const t = Math.floor(((clientX - box.left) / box.width) * tokens.length);
    const unit = Math.floor(((clientY - box.top) / box.height) * watched.units);
    const value = values?.[t * watched.units + unit];
    return value === undefined || t < 0 || t >= tokens.length || unit < 0 || unit >= watched.units ? ''
      : `${watched.label}, unit ${unit} at letter ${t + 1}, ${tokens[t]}: ${plain(value, 4)}`;
  }
  return { node, canvas, update, under };
}

/** How probable the right answer is after each letter that asks for one, and what is said instead. @param {Course} course */
function createAnswers({ start: { tokens, answers } }) {
  const cells = tokens.map((_, t) => {
    const [bar, said] = [html('i'), html('b')];
    const asked = answers[t] !== null;
    return { t, bar, said, node: html('span', { class: asked ? 'asked' : '' }, asked && bar, asked && said) };
  });
  const node = html('div', { class: 'train-answers' }, html('span', { class: 'symbol', title: 'how probable the right answer is' }, 'p'), html('div', { class: 'cells' }, ...cells.map((cell) => cell.node)));

  /** @param {Course} course @param {CourseFrame} frame */
  function update(course, frame) {
    for (const { t, bar, said, node: cell } of cells) {
      const answer = answers[t] ?? null;
      if (answer === null) continue;
      const [top, ...rest] = course.said(frame, t);
      const p = [top, ...rest].find((one) => one?.symbol === answer)?.p ?? 0;
      bar.style.setProperty('--part', p.toFixed(4));
      write(said, sign(top?.symbol ?? ''));
      set(cell, 'class', top?.symbol === answer ? 'asked right' : 'asked wrong');
      set(cell, 'title', `after letter ${t + 1}: ${sign(answer)} is right, p ${p.toFixed(4)}`);
      set(cell, 'data-p', p);
    }
  }
  return { node, update };
}

/** The end as it is shown. @param {string} symbol */
export const sign = (symbol) => (symbol === '⏹' ? '■' : symbol);

/** @param {HTMLElement} host */
export function createStrips(host) {
  /** @type {Course | null} */
  let made = null;
  /** @type {{ watched: Watched, strip: ReturnType<typeof createStrip> }[]} */
  let strips = [];
  /** @type {ReturnType<typeof createAnswers> | null} */
  let answers = null;
  const pointed = html('output', { class: 'note pointed-unit' });

  /** @param {Course} course */
  function make(course) {
    made = course;
    const { tokens, layout } = course.start;
    strips = layout.filter(({ role }) => role !== 'probability').map((watched) => ({ watched, strip: createStrip(watched, tokens) }));
    answers = createAnswers(course);
    for (const { strip } of strips) {
      strip.canvas.addEventListener('pointermove', (event) => write(pointed, strip.under(event)));
      strip.canvas.addEventListener('pointerleave', () => write(pointed, ''));
    }
    clear(host).append(
      html('div', { class: 'train-letters' }, html('span'), html('div', { class: 'cells' }, ...tokens.map((token) => html('span', null, token)))),
      ...strips.map(({ strip }) => strip.node), answers.node, pointed);
  }

  /** @param {Course} course @param {CourseFrame} frame */
  return function update(course, frame) {
    if (made !== course) make(course);
    for (const { watched, strip } of strips) strip.update(frame.rows.get(watched.signal) ?? new Float32Array());
    answers?.update(course, frame);
  };
}

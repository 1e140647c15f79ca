/**
 * All units of a signal over the steps, as cells on a canvas: a pixel a value, drawn large.
 */

import { svg } from '../../dom.js';
import { hueOf, isGate } from '../../gates.js';
import { niceTicks } from '../../plot.js';
import { clamp, divergingStops, plain, sequentialStops } from '../../scales.js';
import { quoted, unitWord } from '../../wording.js';
import { boundOf, FEW, rowOf } from './figures.js';
import { wordsOf } from './labels.js';

/** @typedef {import('../../scene.js').Scene} Scene */
/** @typedef {import('./types.js').Frame} Frame */

const COLOURS = 256;

/** @param {HTMLCanvasElement} canvas */
export const brushOf = (canvas) => /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));

/** Colour stops as a row of bytes. @param {readonly [number, string][]} stops */
export function paletteOf(stops) {
  const strip = document.createElement('canvas');
  [strip.width, strip.height] = [COLOURS, 1];
  const brush = brushOf(strip);
  const gradient = brush.createLinearGradient(0, 0, COLOURS, 0);
  for (const [part, colour] of stops) gradient.addColorStop(part, colour);
  brush.fillStyle = gradient;
  brush.fillRect(0, 0, COLOURS, 1);
  return brush.getImageData(0, 0, COLOURS, 1).data;
}

/**
 * A pixel a value; what is not known is clear.
 * @param {(number | null)[][]} rows @param {Uint8ClampedArray} palette @param {number} low @param {number} high
 */
export function pixelsOf(rows, palette, low, high) {
  const made = document.createElement('canvas');
  [made.width, made.height] = [rows[0]?.length ?? 1, rows.length];
  const brush = brushOf(made);
  const image = brush.createImageData(made.width, made.height);
  rows.forEach((row, k) => row.forEach((value, t) => {
    if (value === null) return;
    const place = Math.round(clamp((value - low) / (high - low), 0, 1) * (COLOURS - 1));
    image.data.set(palette.subarray(4 * place, 4 * place + 4), 4 * (k * made.width + t));
  }));
  brush.putImageData(image, 0, 0);
  return made;
}

/** Cells stand apart where there are few. @param {CanvasRenderingContext2D} brush @param {number} columns @param {number} rows @param {Frame} frame */
function part(brush, columns, rows, { width, height }) {
  if (columns <= FEW) for (let t = 1; t < columns; t += 1) brush.clearRect((t * width) / columns - 0.5, 0, 1, height);
  if (rows <= 64) for (let k = 1; k < rows; k += 1) brush.clearRect(0, (k * height) / rows - 0.25, width, 0.5);
}

/**
 * @param {Scene} scene @param {Frame} frame @param {HTMLCanvasElement} canvas
 */
export function drawCells(scene, frame, canvas) {
  const { trace, layer, moment, signal } = scene;
  const style = getComputedStyle(canvas);
  const gate = isGate(signal);
  const max = boundOf(scene);
  const units = layer.units;
  const rows = Array.from({ length: units }, (_, k) => rowOf(scene, signal.name, k));
  const pixels = pixelsOf(rows, paletteOf(gate ? sequentialStops(style, hueOf(signal)) : divergingStops(style)), gate ? 0 : -max, max);
  const sharp = window.devicePixelRatio || 1;
  [canvas.width, canvas.height] = [Math.round(frame.width * sharp), Math.round(frame.height * sharp)];
  Object.assign(canvas.style, { left: `${frame.left}px`, top: `${frame.top}px`, width: `${frame.width}px`, height: `${frame.height}px` });
  const brush = brushOf(canvas);
  brush.scale(sharp, sharp);
  brush.imageSmoothingEnabled = false;
  brush.drawImage(pixels, 0, 0, frame.width, frame.height);
  part(brush, trace.total, units, frame);
  return { below: [], above: outlines(scene, frame), ticks: ticksFor(units), seek: seekIn(scene, rows, moment) };
}

/** Numbers of units. @param {number} units */
const ticksFor = (units) => niceTicks(0, Math.max(1, units - 1), 4).filter((k) => Number.isInteger(k) && k < units).map((k) => ({ text: String(k), part: (k + 0.5) / units }));

/** The chosen unit as far as it has come, and the present step. @param {Scene} scene @param {Frame} frame */
function outlines({ trace, layer, moment: { t, unit } }, { left, top, width, height }) {
  const [from, to] = trace.span(layer.name);
  const [first, last] = trace.backward(layer.name) ? [t, to - 1] : [from, t];
  const [column, row] = [width / trace.total, height / layer.units];
  return [
    svg('rect', { class: 'unit', x: left + first * column, width: (last - first + 1) * column, y: top + unit * row, height: row }),
    svg('rect', { class: 'step', x: left + t * column, width: column, y: top, height }),
  ];
}

/** @param {Scene} scene @param {(number | null)[][]} rows @param {import('../../scene.js').Moment} moment @returns {import('./types.js').Seek} */
function seekIn(scene, rows, moment) {
  const words = wordsOf(scene, quoted);
  return (t, height) => {
    const unit = Math.min(rows.length - 1, Math.floor(height * rows.length));
    const value = rows[unit]?.[t] ?? null;
    return value === null ? null : { unit, text: `${unitWord(scene.layer)} ${unit} at ${words[t] ?? words[moment.t]}: ${plain(value, 4)}` };
  };
}

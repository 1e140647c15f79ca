/**
 * What every layout is built from: strips out of declared signals, wires with their ends, the shape of the grid.
 */

import { asRead, hueOf, isGate, nameSymbol, symbolId, symbolOf } from '../gates.js';
import { symbolWidth, textWidth } from './text.js';

/** @typedef {import('./types.js').Strip} Strip */
/** @typedef {import('./types.js').Point} Point */
/** @typedef {import('./types.js').Wire} Wire */
/** @typedef {import('./types.js').Box} Box */
/** @typedef {import('./types.js').LayerInfo} LayerInfo */

/** Widths from which a picture runs across, and from which it has room for words. */
export const MEDIUM = 680;
export const WIDE = 900;
/** A place lower than this has no room for a picture that runs down: from this width on it runs across. */
const LOW = 440;
const NARROW = 600;

/** @param {import('./types.js').Size} size @returns {import('./types.js').Form} */
export function formOf({ width, height }) {
  if (width >= WIDE) return 'wide';
  return width >= MEDIUM || (width >= NARROW && height > 0 && height < LOW) ? 'medium' : 'phone';
}

/**
 * The width of a strip of `count` cells in at most `room` px, its cells on whole pixels where they are wide enough
 * for that to be seen.
 * @param {number} room @param {number} count
 */
export function stripWidth(room, count) {
  const pitch = room / count;
  if (pitch >= 4) return Math.floor(pitch) * count;
  if (pitch >= 1) return (Math.floor(pitch * 4) / 4) * count;
  return Math.floor(room);
}

/**
 * The phase in which a signal is new.
 * @param {readonly import('./types.js').Phase[]} phases @param {string} signal
 */
export function phaseOf(phases, signal) {
  const at = phases.findIndex((phase) => phase.signals.includes(signal));
  if (at < 0) throw new RangeError(`no phase declares the signal ${signal}`);
  return at;
}

/**
 * @typedef {object} Place
 * @property {number} x
 * @property {number} y
 * @property {number} w
 * @property {number} h
 * @property {boolean} [onBelt]
 * @property {number} [room] for symbol and value together, if not boundless: a formula that is longer gives way to the name
 * @property {number} [span] for symbol, name and value together; its own width if absent
 * @property {Point | null} [head] baseline start of its label, above its left end if absent
 * @property {import('./types.js').Caption | null} [caption]
 * @property {Point | null} [captionAt]
 */

/**
 * A strip for a declared signal.
 * @param {LayerInfo} layer @param {readonly import('./types.js').Phase[]} phases @param {number} text
 * @param {string} name @param {'now' | 'previous'} source @param {Place} place @param {string[]} bound
 * @returns {Strip}
 */
export function strip(layer, phases, text, name, source, place, bound) {
  const signal = layer.signals.find((s) => s.name === name);
  if (!signal) throw new RangeError(`the layer ${layer.name} declares no signal ${name}`);
  const id = symbolId(name, source);
  const value = textWidth(isGate(signal) ? '0.00' : '+0.00', text, true);
  const written = source === 'previous' ? [nameSymbol(asRead(id, layer))] : symbolOf({ ...signal, formula: asRead(signal.formula, layer) });
  const long = place.room !== undefined && symbolWidth(written, text + 2) + 10 + value > place.room;
  const symbol = long ? [nameSymbol(name)] : written;
  const taken = symbolWidth(symbol, text + 2) + 10 + value;
  const span = Math.max(place.w, place.span ?? 0);
  // "forget gate", or "forget" where there is not room for both words; a product's first word says too little.
  const label = [signal.label, ...(signal.role === 'product' ? [] : signal.label.split(' ').slice(0, 1))].find((words) => span - taken >= textWidth(words, text)) ?? '';
  const own = label && place.w - taken >= textWidth(label, text);
  return {
    id,
    signal: name,
    source,
    phase: source === 'previous' ? -1 : phaseOf(phases, name),
    x: place.x,
    y: place.y,
    w: place.w,
    h: place.h,
    count: signal.role === 'input' ? layer.inputs : layer.units,
    units: signal.role !== 'input',
    scale: isGate(signal) ? 'gate' : 'signed',
    hue: hueOf(signal),
    bound,
    symbol,
    label,
    name: signal.label,
    head: place.head ?? { x: place.x, y: place.y - 7 },
    valueX: place.x + (own || !label ? Math.max(place.w, taken - 8) : span),
    caption: place.caption ?? null,
    captionAt: place.captionAt ?? null,
    onBelt: place.onBelt ?? false,
  };
}

/** Ports of a strip or of anything with a left upper corner. @param {{x: number, y: number, w: number, h: number}} s */
export const left = (s) => ({ x: s.x, y: s.y + s.h / 2 });
/** @param {{x: number, y: number, w: number, h: number}} s */
export const right = (s) => ({ x: s.x + s.w, y: s.y + s.h / 2 });
/** @param {{x: number, y: number, w: number, h: number}} s */
export const top = (s) => ({ x: s.x + s.w / 2, y: s.y });
/** @param {{x: number, y: number, w: number, h: number}} s */
export const bottom = (s) => ({ x: s.x + s.w / 2, y: s.y + s.h });

/**
 * Ports of a box, which is placed by its centre.
 * @param {{x: number, y: number, w: number, h: number}} b @param {'left' | 'right' | 'top' | 'bottom'} side
 * @returns {Point}
 */
export function port(b, side) {
  const dx = side === 'left' ? -b.w / 2 : side === 'right' ? b.w / 2 : 0;
  const dy = side === 'top' ? -b.h / 2 : side === 'bottom' ? b.h / 2 : 0;
  return { x: b.x + dx, y: b.y + dy };
}

/**
 * A point beside another.
 * @param {Point} p @param {number} dx @param {number} dy
 * @returns {Point}
 */
export const by = (p, dx, dy) => ({ x: p.x + dx, y: p.y + dy });

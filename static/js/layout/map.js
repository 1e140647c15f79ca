/**
 * The overview of a model with more than one layer, as plain data in CSS pixels: a row a layer, a column a word, and
 * the lines along which states go on, rise, are handed over or meet in the class. No DOM, no values.
 */

import { isRecurrent } from '../reading.js';
import { clamp } from '../scales.js';
import { textWidth } from './text.js';

/** @typedef {import('../reading.js').ReadingOrder} ReadingOrder */
/** @typedef {import('./types.js').Point} Point */
/** @typedef {'stack' | 'ends' | 'hand'} Kind layers on each other; read from both ends; one handing over to the next */
/** @typedef {{ layer: string, y: number, h: number }} Row */
/** @typedef {{ layer: string, t: number, x: number, y: number, w: number, h: number }} Cell */
/** @typedef {{ kind: 'carry' | 'rise' | 'join' | 'hand' | 'feed', layer: string, t: number, points: Point[] }} Line what leaves this layer at this word */
/** @typedef {{ x: number, y: number, w: number, h: number }} Area */
/**
 * @typedef {object} MapLayout
 * @property {Kind} kind
 * @property {number} width
 * @property {number} height
 * @property {number} pitch of a column
 * @property {Row[]} rows from the top
 * @property {Cell[]} cells
 * @property {Line[]} lines
 * @property {{ y: number, h: number } | null} verdict where the class stands, left of the picture
 * @property {Area | null} hand where the states that are handed over stand
 * @property {Point | null} stop the end of the words that tell why it stopped
 */

export const PAD = 12; // beside the first and the last column
const CELL = 26;
const GAP = 20; // between rows
const FOOT = 13; // below a decoder, for what it said to come back
const HAND = 220; // the widest that the states handed over are drawn
const [LEAST, MOST] = [24, 150]; // px of a column
const [FINGER, SMALL] = [44, 800]; // px of a column that a finger hits, on a screen up to this wide
const NEED = 130; // px that a long word is worth before its end is cut
const STOP = textWidth('stopped by the limit of 999 steps', 12);

/**
 * The width of a column: the words share the room, unless they would be cut too short; then the map scrolls.
 * @param {readonly string[]} words @param {number} room px
 */
export function pitchOf(words, room) {
  const widths = words.map((word) => textWidth(word, 15) + 12).sort((a, b) => a - b);
  const most = widths.at(-1) ?? LEAST;
  const least = room < SMALL ? FINGER : LEAST;
  const need = clamp(most, least, Math.min(NEED, Math.max(least, room / 3)));
  return Math.floor(clamp((room - 2 * PAD) / Math.max(1, words.length), need, MOST));
}

/** @param {ReadingOrder} reading @returns {Kind} */
export function kindOf({ layers, inTurn }) {
  if (!inTurn) return 'stack';
  return layers.some(({ span }) => span !== undefined) ? 'hand' : 'ends';
}

/** @param {Cell} cell @param {number} dx 0 left … 1 right @param {number} dy 0 top … 1 bottom @returns {Point} */
const at = ({ x, y, w, h }, dx, dy) => ({ x: x + w * dx, y: y + h * dy });

/**
 * @param {ReadingOrder} reading @param {number} pitch
 * @returns {MapLayout}
 */
export function layoutMap(reading, pitch) {
  const { layers, total } = reading;
  const kind = kindOf(reading);
  const head = kind === 'ends' ? CELL + GAP / 2 : 2;
  const order = kind === 'stack' ? [...layers].reverse() : layers;
  const rows = order.map(({ name }, k) => ({ layer: name, y: head + k * (CELL + GAP), h: CELL }));
  const inset = clamp(pitch * 0.14, 2, 9);
  const cells = rows.flatMap(({ layer, y, h }) => {
    const [from, to] = reading.span(layer);
    return Array.from({ length: to - from }, (_, k) => ({ layer, t: from + k, x: PAD + (from + k) * pitch + inset, y, w: pitch - 2 * inset, h }));
  });
  const found = new Map(cells.map((cell) => [`${cell.layer} ${cell.t}`, cell]));
  const cell = (/** @type {string} */ layer, /** @type {number | null} */ t) => found.get(`${layer} ${t}`);
  const bottom = (rows.at(-1)?.y ?? 0) + CELL;
  const end = PAD + total * pitch;
  const lines = cells.filter(({ layer }) => isRecurrent(reading.head(layer))).flatMap((one) => carried(one, cell(one.layer, reading.following(one.layer, one.t)), reading.backward(one.layer)));
  const hand = kind === 'hand' ? handOver(reading, rows, pitch) : null;
  if (kind === 'stack') lines.push(...risen(layers.map(({ name }) => name), cell, total));
  if (kind === 'ends') lines.push(...joined(layers.map(({ name }) => name), reading, cell, end));
  if (hand) lines.push(...handed(layers.map(({ name }) => name), reading, cell, hand), ...fed(reading, cells));
  const stopX = hand ? Math.max(end - inset, hand.x + hand.w + STOP) : end;
  return {
    kind, pitch, rows, cells, lines, hand, width: Math.ceil(Math.max(end, stopX) + PAD), height: bottom + (hand ? FOOT : 2),
    verdict: kind === 'ends' ? { y: 0, h: CELL } : null, stop: hand ? { x: stopX, y: (rows[0]?.y ?? 0) + CELL * 0.7 } : null,
  };
}

/** The state that goes on to the next word. @param {Cell} one @param {Cell | undefined} next @param {boolean} backward @returns {Line[]} */
function carried(one, next, backward) {
  if (!next) return [];
  const [out, into] = backward ? [0, 1] : [1, 0];
  return [{ kind: 'carry', layer: one.layer, t: one.t, points: [at(one, out, 0.5), at(next, into, 0.5)] }];
}

/** @typedef {(layer: string, t: number | null) => Cell | undefined} Find */

/** h of a layer, which is x of the one above. @param {string[]} names from below @param {Find} cell @param {number} total @returns {Line[]} */
function risen(names, cell, total) {
  return names.slice(0, -1).flatMap((layer, k) => Array.from({ length: total }, (_, t) => {
    const [lower, upper] = [cell(layer, t), cell(names[k + 1] ?? '', t)];
    return lower && upper ? [{ kind: /** @type {const} */ ('rise'), layer, t, points: [at(lower, 0.5, 0), at(upper, 0.5, 1)] }] : [];
  })).flat();
}

/** Both ends meet in the class, on the left. @param {string[]} names @param {ReadingOrder} reading @param {Find} cell @param {number} end @returns {Line[]} */
function joined(names, reading, cell, end) {
  return names.flatMap((layer, k) => {
    const back = reading.backward(layer);
    const t = back ? 0 : reading.total - 1;
    const last = cell(layer, t);
    if (!last) return [];
    const x = back ? PAD / 2 - 1 : end + PAD / 2;
    const y = CELL / 2 - 4 + 8 * k;
    return [{ kind: /** @type {const} */ ('join'), layer, t, points: [at(last, back ? 0 : 1, 0.5), { x, y: last.y + CELL / 2 }, { x, y }, { x: 0, y }] }];
  });
}

/** The place of the states that are handed over: below the reader, before the writer. @param {ReadingOrder} reading @param {Row[]} rows @param {number} pitch @returns {Area} */
function handOver(reading, rows, pitch) {
  const [reader, writer] = rows;
  const border = PAD + reading.span(reader?.layer ?? '')[1] * pitch;
  const x = Math.max(4, border - HAND);
  return { x, y: writer?.y ?? 0, w: border - 10 - x, h: CELL };
}

/** @param {string[]} names @param {ReadingOrder} reading @param {Find} cell @param {Area} hand @returns {Line[]} */
function handed([reader = '', writer = ''], reading, cell, hand) {
  const t = reading.span(reader)[1] - 1;
  const [last, first] = [cell(reader, t), cell(writer, t + 1)];
  if (!last || !first) return [];
  const x = Math.min(last.x + last.w / 2, hand.x + hand.w - 2);
  const kind = /** @type {const} */ ('hand');
  return [
    { kind, layer: reader, t, points: [{ x, y: last.y + CELL }, { x, y: hand.y }] },
    { kind, layer: reader, t, points: [{ x: hand.x + hand.w, y: hand.y + hand.h / 2 }, at(first, 0, 0.5)] },
  ];
}

/** What the writer said comes back as what it reads. @param {ReadingOrder} reading @param {Cell[]} cells @returns {Line[]} */
function fed(reading, cells) {
  return cells.flatMap((one, k) => {
    const next = cells[k + 1];
    if (reading.tokens[one.t]?.role !== 'output' || next?.layer !== one.layer) return [];
    const [from, to] = [at(one, 0.6, 1), at(next, 0.4, 1)];
    const y = from.y + FOOT - 4;
    return [{ kind: /** @type {const} */ ('feed'), layer: one.layer, t: one.t, points: [from, { x: from.x, y }, { x: to.x, y }, to] }];
  });
}

/**
 * A declared picture from top to bottom: a row a vector, in the order in which they are made; behind each the box that
 * makes it, and along the right edge a lane for each vector that goes on.
 */

import { APART, boxOf, heightOfBox, LANE, legendsOf, movesOf, stripOf, widthOfBox } from './declared-parts.js';
import { alongLane, bridged } from './declared-wires.js';
import { LEGEND, PAD, STRIP, TEXT, TOP } from './down-sizes.js';
import { formOf, left, port, right, stripWidth } from './parts.js';

/** @typedef {import('./declared-graph.js').Graph} Graph */
/** @typedef {import('./declared-graph.js').Part} Part */
/** @typedef {import('./declared-parts.js').Placed} Placed */
/** @typedef {import('./declared-wires.js').Use} Use */

const WIDEST = 460; // px of a strip
const PREDICT = 84;
const UNDER = 6; // a vector leaves below its strip

/** The rows at which each part is used; the output also below the last. @param {Graph} graph @returns {Map<string, number>} */
function lastUses({ parts, output }) {
  const last = new Map();
  parts.forEach(({ inputs }, row) => inputs.forEach((id) => last.set(id, row)));
  last.set(output, parts.length);
  return last;
}

/** A lane for each vector that goes on, taken over by another once it has ended. @param {Graph} graph @param {Map<string, number>} last @returns {Map<string, number>} */
function lanesOf({ parts }, last) {
  /** @type {number[]} */
  const free = [];
  const lanes = new Map();
  parts.forEach(({ id }, row) => {
    const end = last.get(id);
    if (end === undefined) return;
    const found = free.findIndex((from) => from <= row);
    const lane = found < 0 ? free.length : found;
    free[lane] = end;
    lanes.set(id, lane);
  });
  return lanes;
}

/**
 * @param {import('./types.js').Size} size @param {import('./types.js').LayerInfo} layer
 * @param {readonly import('./types.js').Phase[]} phases @param {Graph} graph
 * @returns {import('./types.js').Layout}
 */
export function down({ width }, layer, phases, graph) {
  const lanes = lanesOf(graph, lastUses(graph));
  const most = Math.max(...graph.parts.map((part) => (part.operation ? widthOfBox(part, TEXT) : 0)));
  const sides = 2 * PAD + 10 + most + 16 + (Math.max(0, ...lanes.values()) + 1) * LANE;
  const w = stripWidth(Math.min(WIDEST, width - sides), layer.units);
  const boxX = PAD + w + 10 + most / 2;
  /** @param {string} id */
  const laneOf = (id) => boxX + most / 2 + 16 + (lanes.get(id) ?? 0) * LANE;

  /** @type {Placed[]} */
  const placed = [];
  /** @type {Map<string, Use[]>} */
  const uses = new Map(graph.parts.map(({ id }) => [id, []]));
  let y = TOP;
  for (const part of graph.parts) {
    const tall = part.operation ? heightOfBox(part) : 0;
    y += Math.max(0, (tall - STRIP) / 2 - TEXT);
    const strip = stripOf(layer, phases, TEXT, part, { x: PAD, y, w, h: STRIP, room: w });
    const middle = left(strip).y;
    const box = part.operation ? boxOf(part, strip, phases, { x: boxX, y: middle }, { w: widthOfBox(part, TEXT), h: tall }) : null;
    placed.push({ part, strip, box });
    part.inputs.forEach((id, k) => uses.get(id)?.push({
      id: part.id, phase: strip.phase, end: { x: box ? port(box, 'right').x : 0, y: middle + (k - (part.inputs.length - 1) / 2) * APART },
    }));
    y += Math.max(STRIP, (STRIP + tall) / 2) + UNDER + 8 + TEXT + 12;
  }
  const predict = { x: PAD, y: y - 10, w: Math.min(w, 300), h: PREDICT, rows: 3 };
  uses.get(graph.output)?.push({ id: 'predict', phase: phases.length - 1, end: { x: predict.x + predict.w + 8, y: predict.y + 20 } });

  const wires = bridged(placed.flatMap(({ part, strip, box }) => {
    const under = Math.max(strip.y + strip.h, box ? box.y + box.h / 2 : 0) + UNDER;
    const out = { x: right(strip).x - 10, y: strip.y + strip.h };
    const way = [out, { x: out.x, y: under }, { x: laneOf(part.id), y: under }];
    const hue = strip.scale === 'gate' ? strip.hue : /** @type {const} */ ('state');
    const made = box ? [{ id: `${part.id}-out`, symbol: part.id, phase: strip.phase, hue: strip.hue, points: [port(box, 'left'), right(strip)], arrow: true, dot: false }] : [];
    return [...made, ...alongLane({ id: part.id, hue }, way, uses.get(part.id) ?? [], false)];
  }));
  const legendY = predict.y + predict.h + LEGEND;
  const half = Math.min(150, (width - 3 * PAD) / 2);
  return {
    form: formOf({ width, height: 0 }), width, height: legendY + 26, least: legendY + 26, flow: 'right', text: TEXT, phases, belt: null,
    strips: placed.map(({ strip }) => strip),
    boxes: placed.flatMap(({ box }) => box ?? []),
    wires, predict, labels: [],
    ...movesOf(placed, wires, phases),
    legends: legendsOf(placed.map(({ strip }) => strip), PAD, legendY, half, PAD),
  };
}

/**
 * A declared picture from left to right: a column a level, each vector behind the box that makes it. What goes to the
 * next column goes straight there through a lane; what goes farther takes a track below all columns.
 */

import { APART, boxOf, heightOfBox, LANE, legendsOf, movesOf, stripOf, widthOfBox } from './declared-parts.js';
import { alongLane, bridged } from './declared-wires.js';
import { formOf, left, port, right, stripWidth } from './parts.js';
import { heightOf, rowsIn, styleOf } from './styles.js';

/** @typedef {import('./declared-graph.js').Graph} Graph */
/** @typedef {import('./declared-graph.js').Part} Part */
/** @typedef {import('./declared-parts.js').Placed} Placed */
/** @typedef {import('./declared-wires.js').Use} Use */
/** @typedef {import('./types.js').Point} Point */
/** @typedef {Use & { column: number }} Goal */

const LEAST = 76; // px of a strip; with less the picture runs down
const MOST = 300;
const PREDICT = 128; // px for what the model says
const ARROW = 14;
const ROW = 62; // the least height of a row: a label, a strip, and air
const TRACK = 11;
const LEGEND_WIDTH = 140;

/** The columns in which each part is used; beyond the last one the output is read. @param {Graph} graph @returns {Map<string, number[]>} */
function usesOf({ parts, levels, output }) {
  const uses = new Map(parts.map(({ id }) => [id, /** @type {number[]} */ ([])]));
  for (const { inputs, level } of parts) for (const id of inputs) uses.get(id)?.push(level);
  uses.get(output)?.push(levels.length);
  return uses;
}

/**
 * The vectors that have a lane before each column, the ones that come from farther nearest to its boxes.
 * @param {Graph} graph @param {Map<string, number[]>} uses
 */
function lanesOf({ parts, levels }, uses) {
  return Array.from({ length: levels.length + 1 }, (_, column) => {
    const [near, far] = [true, false].map((next) => parts.filter(({ id, level }) => {
      const columns = uses.get(id) ?? [];
      return next ? level === column - 1 && columns.length > 0 : level < column - 1 && columns.includes(column);
    }).map(({ id }) => id));
    return [...(near ?? []), ...(far ?? [])];
  });
}

/**
 * Where columns stand, or null where they would be too narrow.
 * @param {number} width @param {import('./styles.js').Style} style @param {Graph} graph @param {string[][]} lanes @param {number} units
 */
function columnsOf(width, { pad, text }, { levels }, lanes, units) {
  const boxes = levels.map((parts, k) => (k ? Math.max(...parts.map((part) => widthOfBox(part, text))) : 0));
  const gutters = [...levels.map((_, k) => (k ? (lanes[k]?.length ?? 0) * LANE + 14 + (boxes[k] ?? 0) + ARROW : 0)), (lanes.at(-1)?.length ?? 0) * LANE + 24];
  const rest = width - 2 * pad - PREDICT - gutters.reduce((sum, one) => sum + one, 0);
  const w = stripWidth(Math.min(MOST, rest / levels.length), units);
  if (w < LEAST) return null;
  const spare = Math.floor((rest - w * levels.length) / levels.length);
  let x = pad;
  const at = gutters.map((gutter, k) => {
    x += gutter + (k ? w + spare : 0);
    return { strip: x, box: x - ARROW - (boxes[k] ?? 0) / 2, lane: x - gutter + 9 };
  });
  return { w, at, boxes };
}

/**
 * The heights at which wires go into a box: apart from each other, and from whatever ends at the same height before it.
 * @param {Part} part @param {number} middle @param {readonly Placed[]} before the column before
 */
function entriesOf(part, middle, before) {
  const heights = new Map(before.map(({ part: { id }, strip }) => [id, left(strip).y]));
  const order = [...part.inputs].sort((a, b) => (heights.get(a) ?? Infinity) - (heights.get(b) ?? Infinity));
  return new Map(order.map((id, k) => {
    let y = middle + (k - (order.length - 1) / 2) * APART;
    while ([...heights].some(([other, height]) => other !== id && Math.abs(height - y) < 2)) y += 3;
    return [id, y];
  }));
}

/**
 * @param {import('./types.js').Size} size @param {import('./types.js').LayerInfo} layer
 * @param {readonly import('./types.js').Phase[]} phases @param {Graph} graph
 * @returns {import('./types.js').Layout | null}
 */
export function across(size, layer, phases, graph) {
  const style = styleOf(size);
  const { text, pad } = style;
  const uses = usesOf(graph);
  const lanes = lanesOf(graph, uses);
  const columns = columnsOf(size.width, style, graph, lanes, layer.units);
  if (!columns) return null;
  const { w, at } = columns;
  const rows = Math.max(...graph.levels.map((parts) => parts.length));
  const tracked = graph.parts.filter(({ id, level }) => uses.get(id)?.some((column) => column > level + 1)).map(({ id }) => id);
  const head = text + 14;
  const legend = 2 * text + 38;
  const least = Math.max(style.least, head + rows * ROW + tracked.length * TRACK + legend);
  const height = Math.max(least, heightOf(style, size));
  const floor = height - legend - tracked.length * TRACK;
  const h = Math.round((23 * Math.min(height, 460)) / 356);

  /** @type {Placed[]} */
  const placed = [];
  /** @type {Map<string, Goal[]>} */
  const goals = new Map(graph.parts.map(({ id }) => [id, []]));
  graph.levels.forEach((parts, column) => {
    const pitch = (floor - head) / parts.length;
    const before = placed.filter(({ part }) => part.level === column - 1);
    parts.forEach((part, k) => {
      const y = Math.round(head + (k + 0.5) * pitch - h / 2 + text / 2);
      const strip = stripOf(layer, phases, text, part, { x: at[column]?.strip ?? 0, y, w, h, room: w });
      const middle = left(strip).y;
      const box = part.operation ? boxOf(part, strip, phases, { x: at[column]?.box ?? 0, y: middle }, { w: widthOfBox(part, text), h: heightOfBox(part) }) : null;
      placed.push({ part, strip, box });
      if (!box) return;
      for (const [id, end] of entriesOf(part, middle, before)) goals.get(id)?.push({ id: part.id, phase: strip.phase, column, end: { x: port(box, 'left').x, y: end } });
    });
  });

  const said = placed.find(({ part }) => part.id === graph.output);
  const predict = { x: (at.at(-1)?.strip ?? 0), y: 0, w: PREDICT, h: Math.min(150, floor - 20), rows: 3 };
  predict.y = Math.round(Math.min(Math.max(10, (said ? left(said.strip).y : floor / 2) - 50), floor - predict.h));
  predict.rows = rowsIn(predict.h, text);
  goals.get(graph.output)?.push({ id: 'predict', phase: phases.length - 1, column: graph.levels.length, end: { x: predict.x - 8, y: said ? left(said.strip).y : predict.y + 40 } });

  const wires = bridged(placed.flatMap((one) => [
    ...outOf(one),
    ...routed(one, goals.get(one.part.id) ?? [], {
      laneAt: (column) => (at[column]?.lane ?? 0) + (lanes[column]?.indexOf(one.part.id) ?? 0) * LANE,
      track: floor + (tracked.indexOf(one.part.id) + 1) * TRACK - 2,
    }),
  ]));
  return {
    form: formOf(size), width: size.width, height, least, flow: 'right', text, phases, belt: null,
    strips: placed.map(({ strip }) => strip),
    boxes: placed.flatMap(({ box }) => box ?? []),
    wires, predict, labels: [],
    ...movesOf(placed, wires, phases),
    legends: legendsOf(placed.map(({ strip }) => strip), pad, height - text - 16, LEGEND_WIDTH, 40),
  };
}

/** From a box to what it makes. @param {Placed} placed @returns {import('./types.js').Wire[]} */
const outOf = ({ strip, box }) => (box ? [{ id: `${strip.id}-out`, symbol: strip.id, phase: strip.phase, hue: strip.hue, points: [port(box, 'right'), left(strip)], arrow: true, dot: false }] : []);

/**
 * The wires of one vector to all that is made of it.
 * @param {Placed} placed @param {Goal[]} goals
 * @param {{ laneAt: (column: number) => number, track: number }} ways
 */
function routed({ part, strip }, goals, { laneAt, track }) {
  const out = right(strip);
  const vector = { id: part.id, hue: strip.scale === 'gate' ? strip.hue : /** @type {const} */ ('state') };
  const next = part.level + 1;
  const near = goals.filter(({ column }) => column === next);
  const turn = { x: laneAt(next), y: out.y };
  const wires = alongLane(vector, [out, turn], near, false);
  const lowest = Math.max(out.y, ...near.map(({ end }) => end.y));
  let way = near.length ? [{ x: turn.x, y: lowest }, { x: turn.x, y: track }] : [out, turn, { x: turn.x, y: track }];
  let begun = near.length > 0;
  for (const column of [...new Set(goals.map((goal) => goal.column))].filter((one) => one > next).sort((a, b) => a - b)) {
    const foot = { x: laneAt(column), y: track };
    const made = alongLane(vector, [...way, foot], goals.filter((goal) => goal.column === column), false);
    const [first] = made;
    if (first && begun) made[0] = { ...first, dot: true };
    wires.push(...made);
    way = [foot];
    begun = true;
  }
  return wires;
}

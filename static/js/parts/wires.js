/**
 * What is told of a line, and of where lines part or meet.
 */

import { inputsOf, listed, signalOf, symbolIn, words } from './names.js';
import { sized } from './shapes.js';
import { hearer, valueOf } from './vectors.js';

/** @typedef {import('./types.js').Runs} Runs */
/** @typedef {import('./types.js').Explanation} Explanation */
/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {import('../layout/types.js').Layout} Layout */
/** @typedef {import('../layout/types.js').Wire} Wire */
/** @typedef {import('../layout/types.js').Point} Point */
/** @typedef {{ strip: import('../layout/types.js').Strip } | { box: import('../layout/types.js').Box }} Place */

const [NEAR, LABEL] = [4, 26]; // px between the end of a line and what it belongs to, above a strip also its label

/** @param {Point | undefined} a @param {Point | undefined} b */
const same = (a, b) => a !== undefined && b !== undefined && Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1;

/** How far a point is from a box. @param {Point} p @param {{ x: number, y: number, w: number, h: number }} box by its left upper corner */
const away = (p, { x, y, w, h }) => Math.max(x - p.x, p.x - x - w, y - p.y, p.y - y - h, 0);

/** What stands at a line's end. @param {Layout} layout @param {Point | undefined} point @returns {Place | null} */
function placeAt({ strips, boxes }, point) {
  if (!point) return null;
  const all = [
    ...strips.map((strip) => ({ place: { strip }, far: away(point, { ...strip, y: strip.y - LABEL, h: strip.h + 2 * LABEL }) })),
    ...boxes.map((box) => ({ place: { box }, far: away(point, { ...box, x: box.x - box.w / 2, y: box.y - box.h / 2 }) })),
  ].sort((a, b) => a.far - b.far);
  return all[0] && all[0].far <= NEAR ? all[0].place : null;
}

/** Whether two vectors meet where a line begins: then it carries both, one after the other. @param {Layout} layout @param {Wire} wire */
export function isJoin({ wires }, { points: [start] }) {
  return new Set(wires.filter(({ points }) => same(points.at(-1), start)).map(({ symbol }) => symbol)).size > 1;
}

/** The symbols that meet in the layout's join, if it has one. @param {Layout} layout */
function joinedIn(layout) {
  const join = layout.wires.find((wire) => isJoin(layout, wire));
  return join ? [...new Set(layout.wires.filter(({ points }) => same(points.at(-1), join.points[0])).map(({ symbol }) => symbol))] : [];
}

/**
 * What runs in a line: its symbol, or, on the way into the box that makes the symbol, what the box is given.
 * @param {import('../layout/types.js').LayerInfo} layer @param {Layout} layout @param {Wire} wire @returns {string[]}
 */
function carriedBy(layer, layout, wire) {
  const [start, end] = [placeAt(layout, wire.points[0]), placeAt(layout, wire.points.at(-1))];
  const joined = joinedIn(layout);
  if (isJoin(layout, wire) || (joined.length && !start && !end && !wire.arrow)) return joined;
  const enters = end && 'box' in end && end.box.symbol === wire.symbol && !(start && 'box' in start && start.box.symbol !== wire.symbol);
  if (!enters || wire.dashed) return [wire.symbol];
  const inputs = inputsOf(layer, wire.symbol);
  return joined.length && joined.every((id) => inputs.includes(id)) ? joined : inputs;
}

/** @param {import('../layout/types.js').LayerInfo} layer @param {Place | null} place @returns {Runs} */
function placeName(layer, place) {
  if (!place) return [];
  if ('strip' in place) return [...symbolIn(layer, place.strip.id), ...words(`, ${place.strip.name}`)];
  return words(`${place.box.kind === 'node' ? 'the circle' : 'the box'} ${place.box.text.replaceAll('_', '')}`);
}

/** Where a line that leaves the picture leads. @param {Scene} scene @param {Layout} layout @param {Wire} wire @returns {Runs} */
function beyond(scene, layout, { symbol, points, phase }) {
  const end = points.at(-1);
  const { x, y, w, h } = layout.predict;
  if (phase === layout.phases.length - 1 || (end && away(end, { x, y, w, h }) < 12)) return words(hearer(scene));
  const part = signalOf(scene.layer, symbol);
  if (part && end && (end.x > layout.width - 60 || end.y > layout.height - 60)) return words(`the ${scene.layer.direction === 'backward' ? 'word before' : 'next step'}`);
  return words('where it turns off to its goals');
}

/** A line. @param {Scene} scene @param {Layout} layout @param {Wire} wire @returns {Explanation} */
export function explainWire(scene, layout, wire) {
  const { layer } = scene;
  const ids = carriedBy(layer, layout, wire);
  const [only = ''] = ids.length === 1 ? ids : [];
  const symbols = listed(ids.map((id) => symbolIn(layer, id)));
  const [from, to] = [placeAt(layout, wire.points[0]), placeAt(layout, wire.points.at(-1))];
  const looks = wire.dashed ? ' A dashed line is a peephole: the gate looks at the memory, and takes nothing off it.' : '';
  return {
    hue: wire.hue, symbol: symbols, name: wire.dashed ? 'peephole' : 'a line',
    says: words(`Carries a whole vector, every unit’s number at once, the way the arrow points.${looks}`),
    formula: null, shape: listed(ids.map((id) => sized(layer, id))), value: only ? valueOf(scene, only) : null,
    from: placeName(layer, from), to: to ? placeName(layer, to) : beyond(scene, layout, wire),
  };
}

/** A dot where a line begins: two vectors meet, or one goes on in two directions. @param {Scene} scene @param {Layout} layout @param {Wire} wire @returns {Explanation} */
export function explainKnot(scene, layout, wire) {
  const { layer } = scene;
  const joins = isJoin(layout, wire);
  const ids = carriedBy(layer, layout, wire);
  const [only = ''] = ids.length === 1 ? ids : [];
  const count = ids.reduce((sum, id) => sum + (signalOf(layer, id)?.role === 'input' ? layer.inputs : layer.units), 0);
  const goal = placeAt(layout, wire.points.at(-1));
  return {
    hue: wire.hue, symbol: listed(ids.map((id) => symbolIn(layer, id))), name: joins ? 'join (concatenate)' : 'fork (copy)',
    says: words(joins
      ? 'Two vectors are put end to end: nothing is added, each number keeps a place of its own, and a weight for it in every unit.'
      : 'The line parts: the same numbers go both ways, and none is used up.'),
    formula: joins ? { joined: ids } : null,
    shape: joins ? [...listed(ids.map((id) => sized(layer, id))), ...words(` make ${count} values`)] : words(`${count} values, twice`),
    value: only ? valueOf(scene, only) : null, from: listed(ids.map((id) => symbolIn(layer, id))),
    to: joins ? words('every gate and candidate that is computed of it') : goal ? placeName(layer, goal) : [],
  };
}

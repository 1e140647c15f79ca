/**
 * What both forms of a declared picture share: strips and boxes of its parts, and what moves in its phases.
 */

import { node, runs, squasher } from './build.js';
import { centre, emerge, grow, HALF, spark, travel, VECTOR } from './moves.js';
import { phaseOf, strip } from './parts.js';
import { textWidth } from './text.js';

/** @typedef {import('./declared-graph.js').Part} Part */
/** @typedef {import('./types.js').Box} Box */
/** @typedef {import('./types.js').Strip} Strip */
/** @typedef {import('./types.js').Move} Move */
/** @typedef {import('./types.js').LayerInfo} LayerInfo */
/** @typedef {import('./types.js').Phase} Phase */

/** How far apart two wires go into a box, and two lanes lie: a hop over one leaves its neighbours whole. */
export const APART = 9;
export const LANE = 13;

/** @param {Part} part */
export const heightOfBox = ({ inputs }) => Math.max(24, inputs.length * APART + 8);

/** The width of a part's box. @param {Part} part @param {number} text */
export const widthOfBox = ({ operation }, text) => (operation?.kind === 'node' ? 26 : Math.max(34, Math.ceil(textWidth(operation?.text.replaceAll('_', '') ?? '', text, true)) + 12));

/**
 * @param {LayerInfo} layer @param {readonly Phase[]} phases @param {number} text @param {Part} part
 * @param {import('./parts.js').Place} place
 */
export function stripOf(layer, phases, text, { name, source }, place) {
  const [low, high] = layer.signals.find((signal) => signal.name === name)?.range ?? [null, null];
  const bounded = low !== null && high !== null && Math.max(-low, high) <= 1;
  return strip(layer, phases, text, name, source, place, bounded ? [] : [name]);
}

/**
 * @param {Part} part @param {Strip} made what comes out of it @param {readonly Phase[]} phases
 * @param {import('./types.js').Point} at @param {{ w: number, h: number }} size
 * @returns {Box}
 */
export function boxOf({ id, name, operation }, { hue }, phases, at, size) {
  const what = runs(id, phaseOf(phases, name), hue);
  const { kind, text, valve, inverse } = /** @type {import('./declared-graph.js').Operation} */ (operation);
  if (kind === 'node') return node(id, text, at, size.w, { ...what, inverse, ...(valve ? { valve } : {}) });
  return squasher(id, text, at, size, what);
}

/**
 * The legends of the scales that there are, side by side.
 * @param {readonly Strip[]} strips @param {number} x @param {number} y @param {number} w @param {number} gap
 * @returns {import('./types.js').Layout['legends']}
 */
export const legendsOf = (strips, x, y, w, gap) => /** @type {const} */ (['signed', 'gate'])
  .filter((kind) => strips.some(({ scale }) => scale === kind))
  .map((kind, k) => ({ x: x + k * (w + gap), y, w, kind }));

/** @typedef {{ part: Part, strip: Strip, box: Box | null }} Placed */

/**
 * @param {readonly Placed[]} placed @param {readonly import('./types.js').Wire[]} wires @param {readonly Phase[]} phases
 * @returns {{ moves: Move[][], carry: Move[] }}
 */
export function movesOf(placed, wires, phases) {
  const stripAt = new Map(placed.map(({ part, strip }) => [part.id, strip]));
  const last = phases.length - 1;
  const moves = phases.map((_, phase) => {
    if (phase === last) return [...wires.filter((wire) => wire.phase === last).map(({ id }) => spark(id, 0, 200)), { kind: /** @type {const} */ ('rows'), at: 200, ms: HALF }];
    const sparks = wires.filter((wire) => wire.phase === phase).map(({ id }) => spark(id, 0, 200));
    return [...sparks, ...placed.filter(({ strip }) => strip.phase === phase).flatMap((one) => appear(one, stripAt))];
  });
  const carry = placed.filter(({ part }) => part.source === 'previous').flatMap(({ part, strip: past }) => {
    const present = stripAt.get(part.name);
    if (!present) return [];
    return /** @type {Move[]} */ ([
      { kind: 'travel', target: present.id, points: [centre(present), centre(past)], at: 0, ms: VECTOR, whole: true },
      { kind: 'emerge', target: past.id, points: [centre(past)], at: HALF, ms: HALF, whole: true },
    ]);
  });
  return { moves, carry };
}

/** A vector comes out of its box once what it is made of has gone in; a gate's bars grow. @param {Placed} placed @param {Map<string, Strip>} strips @returns {Move[]} */
function appear({ part, strip: made, box }, strips) {
  if (!box) return [emerge(made, { x: centre(made).x, y: made.y + made.h + 24 }, 0)];
  if (made.scale === 'gate') return [grow(made, 200)];
  const goes = part.inputs.flatMap((id) => {
    const source = strips.get(id);
    return source ? [travel(source, box, 100)] : [];
  });
  return [...goes, emerge(made, box, 100 + HALF)];
}

/**
 * What of a picture can be asked about: each part carries its key, keys reach them one after another, a line has a wider
 * reach than its ink, and a dot where lines part or meet is a part of its own.
 */

import { set, svg } from '../../dom.js';
import { symbolText } from '../../gates.js';
import { isJoin } from '../../parts/wires.js';
import { path } from './wires.js';

/** @typedef {import('./drawing.js').BeltDrawing} BeltDrawing */
/** @typedef {import('../../layout/types.js').Layout} Layout */

const KNOT = 10; // px around a dot
const SCALE = 44; // px of a scale with its words

/** The layout of each picture that is drawn. @type {WeakMap<Element, Layout>} */
const drawn = new WeakMap();

/** The layout of a picture; null for anything else. @param {Element | null} picture */
export const layoutIn = (picture) => (picture && drawn.get(picture)) ?? null;

/** The layout of the picture that an element is in; null outside of any. @param {Element} element */
export const layoutAround = (element) => layoutIn(element.closest('.belt-picture'));

/** Where a part stands in the order in which a step is computed. @param {Layout} layout @param {string} key */
function orderOf({ strips, boxes, wires }, key) {
  const [kind, id] = key.split(':');
  const strip = strips.find((one) => kind === 'strip' && one.id === id);
  const box = boxes.find((one) => kind === 'box' && one.id === id);
  const wire = wires.find((one) => (kind === 'wire' || kind === 'knot') && one.id === id);
  const [first, last] = [wire?.points[0], wire?.points.at(-1)];
  if (strip) return [strip.phase, strip.x, 2];
  if (box) return [box.phase, box.x - box.w / 2, 1];
  if (wire && first && last) return [wire.phase, kind === 'knot' ? first.x : Math.min(first.x, last.x), 0];
  return [kind === 'belt' ? -2 : Infinity, 0, 0];
}

/** The parts of a picture in the order in which keys go from one to the next. @param {Element} picture @returns {SVGElement[]} */
export function orderIn(picture) {
  const parts = [...picture.querySelectorAll('[data-explain]')].flatMap((part) => (part instanceof SVGElement ? [part] : []));
  const layout = drawn.get(picture);
  if (!layout) return parts;
  const order = new Map(parts.map((part) => [part, orderOf(layout, part.dataset.explain ?? '')]));
  const by = (/** @type {SVGElement} */ part) => order.get(part) ?? [];
  return parts.sort((a, b) => by(a).map((value, k) => value - (by(b)[k] ?? 0)).find(Boolean) ?? 0);
}

/** @param {Element | null | undefined} node @param {string} key @param {string} name as it is read out */
function mark(node, key, name) {
  if (!node) return;
  set(node, 'data-explain', key);
  set(node, 'role', 'img');
  set(node, 'aria-label', name);
}

/** What is written in a box, as it is read out. @type {Record<string, string>} */
const SPOKEN = { '×': 'multiply', '+': 'add', σ: 'sigma', '−': 'subtract' };

/** What stands apart is asked for between its words, too. @param {Element} node @param {{ x: number, y: number, w: number, h: number }} place */
const ground = (node, { x, y, w, h }) => node.prepend(svg('rect', { class: 'ground', x, y, width: w, height: h }));

/** The reach of the dot in which a line begins. @param {Layout} layout @param {import('../../layout/types.js').Wire} wire */
function drawKnot(layout, wire) {
  const [start] = wire.points;
  const knot = svg('circle', { class: 'knot-reach', cx: start?.x, cy: start?.y, r: KNOT, data: { symbol: wire.symbol } });
  mark(knot, `knot:${wire.id}`, isJoin(layout, wire) ? 'join' : 'fork');
  return knot;
}

/** @param {BeltDrawing} drawing */
export function markParts({ node, layout, wires, boxes, strips, captions, legends, predict, track }) {
  drawn.set(node, layout);
  set(node, 'role', 'application'); // so that a screen reader leaves the arrows to the picture
  set(node, 'aria-roledescription', 'picture');
  mark(track?.node, 'belt', 'the belt');
  for (const { spec, node: group } of wires) {
    mark(group, `wire:${spec.id}`, `line, ${spec.symbol}`);
    group.append(svg('path', { class: 'reach', d: path(spec.points) }));
  }
  wires[0]?.node.parentNode?.append(...layout.wires.filter(({ dot }) => dot).map((wire) => drawKnot(layout, wire)));
  for (const { spec, node: group } of boxes) mark(group, `box:${spec.id}`, `${SPOKEN[spec.text] ?? spec.text.replaceAll('_', '')}, makes ${spec.symbol}`);
  for (const { spec, node: group } of strips) mark(group, `strip:${spec.id}`, `${spec.name}, ${symbolText(spec.symbol)}`);
  for (const { caption, node: text } of captions) if (caption.kind === 'share') mark(text, `share:${caption.part}`, 'a share');
  legends.forEach((legend, k) => {
    const place = layout.legends[k];
    mark(legend.node, `scale:${legend.kind}`, 'scale');
    if (place) ground(legend.node, { ...place, y: place.y - SCALE / 2, h: SCALE });
  });
  mark(predict.node, 'says', 'what is said');
  ground(predict.node, layout.predict);
  orderIn(node)[0]?.setAttribute('tabindex', '0');
}

/**
 * Where a card stands beside what it tells of: inside the window, and not on it. Pure geometry.
 */

/** @typedef {{ x: number, y: number, w: number, h: number }} Area */

const GAP = 12; // px between the card and what it tells of
const EDGE = 6; // px to the edge of the window

/** How much of a card lies on an area. @param {Area} card @param {Area} area */
const covered = (card, area) => Math.max(0, Math.min(card.x + card.w, area.x + area.w) - Math.max(card.x, area.x)) * Math.max(0, Math.min(card.y + card.h, area.y + area.h) - Math.max(card.y, area.y));

/**
 * Below, above, right or left of `anchor`, whichever is free first; else in a corner; else where it covers least.
 * @param {Area} anchor where it is pointed at @param {{ w: number, h: number }} size the card's @param {{ w: number, h: number }} room the window's
 * @param {readonly Area[]} [avoid] what it must not cover; the anchor if absent
 * @returns {{ x: number, y: number }}
 */
export function placeBeside(anchor, { w, h }, room, avoid = [anchor]) {
  const [most, lowest] = [Math.max(EDGE, room.w - w - EDGE), Math.max(EDGE, room.h - h - EDGE)];
  const inside = (/** @type {{ x: number, y: number }} */ { x, y }) => ({ x: Math.round(Math.min(most, Math.max(EDGE, x))), y: Math.round(Math.min(lowest, Math.max(EDGE, y))) });
  const [middle, level] = [anchor.x + anchor.w / 2 - w / 2, anchor.y + anchor.h / 2 - h / 2];
  const places = [
    { x: middle, y: anchor.y + anchor.h + GAP }, { x: middle, y: anchor.y - h - GAP },
    { x: anchor.x + anchor.w + GAP, y: level }, { x: anchor.x - w - GAP, y: level },
    { x: most, y: lowest }, { x: EDGE, y: lowest }, { x: most, y: EDGE }, { x: EDGE, y: EDGE },
  ].map(inside);
  const cost = places.map((at) => avoid.reduce((sum, area) => sum + covered({ ...at, w, h }, area), 0));
  return places[cost.indexOf(Math.min(...cost))] ?? { x: EDGE, y: EDGE };
}

/**
 * Where a card goes that must not cover what it points at. Pure.
 */

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */

const GAP = 12; // px between a card and what it points at

/** @param {Box} one @param {Box} other */
const shared = (one, other) =>
  Math.max(0, Math.min(one.right, other.right) - Math.max(one.left, other.left)) * Math.max(0, Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top));

/** The box around boxes. @param {readonly Box[]} boxes @returns {Box} */
export const around = (boxes) => ({
  left: Math.min(...boxes.map(({ left }) => left)), top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)), bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

/**
 * The place beside the boxes, inside the window, where the card covers least of them: below, above, to the right, to the
 * left, or in a corner.
 * @param {readonly Box[]} boxes @param {{ width: number, height: number }} card @param {Box} room what of the window can be used
 * @param {readonly Box[]} [avoid] what it is to leave free, if not the boxes
 * @returns {{ left: number, top: number }}
 */
export function beside(boxes, { width, height }, room, avoid = boxes) {
  const all = around(boxes);
  const middle = { left: (all.left + all.right - width) / 2, top: (all.top + all.bottom - height) / 2 };
  const wanted = [
    { left: middle.left, top: all.bottom + GAP }, { left: middle.left, top: all.top - GAP - height },
    { left: all.right + GAP, top: middle.top }, { left: all.left - GAP - width, top: middle.top },
    { left: middle.left, top: room.bottom - height }, { left: middle.left, top: room.top },
    ...[room.right - width, room.left].flatMap((left) => [{ left, top: room.bottom - height }, { left, top: room.top }]),
  ];
  const inside = wanted.map(({ left, top }) => ({
    left: Math.max(room.left, Math.min(left, room.right - width)), top: Math.max(room.top, Math.min(top, room.bottom - height)),
  }));
  const covers = inside.map(({ left, top }) => avoid.reduce((sum, box) => sum + shared(box, { left, top, right: left + width, bottom: top + height }), 0));
  return /** @type {{ left: number, top: number }} */ (inside[covers.indexOf(Math.min(...covers))]);
}

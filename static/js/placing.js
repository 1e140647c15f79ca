/**
 * Where a card goes that must not cover what it points at. Pure.
 */

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */

const GAP = 12; // px between a card and what it points at

/** @param {Box} one @param {Box} other */
const shared = (one, other) =>
  Math.max(0, Math.min(one.right, other.right) - Math.max(one.left, other.left)) * Math.max(0, Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top));

/** A box with its ring. @param {Box} box @returns {Box} */
const wider = ({ left, top, right, bottom }) => ({ left: left - GAP / 2, top: top - GAP / 2, right: right + GAP / 2, bottom: bottom + GAP / 2 });

/** The box around boxes. @param {readonly Box[]} boxes @returns {Box} */
export const around = (boxes) => ({
  left: Math.min(...boxes.map(({ left }) => left)), top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)), bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

/**
 * The place beside the boxes, inside the window, where the card covers least of them and of their rings: below, above, to
 * the right, to the left, or in a corner.
 * @param {readonly Box[]} boxes @param {{ width: number, height: number }} card @param {Box} room what of the window can be used
 * @param {readonly Box[]} [avoid] what it is to leave free, if not the boxes
 * @returns {{ left: number, top: number }}
 */
export function beside(boxes, { width, height }, room, avoid = boxes) {
  /** @param {Box} box */
  const sides = (box) => {
    const middle = { left: (box.left + box.right - width) / 2, top: (box.top + box.bottom - height) / 2 };
    return [
      { left: middle.left, top: box.bottom + GAP }, { left: middle.left, top: box.top - GAP - height },
      { left: box.right + GAP, top: middle.top }, { left: box.left - GAP - width, top: middle.top },
    ];
  };
  // Beside all of them; where that has no room, beside one of them; else in a corner.
  const wanted = [around(boxes), ...boxes].flatMap(sides).concat(
    [room.bottom, room.top].flatMap((top) => [room.left, room.right].map((left) => ({ left, top }))));
  const inside = wanted.map(({ left, top }) => ({
    left: Math.max(room.left, Math.min(left, room.right - width)), top: Math.max(room.top, Math.min(top, room.bottom - height)),
  }));
  const covers = inside.map(({ left, top }) => avoid.reduce((sum, box) => sum + shared(wider(box), { left, top, right: left + width, bottom: top + height }), 0));
  return /** @type {{ left: number, top: number }} */ (inside[covers.indexOf(Math.min(...covers))]);
}

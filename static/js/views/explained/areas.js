/**
 * What of the window a part takes, so that its card stands beside it: a box its box, a line a box a piece.
 */

/** @typedef {import('../../parts/place.js').Area} Area */

const FINGER = 12; // px around the pointer
const PIECE = 24; // px of a line that are one box
const READOUT = 34; // px above a strip for the number of the cell under the pointer

/** @param {DOMRect} rect @param {number} [above] @returns {Area} */
const areaOf = ({ x, y, width, height }, above = 0) => ({ x, y: y - above, w: width, h: height + above });

/** The line of a wire as boxes, in the window. @param {SVGPathElement} path @returns {Area[]} */
function piecesOf(path) {
  const matrix = path.getScreenCTM();
  if (!matrix) return [];
  const length = path.getTotalLength();
  const count = Math.max(1, Math.ceil(length / PIECE));
  return Array.from({ length: count + 1 }, (_, k) => {
    const { x, y } = path.getPointAtLength((k * length) / count).matrixTransform(matrix);
    return { x: x - 4, y: y - 4, w: 8, h: 8 };
  });
}

/**
 * @param {Element} element @param {{ x: number, y: number } | null} at where the pointer is, if it is that which asks
 * @returns {{ anchor: Area, avoid: Area[] }}
 */
export function areasOf(element, at) {
  const finger = at && { x: at.x - FINGER, y: at.y - FINGER, w: 2 * FINGER, h: 2 * FINGER };
  const line = element.querySelector('path.reach');
  if (line instanceof SVGPathElement) {
    const pieces = piecesOf(line);
    const anchor = finger ?? pieces[Math.floor(pieces.length / 2)] ?? areaOf(element.getBoundingClientRect());
    return { anchor, avoid: [anchor, ...pieces] };
  }
  const strip = element.querySelector('.well');
  if (strip) {
    const whole = areaOf(element.getBoundingClientRect());
    const anchor = areaOf(strip.getBoundingClientRect(), at ? READOUT : 0);
    return { anchor, avoid: [anchor, whole] };
  }
  const whole = areaOf(element.getBoundingClientRect());
  return { anchor: whole, avoid: [whole] };
}

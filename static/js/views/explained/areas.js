/**
 * What of the window a part takes, so that its card stands beside it: a box its box, a line a box a piece.
 */

/** @typedef {import('../../placing.js').Box} Box */

const FINGER = 12; // px around the pointer
const INK = 4; // px on either side of a line
const PIECE = 24; // px of a line that are one box
const READOUT = 34; // px above a strip for the number of the cell under the pointer

/** @param {DOMRect} rect @param {number} [above] @returns {Box} */
const areaOf = ({ left, top, right, bottom }, above = 0) => ({ left, top: top - above, right, bottom });

/** @param {{ x: number, y: number }} point @param {number} by */
const around = ({ x, y }, by) => ({ left: x - by, top: y - by, right: x + by, bottom: y + by });

/** The line of a wire as boxes, in the window. @param {SVGPathElement} path @returns {Box[]} */
function piecesOf(path) {
  const matrix = path.getScreenCTM();
  if (!matrix) return [];
  const length = path.getTotalLength();
  const count = Math.max(1, Math.ceil(length / PIECE));
  return Array.from({ length: count + 1 }, (_, k) => {
    const point = path.getPointAtLength((k * length) / count).matrixTransform(matrix);
    return around(point, INK);
  });
}

/**
 * @param {Element} element @param {{ x: number, y: number } | null} at where the pointer is, if it is that which asks
 * @returns {{ anchor: Box, avoid: Box[] }}
 */
export function areasOf(element, at) {
  const finger = at && around(at, FINGER);
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

const EDGE = 6; // px kept free at the window's edges

/** What of the window a card can be in. @param {Element} element anything in the document @returns {Box} */
export function roomAround({ ownerDocument: { documentElement } }) {
  return { left: EDGE, top: EDGE, right: documentElement.clientWidth - EDGE, bottom: documentElement.clientHeight - EDGE };
}

/**
 * The geometry of a small line chart: round ticks, places, paths with gaps.
 */

/**
 * Round numbers that span low … high, about `count` of them.
 * @param {number} low @param {number} high @param {number} count
 * @returns {number[]}
 */
export function niceTicks(low, high, count) {
  const span = high > low ? high - low : Math.abs(high) || 1;
  const raw = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * power >= raw) ?? 10) * power;
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)];
  return Array.from({ length: Math.max(2, last - first + 1) }, (_, k) => Number(((first + k) * step).toPrecision(12)));
}

/**
 * A linear scale from the values low … high to the pixels from … to.
 * @param {number} low @param {number} high @param {number} from @param {number} to
 * @returns {(value: number) => number}
 */
export const linear = (low, high, from, to) => (value) => from + ((value - low) / (high - low || 1)) * (to - from);

/**
 * An SVG path through the points; it breaks where one is missing.
 * @param {readonly ({ x: number, y: number } | null)[]} points
 */
export function pathOf(points) {
  let pen = 'M';
  return points.map((point) => {
    if (!point) {
      pen = 'M';
      return '';
    }
    const piece = `${pen}${point.x.toFixed(1)} ${point.y.toFixed(1)}`;
    pen = 'L';
    return piece;
  }).join('');
}

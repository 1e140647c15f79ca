/** What is told of a vector: how much there is in it, its mean, its strongest unit. */

/** @param {Iterable<number>} values */
export function magnitude(values) {
  let sum = 0;
  for (const value of values) sum += Math.abs(value);
  return sum;
}

/**
 * How much of a vector a gate lets through: the magnitudes that are left over those that were there. It is the one measure
 * of "kept", "let in" and "reveals"; a unit that holds much counts for much. How far a gate is open is its mean.
 * @param {Iterable<number>} left @param {Iterable<number>} whole
 */
export const shareOf = (left, whole) => magnitude(left) / (magnitude(whole) || 1);

/** @param {Float32Array} values */
export function mean(values) {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/**
 * The place of the largest value by `weigh`.
 * @param {Float32Array} values @param {(value: number) => number} weigh
 */
export function strongest(values, weigh) {
  let best = 0;
  values.forEach((value, k) => {
    if (weigh(value) > weigh(/** @type {number} */ (values[best]))) best = k;
  });
  return best;
}

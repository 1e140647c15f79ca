/** What is told of a vector: how much there is in it, its mean, its strongest unit. */

/** @param {Iterable<number>} values */
export function magnitude(values) {
  let sum = 0;
  for (const value of values) sum += Math.abs(value);
  return sum;
}

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

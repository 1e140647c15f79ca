/**
 * Valves held by hand, as a trace tells of them: `layer.gate[units]@steps=value`, units and steps counted from 0 and
 * inclusive. Of two that hold the same, the later one wins.
 */

/** @typedef {readonly [number, number][]} Ranges from … to, both included; null means all */
/** @typedef {{ written: string, layer: string, gate: string, units: Ranges | null, steps: Ranges | null, value: number }} Clamp */

const FORM = /^(?<layer>\w+)\.(?<gate>\w+)(?:\[(?<units>[\d,-]+)\])?(?:@(?<steps>[\d,-]+))?=(?<value>[-+]?[\d.]+(?:e[-+]?\d+)?)$/;

/** "0,4-7" → [[0, 0], [4, 7]] @param {string | undefined} text @returns {Ranges | null} */
const rangesOf = (text) => text?.split(',').map((part) => {
  const [from = NaN, to = from] = part.split('-').map(Number);
  return /** @type {[number, number]} */ ([from, to]);
}) ?? null;

/**
 * @param {string} written
 * @returns {Clamp}
 * @throws {RangeError} for what is not in the form; a trace has been checked, so it writes no such thing
 */
export function parseClamp(written) {
  const found = FORM.exec(written)?.groups;
  if (!found) throw new RangeError(`“${written}” holds no valve: it is not layer.gate[units]@steps=value`);
  const { layer = '', gate = '', units, steps, value } = found;
  return { written, layer, gate, units: rangesOf(units), steps: rangesOf(steps), value: Number(value) };
}

/** @param {Ranges | null} ranges @param {number} k */
const within = (ranges, k) => ranges === null || ranges.some(([from, to]) => from <= k && k <= to);

/**
 * The clamp that holds a unit of a gate at step t; null where it is free.
 * @param {readonly Clamp[]} clamps @param {string} layer @param {string} gate @param {number} unit @param {number} t
 * @returns {Clamp | null}
 */
export const heldBy = (clamps, layer, gate, unit, t) =>
  clamps.findLast((clamp) => clamp.layer === layer && clamp.gate === gate && within(clamp.steps, t) && within(clamp.units, unit)) ?? null;

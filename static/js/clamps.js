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
export const within = (ranges, k) => ranges === null || ranges.some(([from, to]) => from <= k && k <= to);

/**
 * The clamp that holds a unit of a gate at step t; null where it is free.
 * @param {readonly Clamp[]} clamps @param {string} layer @param {string} gate @param {number} unit @param {number} t
 * @returns {Clamp | null}
 */
export const heldBy = (clamps, layer, gate, unit, t) =>
  clamps.findLast((clamp) => clamp.layer === layer && clamp.gate === gate && within(clamp.steps, t) && within(clamp.units, unit)) ?? null;

/** @typedef {{ from: number, to: number, clamp: Clamp }} Run units from … to, both included, held by one clamp */

/**
 * The runs of neighbouring units that are held at step t.
 * @param {readonly Clamp[]} clamps @param {string} layer @param {string} gate @param {number} t @param {number} units
 * @returns {Run[]}
 */
export function heldRuns(clamps, layer, gate, t, units) {
  /** @type {Run[]} */
  const runs = [];
  if (!clamps.some((clamp) => clamp.layer === layer && clamp.gate === gate && within(clamp.steps, t))) return runs;
  for (let unit = 0; unit < units; unit += 1) {
    const clamp = heldBy(clamps, layer, gate, unit, t);
    const last = runs.at(-1);
    if (clamp && last?.clamp === clamp && last.to === unit - 1) last.to = unit;
    else if (clamp) runs.push({ from: unit, to: unit, clamp });
  }
  return runs;
}

/**
 * "all units at 1", "units 4–7 at 0, unit 9 at 0.5"
 * @param {readonly Run[]} runs @param {number} units
 */
export const tellHeld = (runs, units) => runs.map(({ from, to, clamp }) => {
  const which = to - from + 1 === units ? 'all units' : from === to ? `unit ${from}` : `units ${from}–${to}`;
  return `${which} at ${String(clamp.value).replace('-', '−')}`;
}).join(', ');

/**
 * What a signal's tree is by itself: within a valve that is held, what it would be if it were free.
 * @param {import('./formula.js').Tree} tree
 */
export const byItself = (tree) => (tree.op === 'held' ? tree.args?.[0] ?? tree : tree);

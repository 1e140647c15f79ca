/**
 * What one unit of a memory cell did with a word, in plain words, from what it had, kept, wrote and shows.
 */

/** @typedef {{ before: number, kept: number, wrote: number, after: number, open: number | null, gate: string }} Deed open: the gate that shows it, null before it has answered and where there is none */

const LITTLE = 0.1; // of a memory value: less is hardly there
const SHUT = 0.25; // of a gate: less is nearly shut, and as far below 1 nearly open

/** @param {Deed} deed @param {string} word */
function memory({ before, kept, wrote, after }, word) {
  const there = Math.abs(before) >= LITTLE;
  const writes = Math.abs(wrote) >= LITTLE;
  if (!there && !writes) return `There was hardly anything here, and ${word} writes hardly anything`;
  if (!there) return `There was hardly anything here; ${word} writes the first of it`;
  const share = kept / before;
  if (!writes) {
    if (share >= 1 - SHUT) return 'The old content is carried on, nearly unchanged';
    return share <= SHUT ? 'The old content is dropped, and hardly anything takes its place' : 'Part of the old content fades away';
  }
  if (share <= SHUT) return `The old content is dropped and ${word} is written in its place`;
  if (kept * wrote > 0) return `${word} is added to what was there`;
  return kept * after > 0 ? `${word} takes away from what was there` : `${word} turns what was there into its opposite`;
}

/** @param {Deed} deed */
function shows({ after, open, gate }) {
  if (open === null) return '';
  if (Math.abs(after) < LITTLE) return '; there is little to show';
  if (open >= 1 - SHUT) return `; the ${gate} lets it be seen`;
  return open <= SHUT ? `; the ${gate} hides it for now` : `; the ${gate} shows a part of it`;
}

/**
 * @param {Deed} deed @param {string} word in quotation marks
 * @returns {string}
 */
export const storyOf = (deed, word) => `${memory(deed, word)}${shows(deed)}.`;

/** @typedef {import('../layout/types.js').Memory} Memory what was kept of a state, what was written, and the gate that shows it */

/**
 * What unit `moment.unit` did; null for a cell without such a memory, or before the phase that makes it.
 * @param {import('../scene.js').Scene} scene
 * @returns {Deed | null}
 */
export function deedOf({ trace, moment, layer, picture, reached }) {
  const { t, unit } = moment;
  const { memory } = picture;
  if (!memory || ![memory.state, memory.kept, memory.wrote].every(reached)) return null;
  /** @param {string} signal */
  const value = (signal) => trace.values(layer.name, signal, t)[unit] ?? 0;
  const { state, kept, wrote, gate } = memory;
  return {
    before: trace.before(layer.name, state, t)[unit] ?? 0, kept: value(kept), wrote: value(wrote), after: value(state),
    open: gate && reached(gate.signal) ? value(gate.signal) : null, gate: gate?.name ?? '',
  };
}

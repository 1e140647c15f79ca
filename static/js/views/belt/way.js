/**
 * The way of the picture from one moment to another: which moves are played, when they begin and how fast. Pure.
 */

/** @typedef {import('../../layout/types.js').Layout} Layout */
/** @typedef {import('../../layout/types.js').Move} Move */
/** @typedef {import('../../scene.js').Moment} Moment */
/**
 * @typedef {object} Part moves that are played together
 * @property {number | null} phase the one that comes on with them; null between two words
 * @property {readonly Move[]} moves
 * @property {number} start ms before the first, at speed 1
 * @property {number} pace 1 as declared, 0.5 twice as fast
 */
/**
 * @typedef {object} Way
 * @property {readonly Move[]} leaving moves of what is seen as it was before
 * @property {boolean} back whether they are taken back
 * @property {Part[]} parts one after another
 */

/** How long a list of moves takes. @param {readonly Move[]} moves */
export const lengthOf = (moves) => Math.max(0, ...moves.map(({ at, ms }) => at + ms));

/** How long a way takes at speed 1. @param {Way} way */
export const timeOf = ({ parts }) => Math.max(0, ...parts.map(({ moves, start, pace }) => start + lengthOf(moves) * pace));

/** Past a word, of which all is there at once: what carries to it alone. @param {Layout} layout @returns {Way} */
export const pastOf = ({ carry }) => ({ leaving: carry, back: false, parts: [{ phase: null, moves: carry, start: 0, pace: 1 }] });

/**
 * To a later phase of the same word, to the word that the layer reads next, or a phase back.
 * @param {Layout} layout @param {Moment} from @param {Moment} to
 * @param {number | null} following the word that the layer reads after that of `from`
 * @returns {Way | null} null for any other way, which is a cut
 */
export function wayOf(layout, from, to, following) {
  const same = to.t === from.t;
  if (to.t === following) return { leaving: layout.carry, back: false, parts: onwards(layout, 0, to.phase, layout.carry) };
  if (same && to.phase > from.phase) return { leaving: [], back: false, parts: onwards(layout, from.phase + 1, to.phase) };
  if (same && to.phase === from.phase - 1) return { leaving: layout.moves[from.phase] ?? [], back: true, parts: [] };
  return null;
}

/**
 * Phase by phase, what carries to the word before them; several go twice as fast.
 * @param {Layout} layout @param {number} first @param {number} last @param {readonly Move[]} [carry]
 */
function onwards({ moves }, first, last, carry) {
  const pace = last > first ? 0.5 : 1;
  /** @type {Part[]} */
  const parts = carry ? [{ phase: null, moves: carry, start: 0, pace: 1 }] : [];
  let start = carry ? lengthOf(carry) : 0;
  for (let phase = first; phase <= last; phase += 1) {
    const now = moves[phase] ?? [];
    parts.push({ phase, moves: now, start, pace });
    start += lengthOf(now) * pace;
  }
  return parts;
}

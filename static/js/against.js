/**
 * The run that was, beside the one that a hand makes of it.
 */

/**
 * What the state keeps of the run before the first touch, where it keeps any; nothing where one is kept already.
 * @param {Partial<import('./state.js').State>} state @param {import('./run-request.js').RunRequest} was
 * @returns {Partial<import('./state.js').State>}
 */
export function before(state, was) {
  /** @type {Record<string, unknown>} */
  const fields = { ...state };
  return fields['against'] === '' ? Object.fromEntries([['against', String(was)]]) : {};
}

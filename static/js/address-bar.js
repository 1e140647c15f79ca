/**
 * The address as the mirror of the state.
 */

import { format } from './state.js';

const GATHERED = 350; // ms: browsers allow about a hundred changes of the address in half a minute, so steps are gathered

/**
 * A change after a while is written at once, so that a reload comes back to it; those that follow soon are gathered.
 * @param {History} history
 * @returns {{ write: import('./state.js').Write, forget: () => void }} forget: what waits is of a place that was left
 */
export function mirrorIn(history) {
  /** @type {import('./state.js').State | null} */
  let waiting = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let gathers;
  /** @param {import('./state.js').State} state @param {boolean} push */
  const put = (state, push) => {
    waiting = null;
    try {
      history[push ? 'pushState' : 'replaceState'](null, '', format(state));
    } catch {
      // A sandboxed frame may not change its address; its host gets the moment as a message.
    }
  };
  const gather = () => {
    gathers = setTimeout(() => {
      gathers = undefined;
      if (!waiting) return;
      put(waiting, false);
      gather();
    }, GATHERED);
  };
  /** @type {import('./state.js').Write} */
  const write = (state, push) => {
    if (push) {
      if (waiting) put(waiting, false); // the place that is left is where it was last
      put(state, true);
    } else if (gathers === undefined) {
      put(state, false);
      gather();
    } else waiting = state;
  };
  return {
    write,
    forget() {
      waiting = null;
    },
  };
}

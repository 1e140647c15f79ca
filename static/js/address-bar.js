/**
 * The address as the mirror of the state.
 */

import { format } from './state.js';

const GATHERED = 150; // ms: browsers allow about a hundred changes of the address in half a minute, so steps are gathered

/**
 * @param {History} history
 * @returns {import('./state.js').Write}
 */
export function mirrorIn(history) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  return (state, push) => {
    clearTimeout(waiting);
    const write = () => {
      try {
        history[push ? 'pushState' : 'replaceState'](null, '', format(state));
      } catch {
        // A sandboxed frame may not change its address; its host gets the moment as a message.
      }
    };
    if (push) write();
    else waiting = setTimeout(write, GATHERED);
  };
}

/**
 * Keys to actions, wherever the focus is, except where somebody types or a control needs the key itself.
 */

/** @typedef {'next' | 'back' | 'down' | 'up' | 'play' | 'first' | 'last' | 'unitDown' | 'unitUp' | 'layerUp' | 'layerDown' | 'help'} Action */

/** @type {Record<string, Action>} */
const ACTIONS = {
  ArrowRight: 'next', ArrowLeft: 'back', ArrowDown: 'down', ArrowUp: 'up', PageDown: 'down', PageUp: 'up',
  ' ': 'play', Home: 'first', End: 'last', '[': 'unitDown', ']': 'unitUp', l: 'layerUp', L: 'layerDown', '?': 'help',
};

/** @param {EventTarget | null} target @param {string} key */
function needs(target, key) {
  if (!(target instanceof Element)) return false;
  if (target.closest('dialog[open]')) return key !== '?' || target.matches('textarea');
  if (target.matches('input[type=text], textarea')) return true;
  if (target.matches('select')) return key !== '?';
  return key === ' ' && target.matches('button, summary, a');
}

/**
 * @param {Document} root @param {(action: Action) => void} act
 */
export function listen(root, act) {
  // A list that was opened by the pointer would keep the arrow keys for itself after the choice.
  root.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement && !target.matches(':focus-visible')) target.blur();
  });
  root.addEventListener('keydown', (event) => {
    const action = ACTIONS[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey || needs(event.target, event.key)) return;
    event.preventDefault();
    act(action);
  });
}

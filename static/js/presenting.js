/**
 * Presentation: the belt, the words, the phase's sentence and what the model says, large enough for the last row. Its
 * looks are in css/present.css; the layouts hear of it with their size.
 */

/** @typedef {import('./state.js').Store} Store */

/** The mode goes on or off. @param {Store} store */
export const togglePresent = (store) => store.set({ present: !store.state.present });

/** Whether there was a mode to leave. @param {Store} store */
export function leavePresent(store) {
  const was = store.state.present;
  if (was) store.set({ present: false });
  return was;
}

/**
 * The root's looks follow the state.
 * @param {HTMLElement} root @param {Store} store @param {() => void} changed what is drawn is to be drawn anew
 */
export function followPresent(root, store, changed) {
  const paint = () => {
    const { present } = store.state;
    if (root.classList.contains('presenting') === present) return;
    root.classList.toggle('presenting', present);
    changed();
  };
  paint();
  store.subscribe(paint);
}

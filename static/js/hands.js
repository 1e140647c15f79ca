/**
 * Hears that somebody takes control, by whatever they do it with.
 */

/** Keys that take no control: they lead on, or belong to another key. */
const IDLE = ['Tab', 'Shift', 'Control', 'Alt', 'Meta', 'CapsLock'];
/** Controls of play itself, which do with it what they say. */
const OWN = '[data-part=transport], [data-part=story]';

/** @typedef {'hand' | 'wheel' | 'own'} By own: by a control of play itself */

/**
 * @param {HTMLElement} root @param {EventTarget} keys where keys are heard
 * @param {(by: By) => void} taken
 */
export function hearHands(root, keys, taken) {
  const hand = (/** @type {Event} */ { target }) => taken(target instanceof Element && target.closest(OWN) ? 'own' : 'hand');
  keys.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || IDLE.includes(event.key)) return;
    // Space pauses what plays, as the button does: stopped before, it would be set going.
    taken(event.key === ' ' ? 'own' : 'hand');
  });
  root.addEventListener('input', hand);
  root.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'touch') hand(event);
  });
  // A finger that scrolls takes hold of the page, not of the walk; one that taps does.
  root.addEventListener('click', hand);
  root.addEventListener('wheel', () => taken('wheel'), { passive: true });
}

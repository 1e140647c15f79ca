/**
 * Pointing at parts: a pointer that rests on one asks for it, a tap asks at once, leaving it ends that.
 */

/** @typedef {{ x: number, y: number }} Point in the window */
/**
 * @typedef {object} Deeds
 * @property {(part: Element, at: Point, by: 'pointer' | 'tap') => void} ask
 * @property {() => void} leave the pointer is on nothing more
 * @property {() => void} away somebody pressed elsewhere
 * @property {() => Element | null} pointed the part that the pointer has asked for
 */

const WAIT = 250; // ms that a pointer rests before a part tells of itself
const LEAVE = 150; // ms that its card stays when the pointer has left

/** @param {EventTarget | null} target */
const partAt = (target) => (target instanceof Element ? target.closest('[data-explain]') : null);

/** @param {HTMLElement} root @param {Deeds} deeds */
export function followPointer(root, { ask, leave, away, pointed }) {
  let waits = 0;
  /** @type {Element | null} what is waited for */
  let wanted = null;

  /** @param {Element | null} part @param {() => void} deed @param {number} ms */
  function later(part, deed, ms) {
    clearTimeout(waits);
    wanted = part;
    waits = setTimeout(() => {
      wanted = null;
      deed();
    }, ms);
  }

  root.addEventListener('pointermove', (event) => {
    // A browser also reports a pointer that rests while something moves beneath it.
    if (event.pointerType === 'touch' || event.buttons || !(event.movementX || event.movementY)) return;
    const part = partAt(event.target);
    if (part && part === pointed()) {
      clearTimeout(waits);
      wanted = null;
    } else if (part) later(part, () => ask(part, { x: event.clientX, y: event.clientY }, 'pointer'), WAIT);
    else if (pointed() || wanted) later(null, leave, pointed() ? LEAVE : 0);
  });
  root.addEventListener('pointerleave', () => later(null, leave, 0));
  root.addEventListener('pointerdown', () => later(null, leave, 0));
  root.addEventListener('click', (event) => {
    const part = partAt(event.target);
    if (part && event instanceof PointerEvent && event.pointerType === 'touch') ask(part, { x: event.clientX, y: event.clientY }, 'tap');
    else away();
  });
}

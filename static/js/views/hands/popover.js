/**
 * A window beside what it is of; a press elsewhere closes it, and the focus goes back to where it came from.
 */

import { beside } from '../../placing.js';
import { roomAround } from '../explained/areas.js';

const OWN = '.belt-picture, .hands, .timeline'; // what may be pressed while it stays open

/** @param {HTMLElement} window @param {HTMLElement} root */
export function createPopover(window, root) {
  /** @type {Element | null} */
  let from = null;
  const close = () => {
    if (window.hidden) return;
    const inside = window.contains(window.ownerDocument.activeElement);
    window.hidden = true;
    if (inside && (from instanceof HTMLElement || from instanceof SVGElement)) from.focus({ preventScroll: true });
  };
  root.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Element && !window.contains(target) && !target.closest(OWN)) close();
  });
  return {
    close,
    get isOpen() {
      return !window.hidden;
    },
    /** @param {Element} anchor @param {Element} back takes the focus when it closes */
    open(anchor, back) {
      from = back;
      window.hidden = false;
      const { left, top, right, bottom } = anchor.getBoundingClientRect();
      const place = beside([{ left, top, right, bottom }], { width: window.offsetWidth, height: window.offsetHeight }, roomAround(root));
      Object.assign(window.style, { left: `${place.left}px`, top: `${place.top}px` });
    },
  };
}

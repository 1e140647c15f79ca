/**
 * A window beside what it is of; a press elsewhere closes it, and the focus goes back to where it came from.
 */

import { beside } from '../../placing.js';
import { roomAround } from '../explained/areas.js';

const OWN = '.belt-picture, .hands, .timeline'; // what may be pressed while it stays open

/** @param {Element} element */
const boxOf = (element) => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
};

/** @param {HTMLElement} window @param {HTMLElement} root @param {readonly Element[]} free what it leaves in sight where it can */
export function createPopover(window, root, free) {
  /** @type {() => Element | null} */
  let from = () => null;
  const close = () => {
    if (window.hidden) return;
    const inside = window.contains(window.ownerDocument.activeElement);
    window.hidden = true;
    const back = inside ? from() : null;
    if (!(back instanceof HTMLElement || back instanceof SVGElement)) return;
    if (back instanceof SVGElement) back.tabIndex = 0;
    back.focus({ preventScroll: true });
  };
  root.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Element && !window.contains(target) && !target.closest(OWN)) close();
  });
  return {
    close,
    /** What is in it has changed: it stays inside the window. */
    keep() {
      const over = window.getBoundingClientRect().bottom - roomAround(root).bottom;
      if (over > 0) window.style.top = `${Math.max(roomAround(root).top, window.offsetTop - over)}px`;
    },
    get isOpen() {
      return !window.hidden;
    },
    /** @param {Element} anchor @param {() => Element | null} back what takes the focus when it closes: the picture may be another by then */
    open(anchor, back) {
      from = back;
      window.hidden = false;
      const place = beside([boxOf(anchor)], { width: window.offsetWidth, height: window.offsetHeight }, roomAround(root), [anchor, ...free].map(boxOf));
      Object.assign(window.style, { left: `${place.left}px`, top: `${place.top}px` });
    },
  };
}

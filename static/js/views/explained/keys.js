/**
 * Keys among the parts of a picture: one stop of the tab key into it, arrows from part to part, Escape closes the card
 * and gives the arrows back.
 */

import { orderIn } from '../belt/parts.js';

/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const PICTURES = '.belt-picture, .map-picture, .letters-rows';

/** @param {EventTarget | null} target */
const partAt = (target) => (target instanceof SVGElement && target.hasAttribute('data-explain') ? target : null);

/** Where the tab key stops in a picture. @param {readonly Element[]} parts @param {SVGElement} part */
function rove(parts, part) {
  for (const other of parts) if (other !== part) other.removeAttribute('tabindex');
  part.tabIndex = 0;
}

/** @param {readonly SVGElement[]} parts @param {SVGElement} part @param {string} key */
function goalOf(parts, part, key) {
  if (key === 'Home') return parts[0];
  if (key === 'End') return parts.at(-1);
  const step = STEPS[key];
  return step && parts[(parts.indexOf(part) + step + parts.length) % parts.length];
}

/**
 * @param {HTMLElement} root
 * @param {{ ask: (part: Element) => void, leave: () => void, hide: () => void, open: () => boolean }} card
 */
export function followKeys(root, { ask, leave, hide, open }) {
  let pressed = false; // a pointer that brings the focus does not take the arrows
  let inside = false; // the arrows go from part to part

  root.addEventListener('pointerdown', () => {
    pressed = true;
  }, true);
  for (const name of ['pointerup', 'pointercancel', 'keydown']) root.addEventListener(name, () => {
    pressed = false;
  }, true);
  root.addEventListener('focusin', ({ target }) => {
    const part = partAt(target);
    const picture = part?.closest(PICTURES);
    inside = Boolean(picture) && !pressed;
    if (part && picture && inside) ask(part);
  });
  root.addEventListener('focusout', () => {
    inside = false;
    leave();
  });
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open()) {
      hide();
      inside = false;
      event.stopPropagation();
      return;
    }
    const part = partAt(event.target);
    const picture = part?.closest(PICTURES);
    if (!inside || !part || !picture || event.ctrlKey || event.metaKey || event.altKey) return;
    const parts = orderIn(picture);
    const goal = goalOf(parts, part, event.key);
    if (!goal) return;
    event.preventDefault();
    event.stopPropagation();
    rove(parts, goal);
    goal.focus();
  });
}

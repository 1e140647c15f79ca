/**
 * The tour's card: a step of it beside what it points at, with a ring around each. It is no modal: the page stays usable.
 */

import { clear, html, set, write } from '../dom.js';
import { newId } from '../ids.js';
import { around, beside } from '../placing.js';

/** @typedef {import('../narration/tour.js').Step} Step */
/** @typedef {import('../placing.js').Box} Box */

const EDGE = 8; // px kept free at the window's edges
const RING = 5; // px from what is pointed at to its ring

/** What of the elements that are there is seen, as one box; null where nothing is. @param {Element} stage @param {string[]} selectors */
function boxOf(stage, selectors) {
  const boxes = selectors.flatMap((selector) => [...stage.querySelectorAll(selector)].map((one) => one.getBoundingClientRect())).filter(({ width, height }) => width > 0 && height > 0);
  return boxes.length ? around(boxes) : null;
}

/** @param {HTMLElement} rings @param {readonly Box[]} boxes @param {Box} origin */
function drawRings(rings, boxes, origin) {
  clear(rings).append(...boxes.map(({ left, top, right, bottom }) => {
    const ring = html('i');
    Object.assign(ring.style, { left: `${left - origin.left - RING}px`, top: `${top - origin.top - RING}px`, width: `${right - left + 2 * RING}px`, height: `${bottom - top + 2 * RING}px` });
    return ring;
  }));
}

/** What of the window a card can be in. @param {HTMLElement} root @param {Element | null} footer @returns {Box} */
function roomIn(root, footer) {
  const { left } = root.getBoundingClientRect();
  const { clientHeight } = root.ownerDocument.documentElement;
  const foot = Math.min(footer?.getBoundingClientRect().top ?? clientHeight, clientHeight);
  return { left: left + EDGE, top: EDGE, right: left + root.clientWidth - EDGE, bottom: foot - EDGE };
}

/** What stands in the card, and the rings beside it. @param {HTMLDialogElement} dialog */
function fillCard(dialog) {
  const [heading, text, count] = [html('h2', { id: newId('tour') }), html('p'), html('span', { class: 'count' })];
  const [back, next] = [html('button', { type: 'button' }, 'Back'), html('button', { type: 'button', class: 'primary' })];
  const leave = html('button', { type: 'button', class: 'small', 'aria-label': 'end the tour', on: { click: () => dialog.close() } }, '×');
  const rings = html('div', { class: 'rings', hidden: true, 'aria-hidden': 'true' });
  dialog.append(html('div', { class: 'card-head' }, heading, leave), html('div', { 'aria-live': 'polite' }, text),
    html('div', { class: 'ways' }, count, html('span', { class: 'spring' }), back, next));
  set(dialog, 'aria-labelledby', heading.id);
  dialog.after(rings);
  return { heading, text, count, back, next, rings };
}

/** @param {HTMLDialogElement} dialog @param {{ root: HTMLElement, stage: HTMLElement, footer: Element | null }} places footer: what covers the window's foot */
export function createTour(dialog, { root, stage, footer }) {
  const { heading, text, count, back, next, rings } = fillCard(dialog);
  back.addEventListener('click', () => go(at - 1));
  next.addEventListener('click', () => go(at + 1));
  /** @type {readonly Step[]} */
  let steps = [];
  let at = 0;
  /** What had the focus before. @type {Element | null} */
  let before = null;

  function place() {
    const step = steps[at];
    if (!step || !dialog.open) return;
    const boxes = step.points.flatMap((selectors) => boxOf(stage, selectors) ?? []);
    const origin = root.getBoundingClientRect();
    drawRings(rings, boxes, origin);
    const { left, top } = beside(boxes.length ? boxes : [stage.getBoundingClientRect()], { width: dialog.offsetWidth, height: dialog.offsetHeight }, roomIn(root, footer));
    Object.assign(dialog.style, { left: `${left - origin.left}px`, top: `${top - origin.top}px` });
  }

  /** @param {number} to */
  function go(to) {
    const step = steps[to];
    if (!step) {
      dialog.close();
      return;
    }
    at = to;
    write(heading, step.title);
    write(text, step.text);
    write(count, `${to + 1} of ${steps.length}`);
    back.hidden = to === 0;
    write(next, to === steps.length - 1 ? 'Done' : 'Next');
    stage.querySelector(step.points[0]?.at(-1) ?? '')?.scrollIntoView({ block: 'center', inline: 'nearest' });
    place();
    next.focus({ preventScroll: true });
  }
  dialog.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') dialog.close();
    else if (key === 'ArrowRight') go(Math.min(at + 1, steps.length - 1));
    else if (key === 'ArrowLeft') go(Math.max(0, at - 1));
  });
  dialog.addEventListener('close', () => {
    rings.hidden = true;
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  });
  new ResizeObserver(place).observe(stage);
  return {
    /** @param {readonly Step[]} wanted */
    show(wanted) {
      steps = wanted;
      if (!dialog.open) before = document.activeElement;
      dialog.show();
      rings.hidden = false;
      go(0);
    },
    place,
  };
}

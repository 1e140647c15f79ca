/**
 * Whatever is asked about is told of on a card beside it: by pointing, by keys, by a tap. Never while something plays.
 */

import { explainPart } from '../../parts/index.js';
import { layoutAround } from '../belt/parts.js';
import { areasOf, roomAround } from './areas.js';
import { createCard } from './card.js';
import { followKeys } from './keys.js';
import { followPointer } from './pointing.js';

/** @typedef {import('../../scene.js').Scene} Scene */
/** @typedef {{ part: Element, key: string, at: import('./pointing.js').Point | null, by: 'pointer' | 'tap' | 'focus' }} Asked */

/** @param {Element} part */
const keyOf = (part) => part.getAttribute('data-explain') ?? '';

/**
 * @param {HTMLElement} root whose parts are told of @param {HTMLElement} host takes the card
 * @param {{ scene: () => Scene | null, playing: () => boolean }} walk
 */
export function createExplained(root, host, { scene, playing }) {
  const card = createCard(host);
  /** @type {Asked | null} */
  let asked = null;

  function hide() {
    asked?.part.removeAttribute('aria-describedby');
    asked = null;
    card.hide();
  }

  /** @param {Asked} what */
  function show(what) {
    const now = scene();
    const told = now && !playing() && what.part.isConnected ? explainPart(what.key, { scene: now, layout: layoutAround(what.part) }) : null;
    if (asked?.part !== what.part) hide();
    if (!now || !told) {
      hide();
      return;
    }
    asked = what;
    card.write(what.key, told, now.layer);
    const { anchor, avoid } = areasOf(what.part, what.at);
    card.place(anchor, avoid, roomAround(root));
    what.part.setAttribute('aria-describedby', host.id);
  }

  followPointer(root, {
    ask: (part, at, by) => show({ part, key: keyOf(part), at, by }),
    leave: () => asked?.by === 'pointer' && hide(),
    away: () => asked && asked.by !== 'pointer' && hide(),
    pointed: () => (asked?.by === 'pointer' ? asked.part : null),
  });
  followKeys(root, {
    ask: (part) => show({ part, key: keyOf(part), at: null, by: 'focus' }),
    leave: () => asked?.by === 'focus' && hide(),
    hide,
    open: () => asked !== null,
  });
  return {
    /** What is told follows the moment; a part that is gone takes its card along. */
    update() {
      if (!asked) return;
      if (playing() || !asked.part.isConnected || keyOf(asked.part) !== asked.key) hide();
      else show(asked);
    },
  };
}

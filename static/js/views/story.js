/**
 * The story's line: what this is, the part that is being told, a way past it, and in the end what to do next. It is there
 * for those alone who came without an address of a moment, until they ask for something themselves.
 */

import { html, set, write } from '../dom.js';
import { inviteTo, tellChapter, whatThisIs } from '../narration/chapters.js';

/**
 * @param {HTMLElement} host
 * @param {{ director: import('../director.js').Director, asks: boolean, onTour: () => void }} how asks: whether a text can be typed
 * @returns {import('../page-parts.js').Panel}
 */
export function createStory(host, { director, asks, onTour }) {
  const what = html('b', { class: 'what' });
  const told = html('span', { class: 'told' });
  const skip = html('button', { type: 'button', class: 'small', on: { click: () => director.finish() } }, 'Skip');
  const again = html('button', { type: 'button', class: 'small', on: { click: () => director.tell() } }, 'Watch again');
  const tour = html('button', { type: 'button', class: 'small', on: { click: onTour } }, 'Tour in three steps');
  const close = html('button', { type: 'button', class: 'small', 'aria-label': 'close the introduction', on: { click: () => director.close() } }, '×');
  host.append(html('p', null, what, ' ', told), html('span', { class: 'acts' }, skip, tour, again, close));
  return {
    playing(scene) {
      const { story, chapter } = director;
      host.hidden = story === null;
      if (!story) return;
      write(what, whatThisIs(scene));
      write(told, chapter ? tellChapter(scene, story, chapter) : inviteTo(scene, asks));
      host.classList.toggle('telling', chapter !== null);
      set(told, 'aria-live', chapter ? 'off' : 'polite'); // the phases' own sentences are heard while it is told
      skip.hidden = chapter === null;
      tour.hidden = again.hidden = close.hidden = chapter !== null;
    },
  };
}

/**
 * The page's own names for its parts, which follow what the model on show reads: the title, the time line, the heading.
 */

import { set, write } from './dom.js';
import { readingOf, sceneTitle } from './wording.js';

const TITLE = 60; // letters of the text in the window's title

/** @param {import('./scene.js').Scene} scene */
export function label({ trace, model }) {
  const { steps, whole } = readingOf(model);
  const text = trace.text.replace(/\s*\n\s*/g, ' ↵ ');
  document.title = `${text.length > TITLE ? `${text.slice(0, TITLE)}…` : text} · ${model.title} · Gatewalk`;
  const line = document.getElementById('timeline');
  if (line) set(line, 'aria-label', `${steps} of the ${whole}`);
  const heading = document.querySelector('h1.visually-hidden');
  if (heading) write(heading, sceneTitle(model));
}

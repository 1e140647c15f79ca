/**
 * The page's own name, which follows what is on show.
 */

const TITLE = 60; // letters of the text in the window's title

/** The window's title. @param {import('./scene.js').Scene} scene */
export function windowTitle({ trace, model }) {
  const text = trace.text.replace(/\s*\n\s*/g, ' ↵ ');
  return `${text.length > TITLE ? `${text.slice(0, TITLE)}…` : text} · ${model.title} · Gatewalk`;
}

/**
 * About a model: what may be expected of it and texts to try it with, what it is, what it learned from and by what right,
 * and what was measured of it.
 */

import { clear, html, write } from '../dom.js';
import { newId } from '../ids.js';
import { figureText, tablesOf } from '../scores.js';

/** @typedef {import('../api.js').ModelEntry} ModelEntry */
/** @typedef {import('../scores.js').Table} Table */
/** @typedef {((model: string, text: string) => void) | null} Try asks a model for a text; null where nothing can be run */

/** @param {Table} table */
const drawn = ({ title, columns, rows }) => html('table', null,
  title && html('caption', null, title),
  columns.length ? html('thead', null, html('tr', null, html('td'), ...columns.map((name) => html('th', { scope: 'col' }, name)))) : null,
  html('tbody', null, ...rows.map(({ name, figures }) => html('tr', null, html('th', { scope: 'row' }, name),
    ...figures.map((value) => html('td', { data: { figure: value } }, figureText(value)))))));

/** What may be expected of a model. @param {import('../api.js').Scope} scope @param {(text: string) => Node} tryIt */
function told({ learned, good_at, gets_wrong, tries }, tryIt) {
  const lines = [['Learned from', learned], ['Good at', good_at], ['Gets wrong', gets_wrong]];
  return html('dl', { class: 'scope' }, ...lines.flatMap(([name, text]) => [html('dt', null, name), html('dd', null, text)]),
    ...(tries.length ? [html('dt', null, 'Try it'), html('dd', { class: 'tries' }, ...tries.map(tryIt))] : []));
}

/** @param {Try} onTry */
export function createAbout(onTry) {
  const heading = html('h2', { id: newId('about') });
  const body = html('div');
  const dialog = html('dialog', { class: 'card about-model', 'aria-labelledby': heading.id, data: { part: 'about' } },
    html('div', { class: 'card-head' }, heading, html('button', { type: 'button', class: 'small', 'aria-label': 'close', on: { click: () => dialog.close() } }, '×')), body);

  /** A text that can be tried, or only read. @param {string} model @param {string} text */
  const tryIt = (model, text) => (onTry ? html('button', { type: 'button', data: { try: text }, on: { click: () => {
    dialog.close();
    onTry(model, text);
  } } }, text) : html('span', null, text));

  return {
    dialog,
    /** @param {ModelEntry} entry @param {string} make its cell and size */
    show(entry, make) {
      write(heading, entry.title);
      const tables = tablesOf(entry.scores);
      clear(body).append(
        html('p', null, entry.description),
        ...(entry.scope ? [told(entry.scope, (text) => tryIt(entry.name, text))] : []),
        html('p', null, `${make} · ${entry.parameters.toLocaleString('en')} numbers in its weights · ${entry.name}`),
        ...(entry.data.length ? [html('h3', null, entry.scope ? 'The data, and by what right' : 'Learned from'), html('ul', null, ...entry.data.map(({ name, licence, source }) => html('li', null, `${name} (${licence}): ${source}`)))] : []),
        ...(tables.length ? [html('h3', null, 'What was measured'), html('ul', { class: 'measured' }, ...entry.measured.map((said) => html('li', null, said))),
          html('details', null, html('summary', null, 'All figures'), html('div', { class: 'scores', tabindex: '0', role: 'region', 'aria-label': 'scores' }, ...tables.map(drawn)))] : []));
      dialog.showModal();
    },
  };
}

/**
 * The page's markup, built inside a root: which parts there are is the caller's choice. A part is found by its name, which
 * it carries as `data-part`.
 */

import { html } from './dom.js';
import { newId } from './ids.js';

/** @typedef {'header' | 'sentence' | 'writing' | 'failure' | 'overview' | 'stage' | 'arithmetic' | 'charts' | 'dock' | 'next' | 'transport'} Part */
/** @typedef {(name: string) => HTMLElement} Find a part's element; asking for one that is not there is an error */

/** All of it. @type {readonly Part[]} */
export const PAGE = ['header', 'sentence', 'writing', 'overview', 'stage', 'arithmetic', 'charts', 'dock', 'next', 'transport'];
/** The cell alone, for slides. @type {readonly Part[]} */
export const EMBED = ['failure', 'overview', 'writing', 'stage', 'transport'];

const CARDS = ['arithmetic', 'charts', 'dock', 'next'];

/** @param {string} name @param {string} kind its class @param {import('./dom.js').Child[]} children */
const place = (name, kind, ...children) => html('div', { class: kind, data: { part: name } }, ...children);

/** @param {string} name @param {string} label */
const dialog = (name, label) => html('dialog', { class: 'card', 'aria-label': label, data: { part: name } });

const stage = () => [
  html('div', { class: 'telling' },
    html('ol', { class: 'phases', 'aria-label': 'phases of this word', data: { part: 'phases' } }),
    html('p', { class: 'narration', 'aria-live': 'polite', data: { part: 'narration' } }),
    place('legend', 'legend-place')),
  place('belt', 'belt'),
  html('div', { class: 'letters', hidden: true, data: { part: 'letters' } }),
  html('div', { id: newId('explained'), hidden: true, data: { part: 'explained' } }),
];

/**
 * @param {HTMLElement} root
 * @param {object} how
 * @param {readonly Part[]} how.parts
 * @param {boolean} how.alone whether there is nothing else in the document: then it has the document's landmarks and heading
 * @param {string} how.home where the name of the page leads; nowhere if empty
 * @returns {Find}
 */
export function buildFrame(root, { parts, alone, home }) {
  const has = (/** @type {string} */ name) => parts.some((part) => part === name);
  /** @param {string} name @param {string} kind @param {string} label @param {import('./dom.js').Child[]} children */
  const region = (name, kind, label, ...children) =>
    html(alone ? 'section' : 'div', { class: kind, role: alone ? null : 'group', 'aria-label': label, data: { part: name } }, ...children);
  /** @param {string} kind @param {string | Node} child */
  const heading = (kind, child) => html(alone ? 'h1' : 'h2', { class: kind, data: { part: 'heading' } }, child);

  const cards = CARDS.filter(has).map((name) => (name === 'dock'
    ? html('div', { class: 'card dock', role: 'tabpanel', hidden: true, data: { part: name } })
    : region(name, `card ${name === 'next' ? 'next-words' : name}`, name === 'next' ? 'next words' : name)));
  // It stands by the button that opens it.
  const settings = has('writing') && html('form', { class: 'settings', id: newId('settings'), hidden: true, 'aria-label': 'how it writes', data: { part: 'writing' } });
  const brand = home ? html('a', { href: home }, 'Gatewalk') : 'Gatewalk';
  const children = [
    has('header') && html(alone ? 'header' : 'div', { class: 'top' }, heading('brand', brand), place('header', 'bar')),
    html(alone ? 'main' : 'div', { class: 'main' },
      !has('header') && heading('visually-hidden', ''),
      has('header') && html('div', { class: 'story', hidden: true, data: { part: 'story' } }),
      has('sentence') && html('form', { class: 'sentence', autocomplete: 'off', data: { part: 'sentence' } }),
      (has('failure') || has('header')) && place('sentence-below', 'sentence-below',
        has('failure') && place('failure', 'failure'),
        html('div', { class: 'notices', hidden: true, data: { part: 'notices' } }),
        has('header') && html('div', { class: 'named-units', hidden: true, data: { part: 'named-units' } })),
      has('sentence') && settings,
      has('overview') && place('overview', 'overview', html('ol', { class: 'timeline', data: { part: 'timeline' } })),
      has('overview') && html('div', { class: 'below-words' }, place('surprise', 'surprised'), html('div', { class: 'beside-run', hidden: true, data: { part: 'beside' } }),
        has('header') && html('div', { class: 'hands', role: 'group', 'aria-label': 'held by hand', data: { part: 'hands' } }), has('writing') && !has('sentence') && place('writing-bar', 'writing-bar')),
      !has('sentence') && settings,
      has('stage') && region('stage', 'card stage', 'inside the cell', ...stage()),
      cards.length > 0 && html('div', { class: 'docked' },
        has('dock') && html('div', { class: 'dock-tabs', role: 'tablist', 'aria-label': 'views', 'aria-orientation': 'vertical', data: { part: 'dock-tabs' } }),
        html('div', { class: 'cards' }, ...cards))),
    has('transport') && region('transport', 'transport', 'transport'),
    has('arithmetic') && html('dialog', { class: 'card', data: { part: 'terms' } }),
    has('header') && html('div', { class: 'valve card', hidden: true, role: 'dialog', 'aria-label': 'valve', data: { part: 'valve' } }),
    has('header') && dialog('share', 'share'),
    has('header') && dialog('help', 'help'),
    has('header') && html('dialog', { class: 'card tour', data: { part: 'tour' } }),
  ];
  for (const child of children) if (child) root.append(child);
  find('stage')?.setAttribute('tabindex', '-1'); // it takes the focus for the keys

  /** @param {string} name @returns {HTMLElement | null} */
  function find(name) {
    return root.querySelector(`[data-part="${name}"]`);
  }
  return (name) => {
    const found = find(name);
    if (!found) throw new Error(`the page has no part ${name}`);
    return found;
  };
}

/**
 * What a model holds possible, a bar each: the most probable first, on one scale. Rows stay where they are when their
 * numbers change, so that one that has the focus keeps it.
 */

import { html, set, write } from '../../dom.js';
import { niceMax, percent } from '../../scales.js';
import { glyph, quoted, STOP } from '../../wording.js';

/** @typedef {import('../../trace.js').Top} Top */
/** @typedef {((text: string) => void) | null} Pick */
/** @typedef {{ onPick: Pick, onSum: Pick }} Hears which one somebody picks, and of which one somebody asks how it comes about */

/** The full width of a bar: a round bound of every step's first probability. @param {Iterable<Top>} tops */
export const boundOf = (tops) => Math.min(1, niceMax([...tops].map(([first]) => first?.[1] ?? 0)));

/**
 * The button that opens the sum of what is said.
 * @param {() => void} onClick
 */
export const sumButton = (onClick) => html('button', { type: 'button', class: 'small terms', title: 'Show every term of this', on: { click: onClick } }, 'Σ');

/** @param {number} rank @param {Hears} hears */
function makeRow(rank, { onPick, onSum }) {
  const row = html('li', { data: { next: rank } });
  const text = onPick
    ? html('button', { type: 'button', class: 'text pick', on: { click: () => onPick(row.dataset.word ?? '') } })
    : html('span', { class: 'text' });
  row.append(text, html('span', { class: 'track' }, html('i'), html('span', { class: 'percent' })));
  if (onSum) row.append(sumButton(() => onSum(row.dataset.word ?? '')));
  return row;
}

/** @param {HTMLElement} row @param {string} text @param {number} p @param {number} bound @param {boolean} chosen */
function updateRow(row, text, p, bound, chosen) {
  const [name, part] = [row.querySelector('.text'), row.querySelector('.percent')];
  if (!name || !part) return;
  set(row, 'class', chosen ? 'chosen' : '');
  const sum = row.querySelector('.terms');
  if (sum) set(sum, 'aria-label', `every term of ${quoted(text)}`);
  set(row, 'data-word', text);
  set(row, 'data-value', p);
  write(name, glyph(text));
  write(part, percent(p));
  row.style.setProperty('--part', (p / bound).toFixed(4));
  if (name instanceof HTMLButtonElement) {
    set(name, 'aria-label', `go on with ${quoted(text)}`);
    set(name, 'title', `go on with ${quoted(text)}`);
    name.disabled = text === STOP;
  } else set(name, 'title', quoted(text));
}

/** What the other run tells of the same. @param {HTMLElement} row @param {number | null | undefined} p @param {number} bound */
function updateOther(row, p, bound) {
  const there = p !== null && p !== undefined;
  if (!there && row.dataset.other === undefined) return;
  set(row, 'data-other', p);
  row.style.setProperty('--other', there ? Math.min(1, p / bound).toFixed(4) : '0');
  set(row, 'title', there ? `hollow: ${percent(p)} in the other run` : null);
}

/**
 * @param {HTMLElement} list takes the rows @param {Top} top @param {number} bound
 * @param {{ chosen?: string | undefined, other?: Map<string, number | null> | null } & Partial<Hears>} [how] chosen: the one that
 *   was said; other: how probable the run beside it holds each
 */
export function fillRows(list, top, bound, { chosen, other = null, onPick = null, onSum = null } = {}) {
  for (const other of list.querySelectorAll(':scope > :not([data-next])')) other.remove();
  while (list.children.length > top.length) list.lastElementChild?.remove();
  for (const rank of top.keys()) if (!list.children[rank]) list.append(makeRow(rank, { onPick, onSum }));
  [...list.children].forEach((row, rank) => {
    const [text = '', p = 0] = top[rank] ?? [];
    if (!(row instanceof HTMLElement)) return;
    updateRow(row, text, p, bound, text === chosen);
    updateOther(row, other?.get(text), bound);
  });
}

/**
 * Help: the keys, and how to read the picture.
 */

import { html } from '../dom.js';

const KEYS = [
  ['→ ←', 'next and previous word, letter or number'],
  ['↓ ↑', 'next and previous phase'],
  ['Space', 'play and pause'],
  ['Home End', 'to the beginning and to the end'],
  ['Page Down, Page Up', 'next and previous phase: a clicker’s keys'],
  ['[ ]', 'previous and next unit'],
  ['l L', 'next and previous layer, where a model has more than one'],
  ['Enter on a strip', 'hold its valve: arrows change it, Home shuts, End opens; with a pointer pull a bar up or down'],
  ['Ctrl+Z, Ctrl+Shift+Z', 'undo and redo what was held or changed'],
  ['F2', 'change the present word in place; Enter runs it'],
  ['p', 'present: large, for the last row; Escape leaves it'],
  ['Tab, then arrows', 'into the picture and from part to part: each says what it is; Escape gives the arrows back'],
  ['↑ ↓, Enter', 'in the table of units: from row to row, and choose; Enter on a heading sorts by it'],
  ['?', 'this help'],
];

/** @param {HTMLDialogElement} dialog @param {{ onTour: () => void, train: string }} actions */
export function createHelp(dialog, { onTour, train }) {
  dialog.append(
    html('div', { class: 'card-head' }, html('h2', null, 'How to walk'), html('button', { type: 'button', class: 'small', 'aria-label': 'close', on: { click: () => dialog.close() } }, '×')),
    html('p', null, html('button', { type: 'button', class: 'primary', on: { click: () => {
      dialog.close();
      onTour();
    } } }, 'Show me around: a tour in three steps'), train && ' ', train && html('a', { href: train }, 'Train a small network live')),
    html('table', { class: 'keys' }, html('tbody', null, ...KEYS.map(([key = '', text = '']) =>
      html('tr', null, html('th', { scope: 'row' }, html('kbd', null, key)), html('td', null, text))))),
    html('p', null, 'Point at anything, or tap it, and it says what it is. Each little bar is one unit. A gate’s bar rises from 0, shut, to 1, open. Signed values go from the middle up and orange, or down and blue below zero, on a logarithmic scale, so that small ones are seen beside large ones. Choose a unit anywhere and it is marked everywhere; the arithmetic shows how each of its numbers came about. Every number is the model’s own.'),
    html('p', null, 'Below the belt, Gradient shows what still moves a prediction: the norm of the derivative of its logit by what was read at each word, and by the belt at each step, whole and as far as it came along the belt alone. The words are walked as everywhere; in the map of all predictions the arrows go from cell to cell, and Enter goes there.'),
    html('p', null, 'The thin bar below a word is how much it surprised the model: −log₂ of the probability that the model had given it, in bits; 1 bit is a coin’s toss, 10 bits one in a thousand. Slanted words behind a ✎ are the model’s own: each was said after the word before it, then read like any other. A next word that is picked, by click or Enter, is put after the text.'),
    html('p', null, 'Under “Compare” another run can stand beside this one: another model, another text, or the model’s own run without what is held. Its bars are then outlined, its next words hollow, and two lines below a word mark where the two do not say the same; one walk moves both.'),
    html('p', null, 'A dotted underline marks what the model’s table lacks. Such a word is read by its letters, where the model can do that; of an unknown letter nothing is read. ␣ is a space, ↵ a line break, ■ the sign with which an answer ends.'));
  return { show: () => (dialog.open ? dialog.close() : dialog.showModal()) };
}

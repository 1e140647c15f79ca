/**
 * Help on the page of trainings: the keys, and what is seen.
 */

import { html } from '../../dom.js';

const KEYS = [
  ['Space', 'start, pause, go on'],
  ['→ ←', 'one frame on and back, through all that was learned so far'],
  ['Page Down, Page Up', 'ten frames on and back: a clicker’s keys'],
  ['Home End', 'to the first weights, and to the newest frame'],
  ['p', 'present: large, for the last row; Escape leaves it'],
  ['?', 'this help'],
];

/** The dialog, and what opens or shuts it. */
export function createTrainHelp() {
  const dialog = html('dialog', { class: 'card', 'aria-label': 'help' });
  dialog.append(
    html('div', { class: 'card-head' }, html('h2', null, 'How to watch a net learn'), html('button', { type: 'button', class: 'small', 'aria-label': 'close', on: { click: () => dialog.close() } }, '×')),
    html('table', { class: 'keys' }, html('tbody', null, ...KEYS.map(([key = '', text = '']) => html('tr', null, html('th', { scope: 'row' }, html('kbd', null, key)), html('td', null, text))))),
    html('p', null, 'The server trains both nets while you look; every number comes from it. An update is one step of Adam on 16 strings; loss and share right are measured on 32 other strings, of which every letter that is asked for must be right. Both nets begin from the same seed and read the same strings.'),
    html('p', null, 'Gradient: the derivative of the loss at the string’s last answer by the state that carries (the belt’s c, or h where there is none), after each letter, as its length, divided by that of h at the answer. On the logarithmic axis a line that falls to the left is a gradient that vanishes: what happened there is not learned from.'),
    html('p', null, 'The strips are the gates on one fixed string, a column a letter, a row a unit: pale is shut, full colour is open. The forget bias is what the bias of the gate that keeps begins with: 0 leaves the gate half open, 3 at 95 %. “Walk this net” opens the net as it is at this update on the page that walks.'));
  return { dialog, show: () => (dialog.open ? dialog.close() : dialog.showModal()) };
}

/**
 * The line that tells which run stands beside the one on show, and what its outlines are; or why it cannot.
 */

import { html, set, svg, write } from '../dom.js';

/** @param {HTMLElement} host @param {{ onLeave: () => void, onOpen: (() => void) | null }} actions onOpen: to where both are compared */
export function createBeside(host, { onLeave, onOpen }) {
  const sign = svg('svg', { class: 'sign', width: 22, height: 14, 'aria-hidden': 'true' },
    svg('rect', { class: 'solid', x: 2, y: 6, width: 5, height: 8 }), svg('path', { class: 'other', d: 'M1.5 14V2.5h6V14M13.5 14V5.5h6V14' }), svg('rect', { class: 'solid', x: 14, y: 9, width: 5, height: 5 }));
  const told = html('span', { class: 'told' });
  const open = onOpen && html('button', { type: 'button', class: 'small', on: { click: onOpen } }, 'Compare');
  host.setAttribute('role', 'status');
  host.append(sign, told, ...(open ? [open] : []),
    html('button', { type: 'button', class: 'small', 'aria-label': 'leave the other run', title: 'leave the other run', on: { click: onLeave } }, '×'));
  return {
    /** @param {{ text: string, failed: boolean, outlined: boolean }} shown nothing where no run stands beside */
    update({ text, failed, outlined }) {
      host.hidden = text === '';
      write(told, text);
      host.classList.toggle('failed', failed);
      set(sign, 'visibility', outlined ? null : 'hidden');
      sign.style.display = outlined ? '' : 'none';
    },
  };
}

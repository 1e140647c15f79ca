/**
 * One unit at one step, every number: a line a signal, in symbols and in numbers; a line opens into its terms.
 */

import { clear, html, set, write } from '../../dom.js';
import { isGate } from '../../gates.js';
import { deedOf, storyOf } from '../../narration/unit.js';
import { quoted } from '../../wording.js';
import { linesOf } from './lines.js';

/** @typedef {import('../../api.js').Arithmetic} Arithmetic */
/** @typedef {import('../../scene.js').Scene} Scene */

const ROOMY = 400; // px of a place that has room for most lines in one piece

/**
 * Lines that are too long for their place are set smaller, all alike, and those that still are break between symbols and
 * numbers; in a narrow place they break first. Nothing is left out; where not all lines have room, the last ones are in sight.
 * @param {HTMLElement} lines
 */
function fit(lines) {
  const reels = [...lines.querySelectorAll('.reel')];
  for (const reel of reels) reel.classList.remove('small', 'broken');
  const long = () => reels.filter((reel) => reel.scrollWidth > reel.clientWidth);
  const breaks = () => long().forEach((reel) => reel.classList.add('broken'));
  if (lines.clientWidth < ROOMY) breaks();
  for (const reel of lines.clientWidth < ROOMY || !long().length ? long() : reels) reel.classList.add('small');
  breaks();
  const scrolls = long();
  for (const reel of reels) set(reel, 'tabindex', scrolls.includes(reel) ? '0' : null); // what scrolls is reached by keys
  lines.scrollTop = lines.scrollHeight;
}

/** The symbol under the pointer or the focus. @param {HTMLElement} lines @param {(symbol: string | null) => void} onSymbol */
function tellSymbol(lines, onSymbol) {
  /** @param {Event} event */
  const over = (event) => {
    const found = event.target instanceof Element ? event.target.closest('[data-symbol]') : null;
    onSymbol(found?.getAttribute('data-symbol') ?? null);
  };
  for (const name of ['pointerover', 'focusin']) lines.addEventListener(name, over);
  for (const name of ['pointerleave', 'focusout']) lines.addEventListener(name, () => onSymbol(null));
}

/**
 * @param {HTMLElement} host
 * @param {{ onTerms: (signal: string) => void, onSymbol: (symbol: string | null) => void, onUnit: (by: number) => void }} actions
 */
export function createArithmetic(host, { onTerms, onSymbol, onUnit }) {
  const heading = html('h2');
  const stepper = html('span', { class: 'stepper' },
    html('button', { type: 'button', class: 'small', 'aria-label': 'previous unit', title: 'previous unit ( [ )', on: { click: () => onUnit(-1) } }, '‹'),
    html('button', { type: 'button', class: 'small', 'aria-label': 'next unit', title: 'next unit ( ] )', on: { click: () => onUnit(1) } }, '›'));
  const lines = html('div', { class: 'lines' });
  const note = html('p', { class: 'note' });
  host.append(html('div', { class: 'card-head' }, heading, stepper), lines, note);
  tellSymbol(lines, onSymbol);
  new ResizeObserver(() => fit(lines)).observe(lines);

  /** Nothing is known of this moment yet. @param {Scene} scene */
  function wait({ trace, moment, layer }) {
    write(heading, `Unit ${moment.unit} at ${quoted(trace.read(layer.name, moment.t).text)} — every number`);
    set(host, 'data-arith-ready', null);
    set(host, 'aria-busy', 'true');
  }

  /** @param {Scene} scene */
  function tell(scene) {
    const deed = deedOf(scene);
    if (deed) return storyOf(deed, quoted(scene.trace.read(scene.layer.name, scene.moment.t).text));
    const waits = scene.layer.signals.some(isGate) ? 'The gates have not answered yet' : 'Nothing is computed yet';
    return lines.childElementCount ? '' : `${waits}: go on to the next phase.`;
  }

  /** @param {Scene} scene @param {Arithmetic} arithmetic */
  function update(scene, arithmetic) {
    wait(scene);
    clear(lines).append(...linesOf(scene, arithmetic, onTerms));
    fit(lines);
    write(note, tell(scene));
    set(host, 'data-arith-ready', `${arithmetic.t}:${arithmetic.unit}`);
    set(host, 'aria-busy', null);
  }

  /**
   * Says in words what has no formula.
   * @param {string} title @param {string} text @param {(() => void) | null} [onSum] opens its sum, where there is one
   */
  function say(title, text, onSum = null) {
    write(heading, title);
    clear(lines);
    if (onSum) {
      lines.append(html('div', { class: 'line' }, html('div', { class: 'reel' }, 'every number of every letter that it saw'),
        html('button', { type: 'button', class: 'small terms', title: 'Show every term of this sum', 'aria-label': 'every term of the filter', on: { click: onSum } }, 'Σ')));
    }
    write(note, text);
    set(host, 'aria-busy', null);
  }

  /** @param {string} text */
  const fail = (text) => write(note, text);
  return { update, wait, say, fail };
}

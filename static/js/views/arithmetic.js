/**
 * One unit at one step, every number: a line a signal, in symbols and in numbers; a line opens into its terms.
 */

import { byItself } from '../clamps.js';
import { clear, html, math, set, write } from '../dom.js';
import { hueClass, hueOf } from '../gates.js';
import { inline, number, numbers, symbol, symbols } from '../mathml.js';
import { deedOf, storyOf } from '../narration/unit.js';
import { adds } from '../sums.js';
import { quoted } from '../wording.js';

/** @typedef {import('../api.js').Arithmetic} Arithmetic */
/** @typedef {import('../api.js').Written} Written */
/** @typedef {import('../api.js').Tree} Tree */
/** @typedef {import('../scene.js').Scene} Scene */

/** The vectors that a formula multiplies by a matrix. @param {Tree} tree @returns {string[]} */
const summed = (tree) => (tree.op === 'matmul' ? [tree.args?.[1]?.name ?? ''] : (tree.args ?? []).flatMap(summed));

/** Whether a formula names a product whose own formula is written in its place. @param {Tree} tree @param {Map<string, Tree>} products @returns {boolean} */
const holds = (tree, products) => products.has(tree.name ?? '') || (tree.args ?? []).some((arg) => holds(arg, products));

/** f = 1 held by hand; its own value here would be … @param {string} signal @param {number} value */
const byHand = (signal, value) => html('span', { class: 'by-hand' },
  math('math', null, math('mrow', null, symbol(signal), math('mo', null, '='), number(value, 'value'))),
  html('b', null, ' held by hand'), html('span', { class: 'would' }, '; its own value here would be '));

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
  /** @param {Event} event */
  const over = (event) => {
    const found = event.target instanceof Element ? event.target.closest('[data-symbol]') : null;
    onSymbol(found?.getAttribute('data-symbol') ?? null);
  };
  lines.addEventListener('pointerover', over);
  lines.addEventListener('focusin', over);
  lines.addEventListener('pointerleave', () => onSymbol(null));
  lines.addEventListener('focusout', () => onSymbol(null));

  /**
   * f = σ(W_f·x + …) = σ(1.12 − …) = 0.12; what is made of products also shows them: = −1.25 − 0.78 =
   * @param {Written} written @param {Scene} scene @param {Map<string, Tree>} products
   */
  function line({ formula, tree, value, signal }, scene, products) {
    const declared = scene.layer.signals.find(({ name }) => name === signal);
    if (!declared) return null;
    const own = byItself(tree);
    const held = own !== tree;
    const equals = () => math('mo', null, '=');
    const whole = math('math', null, math('mrow', null,
      !held && symbol(signal), !held && equals(),
      math('mrow', { class: 'formula' }, symbols(inline(formula, products)), equals()),
      numbers(inline(own, products)), equals(),
      holds(own, products) && math('mrow', { class: 'between' }, numbers(own), equals()),
      held ? number(own.value ?? 0, 'own', { digits: 3 }) : number(value, 'value')));
    return html('div', {
      class: `line ${hueClass(hueOf(declared))}${held ? ' held' : ''}`, data: { arith: signal, symbol: signal, clamp: tree.clamp }, tabindex: '0', role: 'group', 'aria-label': held ? `${declared.label}, held by hand` : declared.label,
    }, html('div', { class: 'reel' }, ...(held ? [byHand(signal, value), whole] : [whole])),
    adds(formula) && html('button', {
      type: 'button', class: 'small terms', title: 'Show every term of this sum',
      'aria-label': `every term of ${declared.label}`, on: { click: () => onTerms(signal) },
    }, 'Σ'));
  }

  /** Lines that are too long for their place leave out what stands between their two ends, as much as it takes. */
  function shorten() {
    const reels = [...lines.querySelectorAll('.reel')];
    for (const reel of reels) reel.classList.remove('short', 'shorter', 'small');
    const long = () => reels.filter((reel) => reel.scrollWidth > reel.clientWidth);
    for (const leave of ['short', 'shorter']) for (const reel of long()) reel.classList.add(leave);
    if (long().length) for (const reel of reels) reel.classList.add('small');
  }
  new ResizeObserver(shorten).observe(lines);

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
    return lines.childElementCount ? '' : 'The gates have not answered yet: go on to the next phase.';
  }

  /** @param {Scene} scene @param {Arithmetic} arithmetic */
  function update(scene, arithmetic) {
    const { layer, reached } = scene;
    wait(scene);
    const roles = new Map(layer.signals.map((signal) => [signal.name, signal.role]));
    const vectors = new Set(arithmetic.signals.flatMap(({ formula }) => summed(formula)));
    // A product stands in the formulas that use it, unless it is a sum itself or multiplied as a vector: then it has a line.
    const products = new Map(arithmetic.signals
      .filter(({ signal, formula }) => roles.get(signal) === 'product' && !adds(formula) && !vectors.has(signal))
      .map(({ signal, tree }) => [signal, tree]));
    const shown = arithmetic.signals.filter(({ signal }) => reached(signal) && roles.get(signal) !== 'input' && !products.has(signal));
    clear(lines).append(...shown.flatMap((written) => line(written, scene, products) ?? []));
    shorten();
    write(note, tell(scene));
    set(host, 'data-arith-ready', `${arithmetic.t}:${arithmetic.unit}`);
    set(host, 'aria-busy', null);
  }

  /** Says in words what has no sum to write out. @param {string} title @param {string} text */
  function say(title, text) {
    write(heading, title);
    clear(lines);
    write(note, text);
    set(host, 'aria-busy', null);
  }

  /** @param {string} text */
  const fail = (text) => write(note, text);
  return { update, wait, say, fail };
}

/**
 * One unit at one word, every number: a line a signal, in symbols and in numbers; a line opens into its terms.
 */

import { clear, html, math, set, write } from '#js/dom.js';
import { hueClass, hueOf } from '#js/gates.js';
import { inline, number, numbers, symbol, symbols } from '#js/mathml.js';

/** @typedef {import('#js/api.js').Arithmetic} Arithmetic */
/** @typedef {import('#js/api.js').Written} Written */
/** @typedef {import('#js/walk.js').Scene} Scene */

/**
 * @param {HTMLElement} host
 * @param {{ onTerms: (signal: string) => void, onSymbol: (symbol: string | null) => void, onUnit: (by: number) => void }} actions
 */
export function createArithmetic(host, { onTerms, onSymbol, onUnit }) {
  const heading = html('h2');
  const stepper = html('span', { class: 'stepper' },
    html('button', { type: 'button', class: 'small', 'aria-label': 'previous unit', on: { click: () => onUnit(-1) } }, '‹'),
    html('button', { type: 'button', class: 'small', 'aria-label': 'next unit', on: { click: () => onUnit(1) } }, '›'));
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
   * @param {Written} written @param {Scene} scene @param {Map<string, import('#js/api.js').Tree>} products
   */
  function line(written, scene, products) {
    const declared = scene.layer.signals.find((signal) => signal.name === written.signal);
    if (!declared) return null;
    const { formula, tree, value, signal } = written;
    const opens = JSON.stringify(formula).includes('"matmul"');
    const whole = math('math', null, math('mrow', null,
      symbol(signal), math('mo', null, '='), math('mrow', { class: 'formula' }, symbols(inline(formula, products))),
      math('mo', { class: 'formula' }, '='), numbers(inline(tree, products)), math('mo', null, '='), number(value, 'value')));
    return html('div', { class: `line ${hueClass(hueOf(declared))}`, data: { arith: signal, symbol: signal } }, html('div', { class: 'reel' }, whole),
      opens && html('button', {
        type: 'button', class: 'small terms', title: 'Show every term of this sum',
        'aria-label': `every term of ${declared.label}`, on: { click: () => onTerms(signal) },
      }, 'Σ'));
  }

  /** Nothing is known of this moment yet. @param {Scene} scene */
  function wait({ trace, moment }) {
    write(heading, `Unit ${moment.unit} at “${trace.tokens[moment.t]?.text ?? ''}” — every number`);
    set(host, 'data-arith-ready', null);
    set(host, 'aria-busy', 'true');
  }

  /** @param {Scene} scene @param {Arithmetic} arithmetic */
  function update(scene, arithmetic) {
    const { layer, moment, phases } = scene;
    wait(scene);
    const roles = new Map(layer.signals.map((signal) => [signal.name, signal.role]));
    const known = new Set(phases.slice(0, moment.phase + 1).flatMap((phase) => phase.signals));
    const shown = arithmetic.signals.filter(({ signal }) => known.has(signal) && !['input', 'product'].includes(roles.get(signal) ?? ''));
    const products = new Map(arithmetic.signals.filter(({ signal }) => roles.get(signal) === 'product').map(({ signal, tree }) => [signal, tree]));
    clear(lines).append(...shown.flatMap((written) => line(written, scene, products) ?? []));
    write(note, shown.length ? '' : 'The gates have not answered yet: go on to the next phase.');
    set(host, 'data-arith-ready', `${arithmetic.t}:${arithmetic.unit}`);
    set(host, 'aria-busy', null);
  }

  /** @param {string} text */
  const fail = (text) => write(note, text);
  return { update, wait, fail };
}

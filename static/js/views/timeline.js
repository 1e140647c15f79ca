/**
 * The sentence as the time line: a button a word, with a small bar a gate of the layer that is unfolded, or of the one
 * that is at work at that word. What the model says itself is a dot until it has said it.
 */

import { clear, html, set, write } from '../dom.js';
import { hueClass, hueOf } from '../gates.js';
import { mean } from '../narration/measures.js';
import { walked } from '../route.js';
import { glyph, quoted, wayOf } from '../wording.js';

/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {{ layer: string, button: HTMLButtonElement, text: HTMLElement, bars: HTMLElement[] }} Word */

const UNSAID = '·';

/** A word's button. @param {Scene} scene @param {number} t @param {(t: number) => void} onWord @returns {Word} */
function makeWord({ trace, layer, model }, t, onWord) {
  const token = /** @type {import('../trace.js').Token} */ (trace.tokens[t]);
  const name = trace.layerAt(layer.name, t) ?? layer.name;
  const gates = model.layers.find((one) => one.name === name)?.signals.filter((signal) => signal.role === 'gate') ?? [];
  const bars = gates.map((gate) =>
    html('i', { class: `bar ${hueClass(hueOf(gate))}`, title: gate.label, data: { bar: gate.name, t } }));
  const unknown = token.known ? null : `${quoted(token.text)} ${wayOf(model, false)}`;
  const text = html('span', { class: 'text' }, glyph(token.text));
  const button = html('button', {
    type: 'button', dir: 'auto', title: unknown, 'aria-label': unknown ?? quoted(token.text), on: { click: () => onWord(t) },
  }, text, html('span', { class: 'bars', 'aria-hidden': 'true' }, ...bars));
  return { layer: name, button, text, bars };
}

/** Whether what stands at t is there: read, or said by now. @param {Scene} scene @param {number} t */
const spoken = ({ trace, moment, phases, route, place }, t) =>
  trace.tokens[t]?.role !== 'output' || route.find(trace.layerAt(moment.layer, t) ?? '', t) < place || (t === moment.t && moment.phase >= phases.length - 1);

/** Brings a moment into a word. @param {Word} word @param {number} t @param {Scene} scene */
function updateWord({ layer, button, text, bars }, t, scene) {
  const { trace, moment } = scene;
  const token = trace.tokens[t];
  const there = spoken(scene, t);
  const ahead = t !== moment.t && !(scene.route.find(layer, t) < scene.place);
  set(button, 'aria-current', t === moment.t ? 'step' : null);
  set(button, 'class', ['word', token?.known ? '' : 'unknown', token?.role ?? '', ahead ? 'ahead' : ''].filter(Boolean).join(' '));
  write(text, there ? glyph(token?.text ?? '') : UNSAID);
  if (token?.role === 'output') set(button, 'aria-label', there ? quoted(token.text) : `step ${t + 1}, not said yet`);
  for (const bar of bars) {
    const gate = /** @type {string} */ (bar.dataset.bar);
    const value = trace.arrived(layer, t) && walked(scene, layer, t, gate) ? mean(trace.values(layer, gate, t)) : null;
    set(bar, 'data-value', value);
    bar.style.setProperty('--part', value === null ? '0' : value.toFixed(4));
  }
}

/**
 * @param {HTMLElement} host @param {{ onWord: (t: number) => void }} actions
 */
export function createTimeline(host, { onWord }) {
  /** @type {Word[]} */
  let words = [];
  /** @type {unknown[]} */
  let drawn = [];
  let shown = -1;

  /** @param {Scene} scene */
  function build(scene) {
    const { tokens } = scene.trace;
    host.classList.toggle('by-letter', tokens.every(({ text }) => text.length <= 1));
    words = tokens.map((_, t) => makeWord(scene, t, onWord));
    clear(host).append(...words.map(({ button }) => html('li', null, button)));
  }

  /** Brings the present word into the middle of what scrolls. @param {HTMLElement} button */
  function centre(button) {
    const scroller = host.closest('.overview.many') ?? host;
    const [{ left, width }, seen] = [button.getBoundingClientRect(), scroller.getBoundingClientRect()];
    scroller.scrollBy({ left: left + width / 2 - (seen.left + seen.width / 2), behavior: 'instant' });
  }

  /** @param {Scene} scene */
  function update(scene) {
    const { trace, layer, moment } = scene;
    const now = [trace, layer.name, scene.layer];
    if (now.some((one, k) => one !== drawn[k])) {
      build(scene);
      drawn = now;
      shown = -1;
    }
    words.forEach((word, t) => updateWord(word, t, scene));
    set(host, 'aria-busy', trace.length < trace.total ? 'true' : null); // more is still to come
    if (shown !== moment.t) {
      const button = words[moment.t]?.button;
      if (button) requestAnimationFrame(() => centre(button)); // asked now, the browser would lay all out once more
      shown = moment.t;
    }
  }
  return { update };
}

/**
 * The sentence as the time line: a button a word, with a small bar a gate of the layer that is unfolded, or of the one
 * that is at work at that word, and below them one of how unexpected the word was. What the model wrote itself is marked;
 * what an encoder–decoder says is a dot until it has said it.
 */

import { saidBeside } from '../beside.js';
import { clear, html, set, write } from '../dom.js';
import { hueClass, hueOf } from '../gates.js';
import { mean } from '../narration/measures.js';
import { walked } from '../route.js';
import { bitsText, FULL } from '../surprise.js';
import { glyph, quoted, wayOf } from '../wording.js';
import { saidAt } from './output/index.js';

/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {{ layer: string, button: HTMLButtonElement, text: HTMLElement, bars: HTMLElement[], surprise: HTMLElement | null, bits: HTMLElement, sign: string }} Word */

const UNSAID = '·';
const SEEN = 0.04; // by how much two gates differ to the eye
const FEW = 20; // words up to which their bits have room as numbers

/** What a word's button says to who cannot see its marks. @param {Scene} scene @param {number} t */
function nameOf({ trace, model }, t) {
  const { text, known, role } = trace.tokens[t] ?? { text: '', known: true };
  if (role === 'written') return `${quoted(text)}, written by the model itself`;
  return known ? quoted(text) : `${quoted(text)} ${wayOf(model, false)}`;
}

/** A word's button. @param {Scene} scene @param {number} t @param {(t: number) => void} onWord @returns {Word} */
function makeWord(scene, t, onWord) {
  const { trace, layer, model } = scene;
  const token = /** @type {import('../trace.js').Token} */ (trace.tokens[t]);
  const name = trace.layerAt(layer.name, t) ?? layer.name;
  const gates = model.layers.find((one) => one.name === name)?.signals.filter((signal) => signal.role === 'gate') ?? [];
  const bars = gates.map((gate) =>
    html('i', { class: `bar ${hueClass(hueOf(gate))}`, data: { bar: gate.name, t } }));
  const sign = glyph(trace.told(t));
  const text = html('span', { class: 'text' }, sign);
  const bits = html('span', { class: 'bits' });
  const surprise = trace.surprise(0) === undefined ? null : html('span', { class: 'surprise', 'aria-hidden': 'true', data: { surpriseT: t, explain: `surprise:${t}` } }, html('i'), bits);
  const button = html('button', { type: 'button', dir: 'auto', 'aria-label': nameOf(scene, t), data: { explain: `word:${t}` }, on: { click: () => onWord(t) } },
    text, html('span', { class: 'bars', 'aria-hidden': 'true', data: bars.length ? { explain: `bars:${t}` } : {} }, ...bars), surprise);
  return { layer: name, button, text, bars, surprise, bits, sign };
}

/** Whether what stands at t is there: read, or said by now. @param {Scene} scene @param {number} t */
const spoken = ({ trace, moment, phases, route, place }, t) =>
  trace.tokens[t]?.role !== 'output' || route.find(trace.layerAt(moment.layer, t) ?? '', t) < place || (t === moment.t && moment.phase >= phases.length - 1);

/** How unexpected the word was, once the walk has come to it. @param {Word} word @param {number} t @param {Scene} scene */
function updateSurprise({ surprise, bits }, t, scene) {
  const { trace, moment } = scene;
  const value = t <= moment.t ? trace.surprise(t) : undefined;
  if (!surprise) return;
  set(surprise, 'data-bits', value);
  surprise.classList.toggle('none', value === null && t > 0);
  surprise.style.setProperty('--part', Math.min(1, (value ?? 0) / FULL).toFixed(4));
  write(bits, value === undefined ? '' : value === null ? (t > 0 ? '?' : '') : bitsText(value));
}

/** What the other run says in place of it after the word; nothing where both say the same. @param {Scene} scene @param {number} t */
function elsewhere({ trace, other }, t) {
  const [mine, theirs] = [trace.top(t)[0]?.[0], saidBeside(trace, other, t)?.says];
  return mine === undefined || theirs === undefined || mine === theirs ? null : { mine, theirs };
}

/** The other run's gates behind the word's. @param {Word} word @param {number} t @param {Scene} scene */
function updateOther({ layer, bars }, t, { other }) {
  const its = other?.twin ? other.step(t) : null;
  const there = other && its !== null && other.trace.arrived(layer, its);
  for (const bar of bars) {
    const value = there && bar.dataset.value !== undefined ? mean(other.trace.values(layer, bar.dataset.bar ?? '', its)) : null;
    if (value === null && !bar.dataset.other) continue;
    set(bar, 'data-other', value);
    bar.classList.toggle('apart', value !== null && Math.abs(value - Number(bar.dataset.value)) >= SEEN);
    bar.style.setProperty('--other', value === null ? '0' : value.toFixed(4));
  }
}

/** Brings a moment into a word. @param {Word} word @param {number} t @param {Scene} scene */
function updateWord(word, t, scene) {
  const { layer, button, text, bars, sign } = word;
  const { trace, moment } = scene;
  const token = trace.tokens[t];
  const there = spoken(scene, t);
  const ahead = t !== moment.t && !(scene.route.find(layer, t) < scene.place);
  set(button, 'aria-current', t === moment.t ? 'step' : null);
  const parted = !ahead && scene.other && saidAt(scene, t) ? elsewhere(scene, t) : null;
  set(button, 'class', ['word', token?.known ? '' : 'unknown', token?.role ?? '', ahead ? 'ahead' : '', parted ? 'parted' : ''].filter(Boolean).join(' '));
  set(button, 'title', parted && `it says ${quoted(parted.mine)} next, the other run ${quoted(parted.theirs)}`);
  write(text, there ? sign : UNSAID);
  if (token?.role === 'output') set(button, 'aria-label', there ? quoted(token.text) : `step ${t + 1}, not said yet`);
  for (const bar of bars) {
    const gate = /** @type {string} */ (bar.dataset.bar);
    const value = trace.arrived(layer, t) && walked(scene, layer, t, gate) ? mean(trace.values(layer, gate, t)) : null;
    set(bar, 'data-value', value);
    bar.style.setProperty('--part', value === null ? '0' : value.toFixed(4));
  }
  updateOther(word, t, scene);
  updateSurprise(word, t, scene);
}

/**
 * @param {HTMLElement} host @param {{ onWord: (t: number) => void }} actions
 */
export function createTimeline(host, { onWord }) {
  /** @type {Word[]} */
  let words = [];
  /** @type {unknown[]} */
  let drawn = [];
  let shown = '';

  /** Makes the words that are not there yet, of another trace or layer all of them. @param {Scene} scene */
  function build(scene) {
    const { trace, layer } = scene;
    const now = [trace, layer.name, layer];
    if (now.some((one, k) => one !== drawn[k])) {
      drawn = now;
      words = [];
      shown = '';
      clear(host);
    }
    if (words.length === trace.total) return;
    const made = trace.tokens.slice(words.length).map((_, k) => makeWord(scene, words.length + k, onWord));
    host.append(...made.map(({ button }, k) => html('li', { class: trace.tokens[words.length + k]?.role ?? '' }, button)));
    words.push(...made);
    host.classList.toggle('crowded', trace.expected > FEW);
    host.classList.toggle('by-letter', trace.tokens.every(({ text }) => text.length <= 1));
  }

  /** Brings the present word into the middle of what scrolls. @param {HTMLElement} button */
  function centre(button) {
    const scroller = host.closest('.overview.many') ?? host;
    const [{ left, width }, seen] = [button.getBoundingClientRect(), scroller.getBoundingClientRect()];
    scroller.scrollBy({ left: left + width / 2 - (seen.left + seen.width / 2), behavior: 'instant' });
  }

  /** @param {Scene} scene */
  function update(scene) {
    const { trace, moment } = scene;
    build(scene);
    words.forEach((word, t) => updateWord(word, t, scene));
    set(host, 'aria-busy', trace.complete ? null : 'true'); // more is still to come
    const now = `${moment.t} of ${words.length}`;
    if (shown !== now) {
      const button = words[moment.t]?.button;
      if (button) requestAnimationFrame(() => centre(button)); // asked now, the browser would lay all out once more
      shown = now;
    }
  }
  return { update };
}

/**
 * The dock's view of what still moves a prediction: a sentence about it, what can be chosen, and the picture.
 */

import { clear, html, set, write } from '../../../dom.js';
import { normText } from '../../../layout/gradient.js';
import { glyph, quoted } from '../../../wording.js';
import { createMap } from './map.js';
import { createWords } from './words.js';

/** @typedef {import('./words.js').Picture} Picture */
/** @typedef {import('../../../trace.js').Top} Top */
/** @typedef {'words' | 'weights' | 'map'} Mode */

/**
 * @typedef {object} Actions
 * @property {(t: number) => void} onPrediction the prediction after word t
 * @property {(symbol: string) => void} onSymbol another word that could be said there
 * @property {(model: string) => void} onBeside
 * @property {(mode: Mode) => void} onMode
 * @property {(factor: number) => void} onFactor what the recurrent weights are multiplied by
 */

/** @type {Record<Mode, [string, string]>} */
const MODES = { words: ['One prediction', 'how strongly each word still moves it, and by step'], weights: ['Scaled weights', 'how it vanishes or explodes where the recurrent weights are smaller or larger, and clipped'], map: ['All predictions', 'every prediction by every word'] };

/** What there is to say of it. @param {Picture} picture @param {string} step how a word is called */
export function sentenceOf({ words, t, symbol, norms, strongest }, step) {
  if (strongest === null) return `Nothing is read before ${quoted(words[t] ?? '')}, so nothing else can move ${quoted(symbol)}.`;
  const far = t - strongest;
  const back = far === 0 ? 'the last that is read' : `${far} ${step}${far === 1 ? '' : 's'} back`;
  return `Of all before it, ${quoted(words[strongest] ?? '')}, ${back}, moves ${quoted(symbol)} most: ${normText(norms[strongest] ?? 0)}.`;
}

/** A quarter of a doubling for each step of the slider. @param {number} step */
export const factorOf = (step) => Number((2 ** (step / 4)).toFixed(3));

/** @param {(factor: number) => void} onFactor */
function createSlider(onFactor) {
  const input = html('input', { type: 'range', min: -8, max: 8, step: 1, value: 0, 'aria-label': 'recurrent weights times' });
  const output = html('output', null, '× 1');
  input.addEventListener('input', () => {
    const factor = factorOf(Number(input.value));
    set(input, 'aria-valuetext', `times ${factor}`);
    write(output, `× ${factor}`);
    onFactor(factor);
  });
  input.addEventListener('keydown', (event) => event.stopPropagation()); // the arrows walk elsewhere
  return html('span', { class: 'gradient-slider' }, 'U ', input, output);
}

/** All around the picture. @param {HTMLElement} host @param {Omit<Actions, 'onPrediction' | 'onSymbol'>} actions */
function createHead(host, { onBeside, onMode, onFactor }) {
  const heading = html('h2');
  const told = html('p', { class: 'gradient-told', 'aria-live': 'polite' });
  const choices = html('span', { class: 'choice', role: 'group', 'aria-label': 'whose logit' });
  const beside = html('select');
  const besides = html('label', null, 'beside it ', beside);
  const slider = createSlider(onFactor);
  const legend = html('span', { class: 'gradient-legend' });
  const buttons = /** @type {[Mode, [string, string]][]} */ (Object.entries(MODES)).map(([mode, [label, title]]) =>
    html('button', { type: 'button', class: 'small', title, data: { mode }, on: { click: () => onMode(mode) } }, label));
  beside.addEventListener('change', () => onBeside(beside.value));
  const plot = html('div', { class: 'gradient-plot' });
  host.append(
    html('div', { class: 'card-head' }, heading, choices, slider, html('span', { class: 'choice', role: 'group', 'aria-label': 'picture' }, ...buttons)),
    html('div', { class: 'gradient-line' }, told, html('span', { class: 'gradient-below' }, legend, besides)), plot);

  /** @param {Mode | null} mode */
  function mode(mode) {
    choices.hidden = besides.hidden = mode !== 'words';
    slider.hidden = mode !== 'weights';
    for (const button of buttons) set(button, 'aria-pressed', String(button.dataset.mode === mode));
  }

  return { heading, told, choices, beside, legend, plot, mode };
}

/** @param {readonly string[]} shown @param {string} symbol the chosen one @param {(symbol: string) => void} onSymbol */
const choicesOf = (shown, symbol, onSymbol) => shown.map((word) =>
  html('button', { type: 'button', class: 'small', 'aria-pressed': String(word === symbol), on: { click: () => onSymbol(word) } }, glyph(word)));

/** @param {Picture['lines']} lines */
const keysOf = (lines) => lines.map(({ name, hue, label }) => html('span', { class: `drawn-as ${name} ${hue}` }, html('i', { 'aria-hidden': 'true' }), label));

/** @param {readonly { name: string, title: string }[]} models */
const optionsOf = (models) => [html('option', { value: '' }, 'no other model'), ...models.map(({ name, title }) => html('option', { value: name }, title))];

/** @param {HTMLElement} host @param {Actions} actions */
export function createGradientView(host, { onPrediction, onSymbol, ...actions }) {
  const head = createHead(host, actions);
  const { heading, told, choices, beside, legend, plot } = head;
  const words = createWords(plot, { onPrediction });
  const map = createMap(plot, { onPlace: onPrediction });
  words.node.hidden = map.node.hidden = true;

  /** @param {Mode | null} mode @param {string} title @param {string} says */
  function open(mode, title, says) {
    write(heading, title);
    write(told, says);
    words.node.hidden = mode !== 'words' && mode !== 'weights';
    map.node.hidden = mode !== 'map';
    head.mode(mode);
  }

  /** @param {Picture} picture */
  function draw(picture) {
    words.show(picture);
    clear(legend).append(...keysOf(picture.lines));
  }

  return {
    plot,
    /** The models that can stand beside it. @param {readonly { name: string, title: string }[]} models @param {string} chosen */
    models(models, chosen) {
      clear(beside).append(...optionsOf(models));
      beside.value = chosen;
      set(beside, 'disabled', models.length === 0);
    },
    /** What could be said instead. @param {Top} top @param {string} symbol */
    choices(top, symbol) {
      const shown = top.slice(0, 5).map(([word]) => word);
      clear(choices).append(...choicesOf(shown.includes(symbol) ? shown : [symbol, ...shown.slice(0, 4)], symbol, onSymbol));
    },
    /** @param {Picture} picture @param {string} after @param {string} step */
    words(picture, after, step) {
      open('words', `What moves ${quoted(picture.symbol)}${after}`, sentenceOf(picture, step));
      draw(picture);
    },
    /** The same on scaled weights. @param {Picture} picture @param {number} factor @param {string} says */
    weights(picture, factor, says) {
      open('weights', `What moves ${quoted(picture.symbol)}, recurrent weights × ${factor}`, says);
      draw(picture);
    },
    /** @param {import('./map.js').MapPicture} picture @param {string} step */
    map(picture, step) {
      open('map', 'What moves each prediction', `A row for each prediction, a column for each ${step}: the darker, the more it moves it.`);
      const range = map.show(picture);
      clear(legend).append(html('span', { class: 'drawn-as map' }, html('i', { 'aria-hidden': 'true' }), `${range}, logarithmic`));
    },
    /** Nothing to show, and why. @param {string} why */
    nothing(why) {
      open(null, 'What moves a prediction', why);
      clear(legend);
    },
  };
}

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
/** @typedef {'words' | 'map'} Mode */

/**
 * @typedef {object} Actions
 * @property {(t: number) => void} onPrediction the prediction after word t
 * @property {(symbol: string) => void} onSymbol another word that could be said there
 * @property {(model: string) => void} onBeside
 * @property {(mode: Mode) => void} onMode
 */

/** @type {Record<Mode, [string, string]>} */
const MODES = { words: ['One prediction', 'how strongly each word still moves it, and by step'], map: ['All predictions', 'every prediction by every word'] };

/** What there is to say of it. @param {Picture} picture @param {string} step how a word is called */
export function sentenceOf({ words, t, symbol, norms, strongest }, step) {
  if (strongest === null) return `Nothing is read before ${quoted(words[t] ?? '')}, so nothing else can move ${quoted(symbol)}.`;
  const far = t - strongest;
  const back = far === 0 ? 'the last that is read' : `${far} ${step}${far === 1 ? '' : 's'} back`;
  return `Of all before it, ${quoted(words[strongest] ?? '')}, ${back}, moves ${quoted(symbol)} most: ${normText(norms[strongest] ?? 0)}.`;
}

/** @param {HTMLElement} host @param {Actions} actions */
export function createGradientView(host, { onPrediction, onSymbol, onBeside, onMode }) {
  const heading = html('h2');
  const told = html('p', { class: 'gradient-told', 'aria-live': 'polite' });
  const choices = html('span', { class: 'choice', role: 'group', 'aria-label': 'whose logit' });
  const beside = html('select');
  const besides = html('label', null, 'beside it ', beside);
  const legend = html('span', { class: 'gradient-legend' });
  const buttons = /** @type {[Mode, [string, string]][]} */ (Object.entries(MODES)).map(([mode, [label, title]]) =>
    html('button', { type: 'button', class: 'small', title, data: { mode }, on: { click: () => onMode(mode) } }, label));
  beside.addEventListener('change', () => onBeside(beside.value));
  const plot = html('div', { class: 'gradient-plot' });
  host.append(
    html('div', { class: 'card-head' }, heading, choices, html('span', { class: 'choice', role: 'group', 'aria-label': 'picture' }, ...buttons)),
    html('div', { class: 'gradient-line' }, told, html('span', { class: 'gradient-below' }, legend, besides)), plot);
  const words = createWords(plot, { onPrediction });
  const map = createMap(plot, { onPlace: onPrediction });
  words.node.hidden = map.node.hidden = true;

  /** @param {Mode | null} mode */
  function mode(mode) {
    words.node.hidden = mode !== 'words';
    map.node.hidden = mode !== 'map';
    choices.hidden = besides.hidden = mode !== 'words';
    for (const button of buttons) set(button, 'aria-pressed', String(button.dataset.mode === mode));
  }

  return {
    plot,
    /** The models that can stand beside it. @param {readonly { name: string, title: string }[]} models @param {string} chosen */
    models(models, chosen) {
      clear(beside).append(html('option', { value: '' }, 'no other model'), ...models.map(({ name, title }) => html('option', { value: name }, title)));
      beside.value = chosen;
      set(beside, 'disabled', models.length === 0);
    },
    /** What could be said instead. @param {Top} top @param {string} symbol */
    choices(top, symbol) {
      const shown = top.slice(0, 5).map(([word]) => word);
      clear(choices).append(...(shown.includes(symbol) ? shown : [symbol, ...shown.slice(0, 4)]).map((word) =>
        html('button', { type: 'button', class: 'small', 'aria-pressed': String(word === symbol), on: { click: () => onSymbol(word) } }, glyph(word))));
    },
    /** @param {Picture} picture @param {string} after @param {string} step */
    words(picture, after, step) {
      mode('words');
      write(heading, `What moves ${quoted(picture.symbol)}${after}`);
      write(told, sentenceOf(picture, step));
      words.show(picture);
      clear(legend).append(...picture.lines.map(({ name, hue, label }) => html('span', { class: `drawn-as ${name} ${hue}` }, html('i', { 'aria-hidden': 'true' }), label)));
    },
    /** @param {import('./map.js').MapPicture} picture @param {string} step */
    map(picture, step) {
      mode('map');
      write(heading, `What moves each prediction`);
      write(told, `A row for each prediction, a column for each ${step}: the darker, the more it moves it.`);
      const range = map.show(picture);
      clear(legend).append(html('span', { class: 'drawn-as map' }, html('i', { 'aria-hidden': 'true' }), `${range}, logarithmic`));
    },
    /** Nothing to show, and why. @param {string} why */
    nothing(why) {
      mode(null);
      write(heading, 'What moves a prediction');
      write(told, why);
      clear(legend);
    },
  };
}

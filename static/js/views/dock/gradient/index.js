/**
 * The dock's view of what still moves a prediction: a sentence about it, what can be chosen, and the picture.
 */

import { clear, html, set, write } from '../../../dom.js';
import { normText } from '../../../layout/gradient.js';
import { glyph, quoted } from '../../../wording.js';
import { createWords } from './words.js';

/** @typedef {import('./words.js').Picture} Picture */
/** @typedef {import('../../../trace.js').Top} Top */

/**
 * @typedef {object} Actions
 * @property {(t: number) => void} onPrediction the prediction after word t
 * @property {(t: number) => void} onWord
 * @property {(symbol: string) => void} onSymbol another word that could be said there
 * @property {(model: string) => void} onBeside
 */

/** What there is to say of it. @param {Picture} picture @param {string} step how a word is called */
export function sentenceOf({ words, t, symbol, norms, strongest }, step) {
  if (strongest === null) return `Nothing is read before ${quoted(symbol)} but ${quoted(words[t] ?? '')}.`;
  const far = t - strongest;
  const back = far === 0 ? 'the last that is read' : `${far} ${step}${far === 1 ? '' : 's'} before the last`;
  return `${quoted(words[strongest] ?? '')}, ${back}, moves ${quoted(symbol)} most of all before it: ${normText(norms[strongest] ?? 0)}.`;
}

/** @param {HTMLElement} host @param {Actions} actions */
export function createGradientView(host, { onPrediction, onWord, onSymbol, onBeside }) {
  const heading = html('h2');
  const told = html('p', { class: 'gradient-told', 'aria-live': 'polite' });
  const choices = html('span', { class: 'choice', role: 'group', 'aria-label': 'whose logit' });
  const beside = html('select', { 'aria-label': 'beside it' });
  const legend = html('span', { class: 'gradient-legend' });
  beside.addEventListener('change', () => onBeside(beside.value));
  const plot = html('div', { class: 'gradient-plot' });
  host.append(
    html('div', { class: 'card-head' }, heading, choices, html('label', null, 'beside it ', beside)),
    told, plot, legend);
  const words = createWords(plot, { onPrediction, onWord });

  return {
    /** The models that can stand beside it. @param {readonly { name: string, title: string }[]} models @param {string} chosen */
    models(models, chosen) {
      clear(beside).append(html('option', { value: '' }, 'no other model'), ...models.map(({ name, title }) => html('option', { value: name }, title)));
      beside.value = chosen;
      set(beside, 'disabled', models.length === 0);
    },
    /** What could be said instead. @param {Top} top @param {string} symbol */
    choices(top, symbol) {
      clear(choices).append(...top.slice(0, 5).map(([word]) =>
        html('button', { type: 'button', class: 'small', 'aria-pressed': String(word === symbol), on: { click: () => onSymbol(word) } }, glyph(word))));
    },
    /** @param {string} text */
    say(text) {
      write(told, text);
    },
    /** @param {Picture} picture @param {string} after */
    show(picture, after) {
      write(heading, `What moves ${quoted(picture.symbol)}${after}`);
      words.show(picture);
      clear(legend).append(...picture.lines.map(({ name, hue, label }) => html('span', { class: `key ${name} ${hue}` }, html('i', { 'aria-hidden': 'true' }), label)));
    },
    /** Nothing to show, and why. @param {string} why */
    nothing(why) {
      write(told, why);
    },
  };
}

/**
 * Who reads what, and in which order: the tokens of a trace and its layers, each with its steps and its direction.
 */

import { plain } from './scales.js';
import { digitsOf } from './series.js';

/** @typedef {{ text: string, known: boolean, role?: string }} Token role "output": the model said it at that step; "written": it said it after the step before, and reads it at that step */
/**
 * @typedef {object} LayerHead
 * @property {string} name
 * @property {string} kind "recurrent", "convolution"
 * @property {string} cell
 * @property {string} direction
 * @property {number} units
 * @property {Record<string, number[]>} initial
 * @property {[number, number]} [span] the steps [from, to) at which it is at work; all of them if absent
 */

/** What a decoder reads before it has said anything: the sign with which it also ends. */
const MARK = { text: '⏹', known: true };

/** Whether a layer hands a state from word to word; one that does not, reads each word by itself. @param {Pick<LayerHead, 'kind'>} layer */
export const isRecurrent = ({ kind }) => kind === 'recurrent';

/** @param {LayerHead} layer @param {number} total @returns {[number, number]} */
export const spanOf = (layer, total) => layer.span ?? [0, total];

/** A number with more digits than can be read at a glance: only a model's own. */
const LONG = /^-?\d+\.\d{5,}(e[-+]?\d+)?$|^-?\d[\d.]*e-\d+$/;

export class ReadingOrder {
  /** @param {Token[]} tokens @param {LayerHead[]} layers */
  constructor(tokens, layers) {
    this.tokens = tokens;
    this.layers = layers;
    this.digits = digitsOf(tokens);
  }

  /** A token's text for people: of a number that the model wrote, as many digits as those have that were typed. @param {number} t */
  told(t) {
    const { text, role } = this.tokens[t] ?? { text: '' };
    return role === 'written' && LONG.test(text) ? plain(Number(text), this.digits) : text;
  }

  /** Steps that the sentence has. */
  get total() {
    return this.tokens.length;
  }

  /** How many of them the model wrote itself. */
  get written() {
    return this.tokens.filter(({ role }) => role === 'written').length;
  }

  /** @param {string} name @returns {LayerHead} */
  head(name) {
    const found = this.layers.find((layer) => layer.name === name);
    if (!found) throw new RangeError(`the trace has no layer ${name}`);
    return found;
  }

  /** The steps [from, to) of a layer. @param {string} layer */
  span(layer) {
    return spanOf(this.head(layer), this.total);
  }

  /** Whether a layer reads from the last word to the first. @param {string} layer */
  backward(layer) {
    return this.head(layer).direction === 'backward';
  }

  /** @param {string} layer @param {number} t */
  atWork(layer, t) {
    const [from, to] = this.span(layer);
    return from <= t && t < to;
  }

  /** Whether layers come one after the other, instead of lying on each other. */
  get inTurn() {
    return this.layers.some(({ span, direction }) => span !== undefined || direction === 'backward');
  }

  /** The layer whose h is this layer's x, where layers lie on each other. @param {string} layer @returns {LayerHead | null} */
  below(layer) {
    const k = this.layers.findIndex(({ name }) => name === layer);
    const lower = this.layers[k - 1];
    return this.inTurn || !lower || !isRecurrent(lower) ? null : lower;
  }

  /** Where a layer stands among the others, in words; nothing for a layer that is alone. @param {string} layer */
  role(layer) {
    const head = this.head(layer);
    const { cell, span } = head;
    if (this.layers.length === 1) return '';
    if (span) return layer;
    if (this.inTurn) return this.backward(layer) ? 'reads ←' : 'reads →';
    const stack = this.layers.filter(isRecurrent);
    if (!isRecurrent(head)) return layer;
    if (stack.length === 1) return cell.toUpperCase();
    return `layer ${stack.findIndex(({ name }) => name === layer) + 1} of ${stack.length}`;
  }

  /** The same without the number of all. @param {string} layer */
  short(layer) {
    return this.role(layer).split(' of')[0] ?? '';
  }

  /** What a layer reads at step t: the word, or, where it speaks, what it said the step before. @param {string} layer @param {number} t @returns {Token} */
  read(layer, t) {
    const token = this.tokens[t];
    if (token?.role !== 'output') return token ? { ...token, text: this.told(t) } : MARK;
    return t === this.span(layer)[0] ? MARK : this.tokens[t - 1] ?? MARK;
  }

  /** The step that a layer reads before step t, or null where it begins. @param {string} layer @param {number} t */
  previous(layer, t) {
    const back = this.backward(layer);
    const [from, to] = this.span(layer);
    if (t === (back ? to - 1 : from)) return null;
    return back ? t + 1 : t - 1;
  }

  /** The step that a layer reads after step t, or null where it ends. @param {string} layer @param {number} t */
  following(layer, t) {
    const next = this.backward(layer) ? t - 1 : t + 1;
    return this.atWork(layer, next) ? next : null;
  }

  /** The layer itself where it is at work at step t, or else the one that is. @param {string} layer @param {number} t */
  layerAt(layer, t) {
    return [layer, ...this.layers.map(({ name }) => name)].find((name) => this.atWork(name, t));
  }
}

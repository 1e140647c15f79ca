/**
 * A trace as the page holds it: the contract's numbers as float32, filled step by step as they arrive.
 */

import { ReadingOrder, spanOf } from './reading.js';
import { niceMax } from './scales.js';

/** @typedef {import('./reading.js').Token} Token */
/** @typedef {import('./reading.js').LayerHead} LayerHead */
/** @typedef {{ text: string, stopped: 'end' | 'limit' | null, top: Top }} Answer what the model says in the end */
/** @typedef {{ layer: string, signal: string, units: number }} Slot */
/** @typedef {[string, number][]} Top */
/** @typedef {{ layer: string, unit: number }} Lead */
/**
 * @typedef {object} Start the stream's first event
 * @property {number} version of the contract
 * @property {{ name: string, task: string, sha256: string }} model
 * @property {string} text
 * @property {string[]} clamps
 * @property {string[]} [scales] what of the weights was scaled; absent where nothing was
 * @property {Token[]} tokens
 * @property {LayerHead[]} layers
 * @property {Slot[]} layout
 * @property {Answer | null} [answer]
 * @property {import('./writing.js').Writing | null} [writing] how the model goes on by itself; it then says more than is in `tokens`
 */
/**
 * @typedef {object} Said what else a step tells
 * @property {Token} [token] the symbol that the model wrote and reads at this step
 * @property {number | null} [surprise] bits of its own token; null where nothing could be expected
 * @property {Lead | null} [lead] the unit that does most for the first of `top`; null where nothing is said
 */
/** @typedef {Said & { t: number, block: string, top: Top }} StepEvent */
/**
 * @typedef {Omit<Start, 'layers' | 'layout'> & {
 *   layers: (LayerHead & { signals: Record<string, number[][]> })[], top: Top[], leads?: (Lead | null)[], surprise?: (number | null)[] }} TraceDocument
 */

/**
 * The float32 values of a step's block.
 * @param {string} base64
 * @returns {Float32Array}
 */
export function decode(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / 4 }, (_, k) => view.getFloat32(4 * k, true));
}

/** @typedef {Map<string, [number, number]>} Places where in a block the numbers of `layer.signal` stand */

export class TraceData extends ReadingOrder {
  /** @param {Start} start */
  constructor(start) {
    super([...start.tokens], start.layers);
    this.model = start.model;
    this.text = start.text;
    this.clamps = start.clamps;
    this.scales = start.scales ?? [];
    this.layout = start.layout;
    this.answer = start.answer ?? null;
    this.writing = start.writing ?? null;
    /** @type {(number | null)[]} bits by step, as far as told */
    this.surprises = [];
    /** @type {(Lead | null)[]} by step, as far as told */
    this.leads = [];
    /** @type {Float32Array[]} */
    this.blocks = [];
    /** @type {Top[]} */
    this.tops = [];
    /** @type {Map<string, Places>} by the layers that are at work together */
    this.blueprints = new Map();
    /** @type {Places[]} by step */
    this.places = start.tokens.map((_, t) => this.blueprint(t));
    /** @type {Map<string, Float32Array>} */
    this.initial = new Map();
    for (const layer of start.layers) {
      for (const [state, values] of Object.entries(layer.initial)) {
        this.initial.set(`${layer.name}.${state}`, Float32Array.from(values));
      }
    }
  }

  /**
   * A whole trace from its JSON document.
   * @param {TraceDocument} whole
   */
  static fromDocument(whole) {
    const layout = whole.layers.flatMap((layer) =>
      Object.entries(layer.signals).map(([signal, rows]) => ({ layer: layer.name, signal, units: rows[0]?.length ?? 0 })));
    const trace = new TraceData({ ...whole, layout });
    whole.top.forEach((top, t) => {
      const numbers = whole.layers.filter(({ name }) => trace.atWork(name, t)).flatMap((layer) =>
        Object.values(layer.signals).flatMap((rows) => rows[t - spanOf(layer, trace.total)[0]] ?? []));
      const surprise = whole.surprise?.[t];
      trace.push(t, Float32Array.from(numbers), top, { lead: whole.leads?.[t] ?? null, ...(surprise === undefined ? {} : { surprise }) });
    });
    return trace;
  }

  /** Where the numbers of step t stand in its block, which holds the layers at work then. @param {number} t @returns {Places} */
  blueprint(t) {
    const working = new Set(this.layers.map(({ name }) => name).filter((name) => this.atWork(name, t)));
    const key = [...working].join();
    const known = this.blueprints.get(key);
    if (known) return known;
    /** @type {Places} */
    const made = new Map();
    let from = 0;
    for (const { layer, signal, units } of this.layout) {
      if (!working.has(layer)) continue;
      made.set(`${layer}.${signal}`, [from, from + units]);
      from += units;
    }
    this.blueprints.set(key, made);
    return made;
  }

  /**
   * A signal of the step before in the layer's reading order, or its initial state.
   * @param {string} layer @param {string} signal @param {number} t
   * @returns {Float32Array}
   */
  before(layer, signal, t) {
    return this.values(layer, signal, this.previous(layer, t) ?? -1);
  }

  /** Steps that have arrived. */
  get length() {
    return this.blocks.length;
  }

  /**
   * Takes the step t; one that is here already changes nothing.
   * @param {number} t @param {Float32Array} block @param {Top} top @param {Said} [said]
   */
  push(t, block, top, { token, surprise, lead = null } = {}) {
    if (t !== this.length) return;
    if (token && t === this.total) {
      this.tokens.push(token);
      this.places.push(this.blueprint(t));
    }
    this.blocks.push(block);
    this.tops.push(top);
    this.leads.push(lead);
    if (surprise !== undefined) this.surprises[t] = surprise;
  }

  /** Steps that there will be, once the model has written all that it was asked for. */
  get expected() {
    return this.total - this.written + (this.writing?.words ?? 0);
  }

  /** Whether every step is here. */
  get complete() {
    return this.length === this.expected;
  }

  /** It writes no more: what is here is all. */
  cut() {
    if (this.writing) this.writing = this.written ? { ...this.writing, words: this.written } : null;
  }

  /** How unexpected the token of step t was, in bits: null where nothing could be expected, undefined where that is not told. @param {number} t */
  surprise(t) {
    return this.surprises[t];
  }

  /** The unit that does most for what step t says; null where nothing is said, or not yet. @param {number} t */
  lead(t) {
    return this.leads[t] ?? null;
  }

  /** Whether a layer's step t is here with all that it was made from: one that reads backward needs the last word. @param {string} layer @param {number} t */
  arrived(layer, t) {
    return this.atWork(layer, t) && this.length >= (this.backward(layer) ? this.total : t + 1);
  }

  /** @param {string} layer @param {string} signal */
  has(layer, signal) {
    return this.layout.some((slot) => slot.layer === layer && slot.signal === signal);
  }

  /**
   * One signal at step t; t = −1 is the initial state.
   * @param {string} layer @param {string} signal @param {number} t
   * @returns {Float32Array}
   */
  values(layer, signal, t) {
    const key = `${layer}.${signal}`;
    if (t < 0) {
      const state = this.initial.get(key);
      if (!state) throw new RangeError(`${key} has no initial state`);
      return state;
    }
    const place = this.places[t]?.get(key);
    const block = this.blocks[t];
    if (!place || !block) throw new RangeError(`the trace has no ${key} at step ${t}`);
    return block.subarray(...place);
  }

  /**
   * The most probable next words after step t.
   * @param {number} t
   * @returns {Top}
   */
  top(t) {
    return this.tops[t] ?? [];
  }

  /**
   * A round bound of a signal's magnitude over all steps that have arrived.
   * @param {string} layer @param {string} signal
   */
  max(layer, signal) {
    const key = `${layer}.${signal}`;
    let most = 0;
    this.blocks.forEach((block, t) => {
      const [from, to] = this.places[t]?.get(key) ?? [0, 0];
      for (let k = from; k < to; k += 1) most = Math.max(most, Math.abs(block[k] ?? 0));
    });
    return niceMax([most]);
  }
}

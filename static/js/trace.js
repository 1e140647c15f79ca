/**
 * A trace as the page holds it: the contract's numbers as float32, filled step by step as they arrive.
 */

import { niceMax } from '#js/scales.js';

/** @typedef {{ text: string, known: boolean }} Token */
/** @typedef {{ name: string, cell: string, direction: string, units: number, initial: Record<string, number[]> }} LayerHead */
/** @typedef {{ layer: string, signal: string, units: number }} Slot */
/** @typedef {[string, number][]} Top */
/**
 * @typedef {object} Start the stream's first event
 * @property {{ name: string, task: string, sha256: string }} model
 * @property {string} text
 * @property {string[]} clamps
 * @property {Token[]} tokens
 * @property {LayerHead[]} layers
 * @property {Slot[]} layout
 */
/** @typedef {{ t: number, block: string, top: Top }} StepEvent */
/** @typedef {Omit<Start, 'layers' | 'layout'> & { layers: (LayerHead & { signals: Record<string, number[][]> })[], top: Top[] }} TraceDocument */

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

export class TraceData {
  /** @param {Start} start */
  constructor(start) {
    this.model = start.model;
    this.text = start.text;
    this.tokens = start.tokens;
    this.layers = start.layers;
    this.layout = start.layout;
    /** @type {Float32Array[]} */
    this.blocks = [];
    /** @type {Top[]} */
    this.tops = [];
    /** @type {Map<string, [number, number]>} */
    this.places = new Map();
    let from = 0;
    for (const { layer, signal, units } of start.layout) {
      this.places.set(`${layer}.${signal}`, [from, from + units]);
      from += units;
    }
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
      const numbers = whole.layers.flatMap((layer) => Object.values(layer.signals).flatMap((rows) => rows[t] ?? []));
      trace.push(t, Float32Array.from(numbers), top);
    });
    return trace;
  }

  /** Steps that have arrived. */
  get length() {
    return this.blocks.length;
  }

  /** Steps that the sentence has. */
  get total() {
    return this.tokens.length;
  }

  /**
   * Takes the step t; one that is here already changes nothing.
   * @param {number} t @param {Float32Array} block @param {Top} top
   */
  push(t, block, top) {
    if (t !== this.length) return;
    this.blocks.push(block);
    this.tops.push(top);
  }

  /** @param {string} layer @param {string} signal */
  has(layer, signal) {
    return this.places.has(`${layer}.${signal}`);
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
    const place = this.places.get(key);
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
    const place = this.places.get(`${layer}.${signal}`);
    if (!place) return 1;
    let most = 0;
    for (const block of this.blocks) {
      for (let k = place[0]; k < place[1]; k += 1) most = Math.max(most, Math.abs(block[k] ?? 0));
    }
    return niceMax([most]);
  }
}

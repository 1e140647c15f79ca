/**
 * One training as the page holds it: its beginning, and the frames as they came. The numbers are the stream's.
 */

import { decode } from '../trace.js';

/** @typedef {{ signal: string, role: string, label: string, units: number }} Watched */
/**
 * @typedef {object} CourseStart
 * @property {number} version
 * @property {string} model the name under which the net walks, after all updates
 * @property {{ task: string, cell: string, units: number, forget_bias: number, rate: number, clip: boolean, seed: number, steps: number }} setup
 * @property {string} cell what its cell is called
 * @property {string | null} keeps the gate that keeps; null where the cell has none
 * @property {number} every updates between two frames
 * @property {number} parameters
 * @property {string} carries the state that carries
 * @property {string[]} symbols
 * @property {string[]} tokens the letters of the fixed string
 * @property {(string | null)[]} answers the right symbol after each; null where nothing is asked
 * @property {Watched[]} layout
 */
/**
 * @typedef {object} FrameEvent
 * @property {number} update
 * @property {number} loss
 * @property {number} accuracy
 * @property {number} length of the gradient, before clipping
 * @property {Record<string, number[]>} gradient
 * @property {Record<string, number[]>} reach
 * @property {string} block
 */
/** @typedef {{ updates: number, loss: number, accuracy: number, learned: number | null, seconds: number }} Outcome */
/** @typedef {Omit<FrameEvent, 'block'> & { rows: Map<string, Float32Array> }} CourseFrame `rows`: a watched signal's numbers, letter by letter */

export class Course {
  /** @param {CourseStart} start */
  constructor(start) {
    this.start = start;
    /** @type {CourseFrame[]} */
    this.frames = [];
    /** @type {Outcome | null} */
    this.outcome = null;
  }

  /** @param {FrameEvent} event */
  take({ block, ...told }) {
    const values = decode(block);
    const rows = new Map();
    let from = 0;
    for (const { signal, units } of this.start.layout) {
      const to = from + units * this.start.tokens.length;
      rows.set(signal, values.subarray(from, to));
      from = to;
    }
    this.frames.push({ ...told, rows });
  }

  /** The frame at a place, the last one if there is none so far. @param {number} index */
  at(index) {
    return this.frames[Math.min(index, this.frames.length - 1)];
  }

  /** The name of the net as it is in a frame. @param {CourseFrame} frame */
  nameAt({ update }) {
    return this.start.model.replace(/-n\d+$/, `-n${update}`);
  }

  /** The first update that was seen at which every check string was right, up to a frame. @param {number} index */
  learned(index) {
    return this.frames.slice(0, index + 1).find(({ accuracy }) => accuracy === 1)?.update ?? null;
  }

  /** How many frames there will be. */
  get total() {
    return 1 + Math.ceil(this.start.setup.steps / this.start.every);
  }

  /** What is said after a letter of the fixed string, most probable first. @param {CourseFrame} frame @param {number} t */
  said(frame, t) {
    const { symbols } = this.start;
    const p = frame.rows.get('p') ?? new Float32Array();
    return symbols.map((symbol, k) => ({ symbol, p: p[t * symbols.length + k] ?? 0 })).sort((one, other) => other.p - one.p);
  }
}

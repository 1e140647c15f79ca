/**
 * The page's state: one table of fields, each mirrored in the address, so that a link is a moment. The run request comes
 * first, in its one written form; the moment in it follows.
 */

import { RunRequest } from './run-request.js';
import { PARAMETERS } from './writing.js';

/**
 * @typedef {object} State
 * @property {string} model
 * @property {string} text
 * @property {readonly string[]} clamps valves that are held
 * @property {readonly string[]} scales weights that are scaled
 * @property {import('./writing.js').Written} writing how it writes on
 * @property {number} t word, from 0
 * @property {number} phase
 * @property {number} unit
 * @property {string} layer
 * @property {string} signal shown in the heatmap
 * @property {string} view heatmap or line
 * @property {string} dock the view below the belt
 * @property {string} against the run beside it, in its written form; nothing for none
 * @property {'unit' | 'mean'} map what the cells of the overview say
 * @property {number} speed
 * @property {string} theme system, light or dark
 * @property {boolean} controls
 * @property {boolean} present to be read from afar
 * @property {boolean} autoplay
 */

/** @typedef {{ initial: any, parse: (text: string) => any }} Field */
/** @typedef {(state: State, push: boolean) => void} Write where the state is mirrored; push makes a place that Back returns to */

/** @param {string} initial */
const words = (initial) => ({ initial, parse: (/** @type {string} */ text) => text });
/** @param {number} initial */
const count = (initial) => ({
  initial,
  parse: (/** @type {string} */ text) => (/^\d{1,6}$/.test(text) ? Number(text) : initial),
});
/** @param {any[]} options the first is the initial one */
const oneOf = (options) => ({
  initial: options[0],
  parse: (/** @type {string} */ text) => options.find((option) => String(option) === text) ?? options[0],
});
/** @param {boolean} initial */
const flag = (initial) => ({
  initial,
  parse: (/** @type {string} */ text) => text !== '0',
});

/** A run in its one written form, inside the address of another; nothing where it names no text. @type {Field} */
const run = {
  initial: '',
  parse(text) {
    const found = RunRequest.parse(text);
    return found.text === '' ? '' : String(found);
  },
};

export const SPEEDS = [1, 0.25, 0.5, 2, 4];

/** All but the run request. @type {Record<Exclude<keyof State, 'model' | 'text' | 'clamps' | 'scales' | 'writing'>, Field>} */
export const FIELDS = {
  t: count(0),
  phase: count(0),
  unit: count(0),
  layer: words('layer0'),
  signal: words('c'),
  view: oneOf(['heatmap', 'line']),
  dock: oneOf(['numbers', 'gradient', 'ledger', 'compare', 'units', 'curves']),
  against: run,
  map: oneOf(['unit', 'mean']),
  speed: oneOf(SPEEDS),
  theme: oneOf(['system', 'light', 'dark']),
  controls: flag(true),
  present: flag(false),
  autoplay: flag(false),
};

/** What says how the page looks and moves, and nothing of what it shows. */
const MANNERS = ['theme', 'speed', 'controls', 'present'];
/** What an address may ask to be shown. */
const ASKED = ['model', 'text', 'clamp', 'scale', ...PARAMETERS, ...Object.keys(FIELDS).filter((key) => !MANNERS.includes(key))];
/** The fields of a moment, which an address with a run in it has all of. */
const MOMENT = ['t', 'phase', 'unit', 'layer', 'signal'];

/**
 * Whether an address asks for nothing: only then may the page choose for the reader.
 * @param {string} search
 */
export const isFresh = (search) => [...new URLSearchParams(search).keys()].every((key) => !ASKED.includes(key));

/** The run that a state asks for. @param {State} state */
export const requestOf = ({ model, text, clamps, writing, scales }) => new RunRequest(model, text, clamps, writing, scales);

/**
 * @param {string} search
 * @returns {State}
 */
export function parse(search) {
  const given = new URLSearchParams(search);
  const entries = Object.entries(FIELDS).map(([key, field]) => {
    const text = given.get(key);
    return [key, text === null ? field.initial : field.parse(text)];
  });
  return /** @type {State} */ ({ ...RunRequest.parse(given), ...Object.fromEntries(entries) });
}

/**
 * The address's search part. Once a run is known it says all of it and all of the moment, so that it can lead nowhere else;
 * of the rest, what differs from the initial state.
 * @param {State} state @param {Partial<State>} [changes]
 */
export function format(state, changes = {}) {
  const now = { ...state, ...changes };
  const search = requestOf(now).query;
  const known = now.model !== '' && now.text !== '';
  for (const key of ['model', 'text']) if (search.get(key) === '') search.delete(key);
  for (const [key, { initial }] of Object.entries(FIELDS)) {
    const value = now[/** @type {keyof State} */ (key)];
    if (value !== initial || (known && MOMENT.includes(key))) search.set(key, typeof value === 'boolean' ? String(Number(value)) : String(value));
  }
  return `?${search}`;
}

/** The state, its listeners, and where it is mirrored. */
export class Store {
  /** @param {State} state @param {Write} [write] nowhere if absent: the state is in memory alone */
  constructor(state, write = () => {}) {
    this.state = state;
    this.write = write;
    /** @type {((state: State) => void)[]} */
    this.listeners = [];
  }

  /** @param {(state: State) => void} listener */
  subscribe(listener) {
    this.listeners.push(listener);
  }

  /** Takes over what its mirror says by now. @param {State} state */
  restore(state) {
    this.state = state;
    for (const listener of this.listeners) listener(state);
  }

  /**
   * @param {Partial<State>} changes @param {{ push?: boolean }} [how] push makes a place that Back returns to
   */
  set(changes, { push = false } = {}) {
    this.restore({ ...this.state, ...changes });
    this.write(this.state, push);
  }
}

/**
 * The page's state: one table of fields, each mirrored in the address, so that a link is a moment.
 */

/**
 * @typedef {object} State
 * @property {string} model
 * @property {string} text
 * @property {number} t word, from 0
 * @property {number} phase
 * @property {number} unit
 * @property {string} layer
 * @property {string} signal shown in the heatmap
 * @property {string} view heatmap or line
 * @property {'unit' | 'mean'} map what the cells of the overview say
 * @property {number} speed
 * @property {string} theme system, light or dark
 * @property {boolean} controls
 * @property {boolean} autoplay
 */

/** @typedef {{ initial: any, parse: (text: string) => any }} Field */

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

export const SPEEDS = [1, 0.25, 0.5, 2, 4];

/** @type {Record<keyof State, Field>} */
export const FIELDS = {
  model: words(''),
  text: words(''),
  t: count(0),
  phase: count(0),
  unit: count(0),
  layer: words('layer0'),
  signal: words('c'),
  view: oneOf(['heatmap', 'line']),
  map: oneOf(['unit', 'mean']),
  speed: oneOf(SPEEDS),
  theme: oneOf(['system', 'light', 'dark']),
  controls: flag(true),
  autoplay: flag(false),
};

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
  return /** @type {State} */ (Object.fromEntries(entries));
}

/**
 * The address's search part: what differs from the initial state.
 * @param {State} state @param {Partial<State>} [changes]
 */
export function format(state, changes = {}) {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...state, ...changes })) {
    const { initial } = FIELDS[/** @type {keyof State} */ (key)];
    if (value !== initial) search.set(key, typeof value === 'boolean' ? String(Number(value)) : String(value));
  }
  return `?${search}`;
}

/** The state, its listeners, and the address that mirrors it. */
export class Store {
  /** @param {string} search */
  constructor(search) {
    this.state = parse(search);
    /** @type {((state: State) => void)[]} */
    this.listeners = [];
    /** @type {ReturnType<typeof setTimeout> | null} */
    this.writing = null;
  }

  /** @param {(state: State) => void} listener */
  subscribe(listener) {
    this.listeners.push(listener);
  }

  /**
   * @param {Partial<State>} changes @param {{ push?: boolean }} [how] push makes a place that Back returns to
   */
  set(changes, { push = false } = {}) {
    this.state = { ...this.state, ...changes };
    for (const listener of this.listeners) listener(this.state);
    this.write(push);
  }

  /**
   * Browsers allow about a hundred changes of the address in half a minute, so steps are gathered.
   * @param {boolean} push
   */
  write(push) {
    if (this.writing !== null) clearTimeout(this.writing);
    const now = () => {
      this.writing = null;
      try {
        history[push ? 'pushState' : 'replaceState'](null, '', format(this.state));
      } catch {
        // A sandboxed frame may not change its address; its host gets the moment as a message.
      }
    };
    if (push) now();
    else this.writing = setTimeout(now, 150);
  }
}

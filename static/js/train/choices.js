/**
 * What is chosen on the page of live trainings: one table of fields, each mirrored in the address, so that a link is a
 * training, two of them side by side, and the moment that is looked at.
 */

/** @typedef {'a' | 'b'} Which the net on the left, the one on the right */
/**
 * @typedef {object} Choices
 * @property {string} task
 * @property {string} a cell of the first net
 * @property {number} a_bias what its forget bias begins with
 * @property {string} b cell of the second net; `none` where there is one alone
 * @property {number} b_bias
 * @property {number} units
 * @property {number} rate
 * @property {number} clip 1 or 0
 * @property {number} seed
 * @property {number} steps updates in all
 * @property {number} at the update that is looked at; −1 for none: nothing has been started
 * @property {number} speed
 * @property {string} theme
 * @property {number} present
 */

export const NONE = 'none';
export const BIASES = [0, 1, 3, 5];
export const UNITS = [4, 8, 16, 32];
export const RATES = [0.005, 0.01, 0.02, 0.05];
export const STEPS = [150, 300, 600, 1200];
export const SPEEDS = [0.5, 1, 2, 4];
export const WHICH = /** @type {const} */ (['a', 'b']);

/** @typedef {{ initial: string | number, read: (text: string) => string | number | null }} Field */

/** @param {string} initial */
const name = (initial) => ({ initial, read: (/** @type {string} */ text) => (/^[a-z_-]{1,20}$/.test(text) ? text : null) });
/** @param {number} initial */
const number = (initial) => ({ initial, read: (/** @type {string} */ text) => (/^-?\d{1,6}(\.\d{1,6})?$/.test(text) ? Number(text) : null) });

/** @type {Record<keyof Choices, Field>} */
const FIELDS = {
  task: name('first'), a: name('lstm'), a_bias: number(0), b: name('lstm'), b_bias: number(5), units: number(16),
  rate: number(0.02), clip: number(1), seed: number(0), steps: number(300), at: number(-1), speed: number(1),
  theme: name('system'), present: number(0),
};
const KEYS = /** @type {(keyof Choices)[]} */ (Object.keys(FIELDS));
/** What decides which nets come out; the rest is how they are looked at. */
const TRAINING = /** @type {const} */ (['task', 'a', 'a_bias', 'b', 'b_bias', 'units', 'rate', 'clip', 'seed', 'steps']);

/**
 * What an address chooses; the initial choice for what it leaves out or what cannot be read.
 * @param {string} search @returns {Choices}
 */
export function parse(search) {
  const given = new URLSearchParams(search);
  return /** @type {Choices} */ (Object.fromEntries(KEYS.map((key) => {
    const text = given.get(key);
    return [key, (text === null ? null : FIELDS[key].read(text)) ?? FIELDS[key].initial];
  })));
}

/** The address's search part: all that decides what is seen, and of the rest what is not as it was. @param {Choices} choices */
export function format(choices) {
  const search = new URLSearchParams();
  for (const key of KEYS) {
    const asked = TRAINING.some((one) => one === key);
    if (asked || choices[key] !== FIELDS[key].initial) search.set(key, String(choices[key]));
  }
  return `?${search}`;
}

/** The nets that are chosen. @param {Choices} choices @returns {Which[]} */
export const netsOf = (choices) => WHICH.filter((which) => choices[which] !== NONE);

/** What the server is asked for. @param {Choices} choices @param {Which} which */
export function queryOf(choices, which) {
  const { task, units, rate, clip, seed, steps } = choices;
  const asked = { task, cell: choices[which], units, forget_bias: choices[`${which}_bias`], rate, clip, seed, steps };
  return new URLSearchParams(Object.entries(asked).map(([key, value]) => [key, String(value)]));
}

/** Whether two choices ask for the same trainings. @param {Choices} one @param {Choices} other */
export const sameTraining = (one, other) => TRAINING.every((key) => one[key] === other[key]);

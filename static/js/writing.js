/**
 * How a model is asked to write on by itself, as it stands in a run request: how many symbols, how freely, from which seed.
 * Each has one written form; what says nothing is left out.
 */

/** @typedef {{ words: number, temperature: number, top_k: number, seed: number }} Writing as a trace tells of it */
/** @typedef {Readonly<Record<string, string>>} Written the parameters of a query, each in its one form; none for a run that only reads */

/** The parameters, in their order. */
export const PARAMETERS = ['write', 'temperature', 'top_k', 'seed'];
/** What each may be at most. */
export const MOST = { write: 100_000, temperature: 2, top_k: 1000, seed: 2_147_483_647 };

const COUNT = /^\d{1,10}$/;
const DECIMAL = /^(\d{1,4}(\.\d{0,16})?|\.\d{1,16})$/;

/**
 * A number in its one form; what is none, or too large, stays as it was typed, for the service to refuse.
 * @param {string} typed @param {RegExp} form @param {number} most @param {number} [digits] after the point
 */
function canonical(typed, form, most, digits = 0) {
  const value = form.test(typed) ? Number(typed) : NaN;
  return value <= most ? String(Number(value.toFixed(digits))) : typed;
}

/**
 * What is asked for, in its one form.
 * @param {Partial<Record<string, string | number>>} given
 * @returns {Written}
 */
export function canonicalWriting(given) {
  const typed = (/** @type {string} */ name) => String(given[name] ?? '0');
  const write = canonical(typed('write'), COUNT, MOST.write);
  if (write === '0') return Object.freeze({});
  const temperature = canonical(typed('temperature'), DECIMAL, MOST.temperature, 2);
  // The likeliest symbol is the same for every seed, and among however many.
  if (temperature === '0') return Object.freeze({ write });
  const whole = { write, temperature, top_k: canonical(typed('top_k'), COUNT, MOST.top_k), seed: canonical(typed('seed'), COUNT, MOST.seed) };
  return Object.freeze(Object.fromEntries(Object.entries(whole).filter(([, text]) => text !== '0')));
}

/** A trace's writing as parameters. @param {Writing | null} writing @returns {Written} */
export const parametersOf = (writing) => (writing ? canonicalWriting({ write: writing.words, ...writing }) : canonicalWriting({}));

/** Tasks whose symbols are what the model reads. */
const READ_AGAIN = ['next-word', 'next-letter', 'forecast'];

/** Whether one of several symbols that it says can be picked to be read. @param {Pick<import('./api.js').ModelEntry, 'task' | 'layers'>} entry */
export const canPick = (entry) => canWrite(entry) && entry.task !== 'forecast';

/** Whether a model can go on by itself: what it says is what it reads, and nothing in it waits for what comes later. @param {Pick<import('./api.js').ModelEntry, 'task' | 'layers'>} entry */
export const canWrite = ({ task, layers }) => READ_AGAIN.includes(task) && layers.every(({ direction }) => direction === 'forward');

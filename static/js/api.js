/**
 * The shapes of what a service answers, and JSON from it. Every failure becomes one shape.
 */

/** @typedef {{ code: string, message: string, expected: string, action: string, field: string | null }} Failure */
/** @typedef {import('./formula.js').Tree} Tree */
/** @typedef {import('./gates.js').Signal & { tree: Tree | null }} SignalEntry */
/** @typedef {{ name: string, kind: string, cell: string, title: string, short: string, direction: string, units: number, inputs: number, signals: SignalEntry[], states: string[], valves: string[], belt: import('./formula.js').Belt | null }} LayerEntry valves are the signals that can be held */
/**
 * @typedef {object} Wording
 * @property {string} step what one step reads
 * @property {string} steps more than one of it
 * @property {string} whole all of them together
 * @property {string} label what the box is for
 * @property {string} ask what it says while it is empty
 */
/** @typedef {{ learned: string, good_at: string, gets_wrong: string, tries: string[] }} Scope in plain words; tries are texts to try it with */
/** @typedef {{ unless: string | null, unknown: boolean, says: string }} Notice told where the whole text does not match `unless`, or where `unknown` and a token is not known */
/**
 * @typedef {object} ModelEntry
 * @property {string} name
 * @property {string} title
 * @property {string} description
 * @property {number} parameters numbers in its weights
 * @property {{ name: string, licence: string, source: string }[]} data what it learned from, and by what right
 * @property {Record<string, unknown>} scores
 * @property {string[]} measured what of the scores can be told in sentences
 * @property {string} group what it teaches: the heading under which it is listed
 * @property {string} task
 * @property {'words' | 'letters' | 'numbers'} reads
 * @property {string[]} symbols the letters that it knows, for a model that reads letters
 * @property {{ width: number, filters: number } | null} letters how it reads words by their letters; null where it does not
 * @property {string[]} outputs classes or output symbols, where it has any of its own
 * @property {string} architecture
 * @property {string} cell
 * @property {number} units
 * @property {LayerEntry[]} layers
 * @property {string[]} examples
 * @property {Partial<Wording>} wording what it reads, in words of its own
 * @property {Scope} [scope] what may be expected of it
 * @property {Notice[]} [notices] what is told of a text that is outside of what it learned
 */
/** @typedef {{ models: ModelEntry[], default: string, limits: { characters: number, steps: number } }} Models */
/** @typedef {{ signal: string, unit: number, value: number, formula: Tree | null, tree: Tree | null }} Written both null for what no formula can say */
/** @typedef {{ t: number, token: string, layer: string, unit: number, model: string, text: string, signals: Written[] }} Arithmetic */

/** @typedef {{ layer: string, unit: number, h: number, weight: number, product: number }} LogitTerm what one unit adds */
/**
 * @typedef {object} Logit what a model says at one step, written out
 * @property {string} model
 * @property {string} text
 * @property {number | null} t null for what is said of the whole text
 * @property {string | null} token
 * @property {string} symbol
 * @property {LogitTerm[]} terms
 * @property {number} bias
 * @property {number} sum the logit, or how many usual steps a forecast goes
 * @property {number} [log_sum_exp] of a choice
 * @property {number} [probability] of a choice
 * @property {number} [last] of a forecast: the number that was read
 * @property {number} [step] of a forecast: how large a step of the series usually is
 * @property {number} [value] of a forecast: last + step · sum
 */

/** @typedef {{ place: number, index: number, input: number, weight: number, product: number }} FilterTerm a number of a letter's vector, times its weight */
/** @typedef {{ t: number, token: string, filter: number, from: number, to: number, terms: FilterTerm[], bias: number, sum: number, value: number }} FilterSum a letter filter's strongest answer to a word, written out */

/** @typedef {{ a: number | null, b: number | null, same: boolean }} Pair two steps that stand for each other */
/** @typedef {{ a: string, b: string, differs: boolean, distance: number | null, words: [string, number | null, number | null][] }} BothSay what both say at a pair */
/** @typedef {{ layer: string, signal: string, pair: number, unit: number, value: number, mean: number }} LargestDifference */
/** @typedef {{ layer: string, signal: string, values: (number[] | null)[] }} Difference a − b, a row a pair */
/** @typedef {{ model: { name: string, task: string, sha256: string }, text: string, clamps: string[], tokens: import('./reading.js').Token[] }} ComparedRun */
/**
 * @typedef {object} Comparison a run against another
 * @property {ComparedRun} a
 * @property {ComparedRun} b
 * @property {boolean} same_weights
 * @property {Pair[]} pairs
 * @property {(BothSay | null)[]} said by pair
 * @property {number | null} parts the first pair at which they do not say the same
 * @property {BothSay | null} answer
 * @property {LargestDifference[]} largest by signal
 * @property {Difference[]} differences of the signals that were asked for
 */

/** A failure that can be thrown. */
export class ApiError extends Error {
  /** @param {Failure} failure */
  constructor(failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** What is told when no answer comes at all. */
export const NO_ANSWER = {
  code: 'no_answer',
  message: 'The server does not answer.',
  expected: 'It should answer within a moment.',
  action: 'Check that it runs and that the network is up, then try again.',
  field: null,
};

/**
 * @param {string} url @param {AbortSignal} [signal]
 * @returns {Promise<unknown>}
 */
export async function getJson(url, signal) {
  const answer = await fetch(url, signal ? { signal } : {}).catch((error) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(NO_ANSWER);
  });
  const body = await answer.json().catch(() => ({ error: NO_ANSWER }));
  if (!answer.ok) throw new ApiError(body.error ?? NO_ANSWER);
  return body;
}

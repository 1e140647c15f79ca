/**
 * What a model reads and what it says, in words: the one place that knows how a step, a text and an answer are called.
 */

/** @typedef {import('./api.js').ModelEntry} ModelEntry */
/** @typedef {import('./api.js').Wording} Wording */

/** The sign with which an answer ends. */
export const STOP = '⏹';

/** @type {Record<string, Wording>} */
const READS = {
  words: { step: 'word', steps: 'words', whole: 'sentence', label: 'Sentence', ask: 'Type a sentence of your own' },
  letters: { step: 'letter', steps: 'letters', whole: 'text', label: 'Letters', ask: 'Type letters of your own' },
  numbers: { step: 'number', steps: 'numbers', whole: 'series', label: 'Series', ask: 'Type or paste numbers of your own' },
};

/** What a model reads, in general words or in its card's own. @param {Pick<ModelEntry, 'reads' | 'wording'>} entry @returns {Wording} */
export function readingOf({ reads, wording }) {
  const found = READS[reads];
  if (!found) throw new RangeError(`no model reads ${reads}`);
  return { ...found, ...wording };
}

/** What to know before typing; nothing for a sentence. @param {Pick<ModelEntry, 'reads' | 'symbols'>} entry */
export function hintOf({ reads, symbols }) {
  if (reads === 'numbers') return 'With a decimal point, separated by spaces, commas, semicolons or lines; a pasted column will do';
  if (reads !== 'letters' || !symbols.length) return '';
  const breaks = symbols.includes('↵') ? ' · a line break is ↵, or Shift and Enter' : '';
  return `Letters it knows: ${letterList(symbols.filter((symbol) => symbol !== '↵' && symbol !== STOP))}${breaks}`;
}

/**
 * How the model reads a token.
 * @param {Pick<ModelEntry, 'reads' | 'letters' | 'layers'>} entry @param {boolean} known
 */
export function wayOf({ reads, letters, layers }, known) {
  if (reads === 'numbers') return 'is read as its step and its level, measured by all that came so far';
  if (layers.some(({ kind }) => kind === 'convolution')) return 'is read by its letters, like every word';
  const table = reads === 'letters' ? 'table of letters' : 'word table';
  if (known) return `is looked up in the ${table}`;
  return letters ? `is not in the ${table}, so it is read by its letters` : `is not in the ${table}, so nothing is read from it`;
}

/**
 * What a trace alone tells, by its task: how what it says is called, a step of it, and all that it reads.
 * @type {Record<string, { says: string, step: string, whole: string }>}
 */
const TASKS = {
  'next-word': { says: 'next word', step: 'word', whole: 'sentence' },
  'next-letter': { says: 'next letter', step: 'letter', whole: 'text' },
  class: { says: 'both ends say', step: 'word', whole: 'sentence' },
  transduce: { says: 'it says', step: 'step', whole: 'text' },
  forecast: { says: 'next number', step: 'number', whole: 'series' },
};

/** @param {string} task */
export const taskOf = (task) => TASKS[task] ?? { says: 'it says', step: 'step', whole: 'text' };

/** What one place in a layer's vectors is called. @param {{ kind: string }} layer */
export const unitWord = ({ kind }) => (kind === 'convolution' ? 'filter' : 'unit');

/** @param {string} text */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The kind of its layers, the uppermost's: "coupled-gate LSTM". @param {Pick<ModelEntry, 'layers' | 'cell'>} entry */
export const cellOf = ({ layers, cell }) => layers.at(-1)?.short ?? cell;

/** What the page shows, for titles: "A sentence inside an LSTM". @param {Pick<ModelEntry, 'reads' | 'wording' | 'layers' | 'cell'>} entry */
export function sceneTitle(entry) {
  const cell = cellOf(entry);
  return `A ${readingOf(entry).whole} inside ${/^([AEIOaeiou]|LSTM|RNN|[FHLMNRSX][A-Z])/.test(cell) ? 'an' : 'a'} ${cell}`;
}

/** Signs for what is read and cannot be seen. @type {Record<string, { sign: string, name: string }>} */
const UNSEEN = {
  ' ': { sign: '␣', name: 'a space' }, '\n': { sign: '↵', name: 'a line break' },
  '↵': { sign: '↵', name: 'a line break' }, [STOP]: { sign: '■', name: 'the sign for the end' },
};

/** A token as it is shown: a space and a line break have a sign. @param {string} text */
export const glyph = (text) => UNSEEN[text]?.sign ?? text;

/** A token as it is read out. @param {string} text */
export const spoken = (text) => UNSEEN[text]?.name ?? text;

/** A token inside a sentence: “dog”, “e”, a space. @param {string} text */
export const quoted = (text) => UNSEEN[text]?.name ?? `“${text}”`;

/** The order in which a person lists letters: the alphabet, digits, all others. */
const ORDER = [/\p{Ll}/u, /\p{Lu}/u, /\p{L}/u, /\p{Nd}/u, /./su];

/** @param {string} letter */
const kindOf = (letter) => ORDER.findIndex((kind) => kind.test(letter));

/**
 * Which letters a model knows, as a person would list them: "a–z 0–9 , ␣".
 * @param {readonly string[]} symbols single letters
 */
export function letterList(symbols) {
  const code = (/** @type {string} */ letter) => letter.codePointAt(0) ?? 0;
  const sorted = [...new Set(symbols)].sort((a, b) => kindOf(a) - kindOf(b) || code(a) - code(b));
  /** @type {string[][]} */
  const runs = [];
  for (const letter of sorted) {
    const last = runs.at(-1)?.at(-1);
    const follows = last !== undefined && code(letter) === code(last) + 1 && kindOf(letter) === kindOf(last) && kindOf(letter) < ORDER.length - 1;
    if (follows) runs.at(-1)?.push(letter);
    else runs.push([letter]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.map(glyph).join(' '))).join(' ');
}

/** What to begin with where a model brings no example. @param {Pick<ModelEntry, 'reads' | 'symbols'>} entry */
const plainExample = ({ reads, symbols }) => ({ words: 'one two three', letters: symbols.filter((symbol) => symbol !== STOP).slice(0, 8).join(''), numbers: '1 2 4 7 11 16' })[reads];

/** The text that a model is shown with before anybody has typed one. @param {ModelEntry} entry @returns {string} */
export const exampleOf = (entry) => entry.examples[0] ?? plainExample(entry);

/** Tasks that take any sentence, whatever it is about. */
const FREE = ['next-word', 'class'];

/**
 * The text to show when another model is chosen: the present one where it makes sense there, else the first example.
 * @param {ModelEntry} to @param {ModelEntry | undefined} from @param {string} text
 */
export function textFor(to, from, text) {
  if (from === undefined) return exampleOf(to);
  const typed = !from.examples.includes(text);
  const alike = to.reads === from.reads && (to.task === from.task || (typed && FREE.includes(to.task) && FREE.includes(from.task)));
  const readable = to.symbols.length === 0 || [...text].every((letter) => to.symbols.includes(letter === '\n' ? '↵' : letter));
  return alike && readable ? text : exampleOf(to);
}

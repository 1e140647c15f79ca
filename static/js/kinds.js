/**
 * What a model reads and what it says, in words: the one place that knows how a step, a text and an answer are called.
 */

/** @typedef {import('#js/api.js').ModelEntry} ModelEntry */
/**
 * @typedef {object} Reading
 * @property {string} step what one step reads
 * @property {string} steps more than one of it
 * @property {string} whole all of them together
 * @property {string} label what the box is for
 * @property {string} ask what it says while it is empty
 */

/** @type {Record<string, Reading>} */
const READS = {
  words: { step: 'word', steps: 'words', whole: 'sentence', label: 'Sentence', ask: 'Type a sentence of your own' },
  letters: { step: 'letter', steps: 'letters', whole: 'text', label: 'Letters', ask: 'Type letters of your own' },
  numbers: { step: 'number', steps: 'numbers', whole: 'series', label: 'Series', ask: 'Type or paste numbers of your own' },
};

/** Models that ask for something narrower than what they read. @type {Record<string, Partial<Reading>>} */
const NARROWER = {
  dates: { whole: 'date', label: 'Date', ask: 'Type a date as you would write it by hand' },
  'english-french': { label: 'English', ask: 'Type a short English sentence' },
  counter: { ask: 'Type some a’s, then b’s' },
};

/** @param {Pick<ModelEntry, 'reads' | 'name'>} entry @returns {Reading} */
export function readingOf({ reads, name }) {
  const found = READS[reads];
  if (!found) throw new RangeError(`no model reads ${reads}`);
  return { ...found, ...NARROWER[name] };
}

/** What to know before typing; nothing for a sentence. @param {Pick<ModelEntry, 'reads' | 'symbols'>} entry */
export function hintOf({ reads, symbols }) {
  if (reads === 'numbers') return 'Numbers with a decimal point, separated by spaces, commas, semicolons or lines: a column pasted from a spreadsheet will do.';
  if (reads !== 'letters' || !symbols.length) return '';
  const breaks = symbols.includes('↵') ? ' A line break is ↵, or Shift and Enter.' : '';
  return `It knows the letters ${letterList(symbols.filter((symbol) => symbol !== '↵'))}.${breaks}`;
}

/**
 * How the model reads a token.
 * @param {Pick<ModelEntry, 'reads' | 'letters' | 'architecture'>} entry @param {boolean} known
 */
export function wayOf({ reads, letters, architecture }, known) {
  if (reads === 'numbers') return 'is read as two numbers: how far it went from the one before, and how far it stands from the mean, measured by all that came so far';
  if (architecture === 'cnn_lstm') return 'is read by its letters, like every word';
  const table = reads === 'letters' ? 'table of letters' : 'word table';
  if (known) return `is looked up in the ${table}`;
  return letters ? `is not in the ${table}, so it is read by its letters` : `is not in the ${table}, so nothing is read from it`;
}

/** What a step says, by the model's task. @type {Record<string, string>} */
const SAYS = {
  'next-word': 'next word', 'next-letter': 'next letter', class: 'belief', transduce: 'says', forecast: 'next number',
};

/** @param {string} task */
export const saysOf = (task) => SAYS[task] ?? 'says';

/** Cells as the field calls them. @type {Record<string, string>} */
const CELLS = { rnn: 'RNN', lstm: 'LSTM', peephole: 'peephole LSTM', 'peephole-fi': 'peephole LSTM', cifg: 'LSTM with coupled gates', gru: 'GRU', 'gru-before': 'GRU' };

/** @param {string} cell */
export const cellName = (cell) => CELLS[cell] ?? cell;

/** What the page shows, for titles: "A sentence inside an LSTM". @param {Pick<ModelEntry, 'reads' | 'name' | 'cell'>} entry */
export function sceneTitle(entry) {
  const cell = cellName(entry.cell);
  return `A ${readingOf(entry).whole} inside ${/^(LSTM|RNN)/.test(cell) ? 'an' : 'a'} ${cell}`;
}

/** Signs for what is read and cannot be seen. @type {Record<string, { sign: string, name: string }>} */
const UNSEEN = {
  ' ': { sign: '␣', name: 'a space' }, '\n': { sign: '↵', name: 'a line break' },
  '↵': { sign: '↵', name: 'a line break' }, '⏹': { sign: '■', name: 'the sign for the end' },
};

/** A token as it is shown: a space and a line break have a sign. @param {string} text */
export const glyph = (text) => UNSEEN[text]?.sign ?? text;

/** A token inside a sentence: “dog”, “e”, a space. @param {string} text */
export const quoted = (text) => UNSEEN[text]?.name ?? `“${text}”`;

/**
 * Which letters a model knows, as a person would list them: runs of neighbours are drawn together.
 * @param {readonly string[]} symbols single letters
 */
export function letterList(symbols) {
  const codes = [...new Set(symbols)].map((symbol) => /** @type {number} */ (symbol.codePointAt(0))).sort((a, b) => a - b);
  /** @type {[number, number][]} */
  const runs = [];
  for (const code of codes) {
    const last = runs.at(-1);
    const follows = last !== undefined && code === last[1] + 1 && /[a-z0-9]/i.test(String.fromCodePoint(code));
    if (follows && /[a-z0-9]/i.test(String.fromCodePoint(last[0]))) last[1] = code;
    else runs.push([code, code]);
  }
  const text = (/** @type {number} */ code) => glyph(String.fromCodePoint(code));
  return runs.flatMap(([from, to]) => (to - from < 2 ? Array.from({ length: to - from + 1 }, (_, k) => text(from + k)) : [`${text(from)}–${text(to)}`])).join(' ');
}

/** Tasks that take any sentence, whatever it is about. */
const FREE = ['next-word', 'class'];

/**
 * The text to show when another model is chosen: the present one where it makes sense there, else the first example.
 * @param {ModelEntry} to @param {ModelEntry | undefined} from @param {string} text
 */
export function textFor(to, from, text) {
  const [example] = to.examples;
  if (example === undefined || from === undefined) return example ?? text;
  const typed = !from.examples.includes(text);
  const alike = to.reads === from.reads && (to.task === from.task || (typed && FREE.includes(to.task) && FREE.includes(from.task)));
  const readable = to.symbols.length === 0 || [...text].every((letter) => to.symbols.includes(letter === '\n' ? '↵' : letter));
  return alike && readable ? text : example;
}

/**
 * The text that a model has read up to a step, and one symbol more, as a person would have typed it.
 */

/** @typedef {import('./trace.js').TraceData} TraceData */

const BREAK = '↵';
const CLOSES = /^(?:[.,;:!?…)\]]|'s)$/; // stands close to what is before it
const OPENS = /[([]$/;
const RUNS = /[.…-]$/; // two of these in a row would be read as one

/**
 * Whether a space stands between a text and the word that follows.
 * @param {string} text @param {string} word
 */
function apart(text, word) {
  if (text === '' || /\s$/.test(text) || OPENS.test(text)) return false;
  const quotes = (text.match(/"/g) ?? []).length % 2;
  if (quotes === 1 && text.endsWith('"')) return false;
  if (word === '"') return quotes === 0;
  return !CLOSES.test(word) || (RUNS.test(text) && RUNS.test(word));
}

/** @param {string} text @param {string} word */
const withWord = (text, word) => `${text}${apart(text, word) ? ' ' : ''}${word}`;

/** @param {string} text @param {string} letter */
const withLetter = (text, letter) => `${text}${letter === BREAK ? '\n' : letter}`;

/**
 * What was typed, up to the end of its token k; tokens are found in it one after the other.
 * @param {string} text @param {readonly string[]} tokens up to the last that is wanted
 */
function typedUpTo(text, tokens) {
  let at = 0;
  for (const token of tokens) {
    const found = text.indexOf(token, at);
    if (found < 0) return tokens.join(' ');
    at = found + token.length;
  }
  return text.slice(0, at);
}

/**
 * The text up to the end of step t, what the model wrote among it, and after it a symbol that it says there.
 * @param {Pick<TraceData, 'text' | 'tokens'>} trace @param {'words' | 'letters' | 'numbers'} reads @param {number} t @param {string} symbol
 */
export function continued({ text, tokens }, reads, t, symbol) {
  const till = tokens.slice(0, t + 1);
  const read = till.filter(({ role }) => role !== 'written').map((token) => token.text);
  const more = [...till.slice(read.length).map((token) => token.text), symbol];
  if (reads === 'letters') return [...read, ...more].reduce(withLetter, '');
  if (reads === 'numbers') return [...read, ...more].join(' ');
  return more.reduce(withWord, typedUpTo(text, read));
}

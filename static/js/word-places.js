/**
 * Where the words of a text stand in it. Pure.
 */

/** @typedef {{ text: string, role?: string }} Token */

/**
 * The place [from, to) of token t; null for what was not typed, or stands nowhere.
 * @param {string} text @param {readonly Token[]} tokens @param {number} t
 * @returns {[number, number] | null}
 */
export function placeOf(text, tokens, t) {
  let end = 0;
  for (const [k, { text: word, role }] of tokens.entries()) {
    if (role !== undefined) return null;
    const from = text.indexOf(word, end);
    if (from < 0) return null;
    end = from + word.length;
    if (k === t) return [from, end];
  }
  return null;
}

/** The text with something else in a place; with nothing in it, the gap closes. @param {string} text @param {[number, number]} place @param {string} word */
export function replaced(text, [from, to], word) {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  return word === '' && /\s$/.test(before) ? before + after.replace(/^\s+/, '') : before + word + after;
}

/**
 * What a model's card tells a person whose text is outside of what the model learned, beside its honest output.
 */

import { quoted } from './wording.js';

/** @typedef {import('./api.js').Notice} Notice */

/** Whether a whole text is as a pattern says. @param {string} pattern @param {string} text */
const matches = (pattern, text) => new RegExp(`^(?:${pattern})$`, 'ui').test(text.trim());

/**
 * @param {readonly Notice[]} notices
 * @param {{ text: string, tokens: readonly { text: string, known: boolean }[] }} trace
 * @returns {string[]}
 */
export function noticesFor(notices, { text, tokens }) {
  const lacking = [...new Set(tokens.filter(({ known }) => !known).map((token) => token.text))];
  return notices.flatMap(({ unless, unknown, says }) => {
    const outside = unless !== null && !matches(unless, text);
    if (!outside && !(unknown && lacking.length)) return [];
    return [says.replaceAll('{words}', lacking.map(quoted).join(', '))];
  });
}

/**
 * Pairs of sentences whose difference is worth seeing, by what a model does with what it reads. Both are the models' own
 * ground: what is said of them differs where they do.
 */

/** @typedef {{ label: string, a: string, b: string }} SentencePair */

const YEARS = 'and after all these years she still speaks fluent';

/** @type {Record<string, readonly SentencePair[]>} */
const PAIRS = {
  'next-word words': [
    { label: 'France, or Germany', a: `Anna grew up in France ${YEARS}`, b: `Anna grew up in Germany ${YEARS}` },
    { label: 'a man’s name, or a woman’s', a: 'Tom was tired after the long day at work, so', b: 'Anna was tired after the long day at work, so' },
    { label: 'one dog, or three', a: 'The dog that chased the cats', b: 'The dogs that chased the cat' },
  ],
  'class words': [
    { label: 'good, or not good', a: 'The film was good.', b: 'The film was not good.' },
    { label: 'what comes after “but”', a: 'It was slow, but I loved it.', b: 'I loved it, but it was slow.' },
  ],
  'transduce words': [{ label: 'with “not”, and without', a: 'She loves him.', b: 'She does not love him.' }],
  'transduce letters': [{ label: 'May, or March', a: 'Tuesday, 5 May 1998', b: 'Tuesday, 5 March 1998' }],
  'next-letter letters': [{ label: 'three a, or four', a: 'aaabbb', b: 'aaaabbb' }],
};

/** Whether a model knows the letters of a text, as capitals or not. @param {Pick<import('./api.js').ModelEntry, 'symbols'>} entry @param {string} text */
export const readable = ({ symbols }, text) => symbols.length === 0 || [...text.replaceAll('\n', '↵')].every((letter) => symbols.includes(letter) || symbols.includes(letter.toLowerCase()));

/** The pairs for a model. @param {Pick<import('./api.js').ModelEntry, 'task' | 'reads' | 'symbols'>} entry */
export const pairsFor = ({ task, reads, symbols }) => (PAIRS[`${task} ${reads}`] ?? []).filter(({ a, b }) => readable({ symbols }, a + b));

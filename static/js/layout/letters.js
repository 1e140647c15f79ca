/**
 * The letters of a word and the filters over them, as plain data: no recurrent cell, so it has a picture of its own.
 */

/** @typedef {import('#js/api.js').SignalEntry} SignalEntry */

/** @type {import('#js/layout/types.js').Phase[]} */
export const phases = [
  { name: 'spell', title: 'Letters', signals: [] },
  { name: 'fire', title: 'Filters', signals: ['fired', 'at'] },
];

/** What the charts offer of it. @type {SignalEntry[]} */
export const signals = [
  {
    name: 'fired', role: 'output', range: [0, null], label: 'filters', formula: 'fired', tree: { op: 'name', name: 'fired' },
    description: 'How strongly each filter answered to the letters that fit it best.',
  },
];

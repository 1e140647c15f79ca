/**
 * The picture of a layer that the page does not know, made from its declared signals alone: strips in the order of their
 * formulas, a phase a level of them, wires from each named input, boxes with the operation.
 */

import { capital } from '../wording.js';
import { across } from './declared-across.js';
import { down } from './declared-down.js';
import { graphOf } from './declared-graph.js';
import { sayNew, sayRead } from './declared-says.js';
import { formOf } from './parts.js';
import { PREDICT } from './step.js';

/** @typedef {import('../gates.js').Signal} Signal */

const TITLE = 18; // letters of a phase's title
const MANY = /** @type {Record<string, string>} */ ({ gate: 'Gates', candidate: 'Candidates', product: 'Products', state: 'States', output: 'Outputs' });

/** @param {readonly Signal[]} signals new in a phase @param {number} level */
function titleOf(signals, level) {
  const [first] = signals;
  const labels = capital(signals.map(({ label }) => label).join(', '));
  if (labels.length <= TITLE) return labels;
  const alike = signals.length > 1 && signals.every(({ role }) => role === first?.role);
  return (alike && MANY[first?.role ?? '']) || `Step ${level}`;
}

/**
 * @param {import('./types.js').LayerInfo} layer
 * @returns {import('./types.js').Picture}
 */
export function pictureFrom(layer) {
  const graph = graphOf(layer);
  const states = new Set(graph.parts.flatMap(({ name, source }) => (source === 'previous' ? [name] : [])));
  const [sources = [], ...levels] = graph.levels;
  const phases = [
    { name: 'read', title: 'Read', signals: sources.flatMap(({ name, source }) => (source === 'now' ? [name] : [])), say: sayRead(states.size > 0) },
    ...levels.map((parts, k) => {
      const signals = parts.map(({ name }) => name);
      const declared = layer.signals.filter(({ name }) => signals.includes(name));
      const title = titleOf(declared, k + 1);
      return { name: title.toLowerCase(), title, signals, say: sayNew(declared, states) };
    }),
    PREDICT,
  ];
  return {
    phases, memory: null,
    layout: (size, info) => (formOf(size) === 'phone' ? null : across(size, info, phases, graph)) ?? down(size, info, phases, graph),
  };
}

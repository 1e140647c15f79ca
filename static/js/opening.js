/**
 * What is opened for somebody who named no moment: the unit that is met first, and where it all ends. Pure.
 */

import { namedUnits } from './named-units.js';
import { strongest } from './narration/measures.js';
import { routeIn, settled } from './scene.js';

/** @typedef {import('./trace.js').TraceData} TraceData */
/** @typedef {import('./api.js').Models} Models */
/** @typedef {import('./api.js').LayerEntry} LayerEntry */
/** @typedef {Partial<import('./state.js').State>} Choice */

/**
 * The signal in which a layer remembers: its cell state, or else its hidden state.
 * @param {LayerEntry} layer
 */
export const memoryOf = ({ signals }) => ['state', 'output'].flatMap((wanted) => signals.find(({ role }) => role === wanted) ?? []).at(0) ?? null;

/** The unit that holds most in the end. @param {TraceData} trace @param {LayerEntry} layer */
function fullest(trace, layer) {
  const memory = memoryOf(layer);
  const last = Math.min(trace.span(layer.name)[1], trace.length) - 1;
  return memory ? strongest(trace.values(layer.name, memory.name, last), Math.abs) : 0;
}

/**
 * The unit to meet in a trace that is here whole: one that was found to follow something, else the one that does most for
 * what is said last, else the one that holds most in the end. A network that counts is seen by its count.
 * @param {TraceData} trace @param {Models} models @param {string} shown the layer that is unfolded
 * @returns {Choice}
 */
export function unitToMeet(trace, { models }, shown) {
  const entry = models.find(({ name }) => name === trace.model.name);
  const layer = entry?.layers.find(({ name }) => name === shown) ?? entry?.layers[0];
  if (!entry || !layer) return {};
  const [named] = namedUnits(entry.scores);
  if (named) return { unit: named.unit, signal: named.state, ...(entry.scores.counting_unit ? { view: 'line' } : {}) };
  const lead = trace.lead(trace.length - 1);
  if (!lead) return { unit: fullest(trace, layer) };
  // Layers that work in turn are walked in turn; of those that lie on each other the one is unfolded that has the unit.
  return trace.inTurn ? { unit: lead.unit } : { unit: lead.unit, layer: lead.layer };
}

/**
 * One end of the way through a trace: all that the first step computes, or all that the last one does.
 * @param {TraceData} trace @param {Models} models @param {import('./scene.js').Moment} moment @param {'first' | 'last'} end
 */
export function endOf(trace, models, moment, end) {
  const route = routeIn(trace, models, moment.layer);
  return settled(trace, models, { ...moment, ...route.place(end === 'last' ? route.length - 1 : 0), phase: Infinity });
}

/**
 * What there is to see at a moment of a trace. Pure: the same trace, models and state give the same scene.
 */

import { phasesOf } from '#js/layout/index.js';

/** @typedef {import('#js/trace.js').TraceData} TraceData */
/** @typedef {{ t: number, phase: number, unit: number, layer: string, signal: string }} Moment */
/**
 * @typedef {object} Scene all that a view needs to draw
 * @property {TraceData} trace
 * @property {Moment} moment
 * @property {import('#js/api.js').ModelEntry} model
 * @property {import('#js/api.js').LayerEntry} layer
 * @property {import('#js/layout/types.js').Phase[]} phases
 * @property {import('#js/api.js').SignalEntry} signal the one in the charts
 * @property {(signal: string) => boolean} reached whether the moment's phase has computed it
 */

/**
 * @param {TraceData | null} trace @param {import('#js/api.js').Models} models @param {Moment} moment
 * @returns {Scene | null} null before there is a step to show
 */
export function sceneOf(trace, models, moment) {
  const entry = models.models.find((one) => one.name === trace?.model.name);
  const layer = entry?.layers.find((one) => one.name === moment.layer) ?? entry?.layers[0];
  if (!trace || !trace.length || !entry || !layer) return null;
  const phases = phasesOf(layer.cell);
  const signal = layer.signals.find((one) => one.name === moment.signal) ?? layer.signals.at(-1);
  if (!signal) return null;
  const known = new Set(phases.slice(0, moment.phase + 1).flatMap((phase) => phase.signals));
  return { trace, moment, model: entry, layer, phases, signal, reached: (name) => known.has(name) };
}

/**
 * The moment, brought inside what the trace has.
 * @param {TraceData} trace @param {Moment} moment @returns {Moment}
 */
export function settled(trace, { t, phase, unit, layer, signal }) {
  const head = trace.layers.find((one) => one.name === layer) ?? trace.layers[0];
  if (!head) return { t, phase, unit, layer, signal };
  const most = (/** @type {number} */ value, /** @type {number} */ count) => Math.max(0, Math.min(value, count - 1));
  return {
    layer: head.name,
    t: most(t, trace.total),
    phase: most(phase, phasesOf(head.cell).length),
    unit: most(unit, head.units),
    signal: trace.has(head.name, signal) ? signal : 'h',
  };
}

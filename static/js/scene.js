/**
 * What there is to see at a moment of a trace. Pure: the same trace, models and state give the same scene.
 */

import { phasesOf } from './layout/index.js';
import * as letters from './layout/letters.js';
import { LETTERS } from './reading.js';
import { Route, routeOf } from './route.js';

/** @typedef {import('./trace.js').TraceData} TraceData */
/** @typedef {{ t: number, phase: number, unit: number, layer: string, signal: string }} Moment */
/**
 * @typedef {object} Scene all that a view needs to draw
 * @property {TraceData} trace
 * @property {Moment} moment
 * @property {import('./api.js').ModelEntry} model
 * @property {import('./api.js').LayerEntry} layer
 * @property {import('./layout/types.js').Phase[]} phases
 * @property {Route} route the way through the trace
 * @property {number} place where on it the moment is
 * @property {number} position how many phases from its start
 * @property {import('./api.js').SignalEntry} signal the one in the charts
 * @property {(signal: string) => boolean} reached whether the moment's phase has computed it
 */

/** @typedef {import('./api.js').LayerEntry} LayerEntry */

/** A layer's phases. @param {string} cell @returns {import('./layout/types.js').Phase[]} */
const phasesFor = (cell) => (cell === LETTERS ? letters.phases : phasesOf(cell));

/** The way through a trace while a layer is unfolded. @param {TraceData} trace @param {string} layer */
export const routeIn = (trace, layer) => routeOf(trace, layer, phasesFor);

/**
 * The entry of a layer; the letters' is made here, since it is no cell whose signals the service declares.
 * @param {TraceData} trace @param {import('./api.js').ModelEntry} entry @param {string} name
 * @returns {LayerEntry | undefined}
 */
export function layerIn(trace, entry, name) {
  const head = trace.layers.find((one) => one.name === name) ?? trace.layers[0];
  if (head?.cell !== LETTERS) return entry.layers.find((one) => one.name === head?.name);
  const { cell, direction, units } = head;
  return { name: head.name, cell, direction, units, inputs: 0, signals: letters.signals };
}

/**
 * @param {TraceData | null} trace @param {import('./api.js').Models} models @param {Moment} moment
 * @returns {Scene | null} null before there is a step to show
 */
export function sceneOf(trace, models, moment) {
  const entry = models.models.find((one) => one.name === trace?.model.name);
  const layer = trace && entry ? layerIn(trace, entry, moment.layer) : undefined;
  if (!trace || !trace.length || !entry || !layer) return null;
  const phases = phasesFor(layer.cell);
  const signal = layer.signals.find((one) => one.name === moment.signal) ?? layer.signals.at(-1);
  if (!signal) return null;
  const known = new Set(phases.slice(0, moment.phase + 1).flatMap((phase) => phase.signals));
  const route = routeIn(trace, layer.name);
  const place = route.find(layer.name, moment.t);
  return { trace, moment, model: entry, layer, phases, route, place, position: route.position(moment), signal, reached: (name) => known.has(name) };
}

/**
 * The moment, brought inside what the trace has.
 * @param {TraceData} trace @param {Moment} moment @returns {Moment}
 */
export function settled(trace, { t, phase, unit, layer, signal }) {
  const head = trace.layers.find((one) => one.name === layer) ?? trace.layers[0];
  if (!head) return { t, phase, unit, layer, signal };
  const most = (/** @type {number} */ value, /** @type {number} */ count) => Math.max(0, Math.min(value, count - 1));
  const [from, to] = trace.span(head.name);
  return {
    layer: head.name,
    t: Math.max(from, Math.min(t, to - 1)),
    phase: most(phase, phasesFor(head.cell).length),
    unit: most(unit, head.units),
    signal: [signal, 'h'].find((name) => trace.has(head.name, name)) ?? 'fired',
  };
}

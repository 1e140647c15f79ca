/**
 * What there is to see at a moment of a trace. Pure: the same trace, models and state give the same scene.
 */

import { pictureOf } from './layout/index.js';
import { endedAs } from './layout/step.js';
import { Route, routeOf } from './route.js';

/** @typedef {import('./trace.js').TraceData} TraceData */
/** @typedef {{ t: number, phase: number, unit: number, layer: string, signal: string }} Moment */
/**
 * @typedef {object} Scene all that a view needs to draw
 * @property {TraceData} trace
 * @property {Moment} moment
 * @property {import('./api.js').ModelEntry} model
 * @property {import('./api.js').LayerEntry} layer
 * @property {import('./layout/types.js').Picture} picture the layer's
 * @property {readonly import('./layout/types.js').Phase[]} phases
 * @property {Route} route the way through the trace
 * @property {number} place where on it the moment is
 * @property {number} position how many phases from its start
 * @property {import('./api.js').SignalEntry} signal the one in the charts
 * @property {import('./beside.js').Other | null} other the run beside it, where there is one
 * @property {(signal: string) => boolean} reached whether the moment's phase has computed it
 */

/** @typedef {import('./api.js').LayerEntry} LayerEntry */

/** @typedef {import('./api.js').Models} Models */

/** @param {TraceData} trace @param {Models} models */
const entryOf = (trace, { models }) => models.find(({ name }) => name === trace.model.name);

/** A layer as the models document declares it. @param {TraceData} trace @param {Models} models @param {string} name */
function layerIn(trace, models, name) {
  const head = trace.layers.find((one) => one.name === name) ?? trace.layers[0];
  return entryOf(trace, models)?.layers.find((one) => one.name === head?.name);
}

/** @param {TraceData} trace @param {Models} models @param {string} name */
function phasesIn(trace, models, name) {
  const layer = layerIn(trace, models, name);
  return layer ? endedAs(pictureOf(layer).phases, trace, layer.name) : [];
}

/** The way through a trace while a layer is unfolded. @param {TraceData} trace @param {Models} models @param {string} layer */
export const routeIn = (trace, models, layer) => routeOf(trace, layer, (name) => phasesIn(trace, models, name));

/**
 * @param {TraceData | null} trace @param {Models} models @param {Moment} moment @param {import('./beside.js').Other | null} [other]
 * @returns {Scene | null} null before there is a step to show
 */
export function sceneOf(trace, models, moment, other = null) {
  const entry = trace ? entryOf(trace, models) : undefined;
  const layer = trace ? layerIn(trace, models, moment.layer) : undefined;
  if (!trace || !trace.length || !entry || !layer) return null;
  const picture = pictureOf(layer);
  const phases = endedAs(picture.phases, trace, layer.name);
  const signal = layer.signals.find((one) => one.name === moment.signal) ?? layer.signals.at(-1);
  if (!signal) return null;
  const known = new Set(phases.slice(0, moment.phase + 1).flatMap((phase) => phase.signals));
  const route = routeIn(trace, models, layer.name);
  const place = route.find(layer.name, moment.t);
  return { trace, moment, model: entry, layer, picture, phases, route, place, position: route.position(moment), signal, other, reached: (name) => known.has(name) };
}

/**
 * The moment, brought inside what the trace has.
 * @param {TraceData} trace @param {Models} models @param {Moment} moment @returns {Moment}
 */
export function settled(trace, models, { t, phase, unit, layer, signal }) {
  const head = trace.layers.find((one) => one.name === layer) ?? trace.layers[0];
  if (!head) return { t, phase, unit, layer, signal };
  const most = (/** @type {number} */ value, /** @type {number} */ count) => Math.max(0, Math.min(value, count - 1));
  const [from, to] = trace.span(head.name);
  return {
    layer: head.name,
    t: Math.max(from, Math.min(t, to - 1)),
    phase: most(phase, phasesIn(trace, models, head.name).length),
    unit: most(unit, head.units),
    signal: trace.has(head.name, signal) ? signal : layerIn(trace, models, head.name)?.signals.find(({ role }) => role === 'output')?.name ?? '',
  };
}

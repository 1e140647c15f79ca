/**
 * A scene as Plotly's data and layout: all units of a signal over the words, or one unit's signals.
 */

import { hueOf, isGate, symbolOf } from '../../gates.js';
import { walked } from '../../route.js';
import { divergingStops, sequentialStops } from '../../scales.js';
import { quoted, unitWord } from '../../wording.js';
import { labelsOf, wordsOf } from './labels.js';

/** @typedef {import('../../scene.js').Scene} Scene */
/** @typedef {import('../../gates.js').Signal} Signal */
/** @typedef {{ data: object[], layout: object }} Figure */

export const FEW = 60; // words up to which cells stand apart

/** @param {string} text what Plotly would take for markup is text */
const literal = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** @param {Signal['name']} name @param {Signal[]} signals */
const markup = (name, signals) => {
  const signal = signals.find((one) => one.name === name);
  return signal ? symbolOf(signal).map(({ text, sub }) => (sub ? `${text}<sub>${sub}</sub>` : text)).join('') : name;
};

/**
 * A unit's values over the steps; what lies ahead of the moment, or where the layer rests, is blank.
 * @param {Scene} scene @param {string} name @param {number} unit
 * @returns {(number | null)[]}
 */
export const rowOf = (scene, name, unit) => {
  const { trace, layer } = scene;
  return trace.tokens.map((_, t) => (trace.atWork(layer.name, t) && walked(scene, layer.name, t, name) ? trace.values(layer.name, name, t)[unit] ?? null : null));
};

/** The bound of a signal's colours: its declared range, or what the sentence needs. @param {Scene} scene */
export function boundOf({ trace, layer, signal }) {
  const [low, high] = signal.range;
  return low !== null && high !== null ? Math.max(-low, high) : trace.max(layer.name, signal.name);
}

/** @param {Scene} scene @param {CSSStyleDeclaration} style @param {number} width */
function base(scene, style, width) {
  const { total } = scene.trace;
  const labels = labelsOf(scene, width - 40);
  return {
    margin: { l: 30, r: 6, t: 4, b: 46 }, paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: style.getPropertyValue('--well'),
    font: { family: style.getPropertyValue('--font'), size: 11, color: style.getPropertyValue('--ink-2') }, showlegend: false, hovermode: 'closest',
    hoverlabel: { font: { size: 12 } },
    xaxis: {
      tickvals: labels.map(({ t }) => t), tickangle: -40, ticklen: 3, fixedrange: true, showgrid: false, zeroline: false, range: [-0.5, total - 0.5],
      ticktext: labels.map(({ text, present }) => (present ? `<b>${literal(text)}</b>` : literal(text))),
    },
  };
}

/** @param {Scene} scene @param {CSSStyleDeclaration} style @param {number} width @returns {Figure} */
export function heatmap(scene, style, width) {
  const { trace, layer, moment, signal } = scene;
  const max = boundOf(scene);
  const gate = isGate(signal);
  const units = Array.from({ length: layer.units }, (_, k) => k);
  const words = wordsOf(scene, quoted).map(literal);
  const apart = trace.total <= FEW;
  /** @param {number[]} corners @param {string} colour @param {number} thick */
  const box = ([x0, x1, y0, y1], colour, thick) => ({ type: 'rect', x0, x1, y0, y1, line: { color: style.getPropertyValue(colour), width: thick } });
  const { t, unit } = moment;
  const [from, to] = trace.span(layer.name);
  const [first, last] = trace.backward(layer.name) ? [t, to - 1] : [from, t];
  return {
    data: [{
      type: 'heatmap', z: units.map((k) => rowOf(scene, signal.name, k)), zmin: gate ? 0 : -max, zmax: max, showscale: false,
      colorscale: gate ? sequentialStops(style, hueOf(signal)) : divergingStops(style), xgap: apart ? 1 : 0, ygap: layer.units > 64 ? 0 : 0.5,
      customdata: units.map(() => words), hovertemplate: `${unitWord(layer)} %{y} at %{customdata}: <b>%{z:.4f}</b><extra></extra>`, hoverongaps: false,
    }],
    layout: {
      ...base(scene, style, width),
      yaxis: { range: [layer.units - 0.5, -0.5], fixedrange: true, showgrid: false, zeroline: false, nticks: 5, ticklen: 3 },
      shapes: [box([first - 0.5, last + 0.5, unit - 0.5, unit + 0.5], '--ink', 1.5), box([t - 0.5, t + 0.5, -0.5, layer.units - 0.5], '--accent', 2)],
    },
  };
}

/** The signals that get a line. @param {Scene['layer']} layer */
export const shownIn = ({ signals }) => signals.filter(({ role }) => ['gate', 'state', 'output', 'candidate'].includes(role));

/** @param {Scene} scene @param {CSSStyleDeclaration} style @param {number} width @returns {Figure} */
export function lines(scene, style, width) {
  const { layer, moment, trace } = scene;
  const shown = shownIn(layer);
  const words = wordsOf(scene, quoted).map(literal);
  return {
    data: shown.map((signal) => ({
      type: 'scatter', mode: 'lines+markers', name: markup(signal.name, layer.signals), y: rowOf(scene, signal.name, moment.unit), customdata: words,
      line: {
        color: style.getPropertyValue(`--${hueOf(signal)}`).trim(), width: signal.role === 'state' ? 3 : 1.5,
        dash: signal.role === 'output' ? 'dot' : signal.role === 'candidate' ? 'dash' : 'solid',
      },
      marker: { size: trace.total > FEW ? 2 : 5 }, hovertemplate: '%{fullData.name} at %{customdata}: <b>%{y:.4f}</b><extra></extra>',
    })),
    layout: {
      ...base(scene, style, width), showlegend: true, legend: { orientation: 'h', y: 1, yanchor: 'bottom', x: 0, font: { size: 12 } }, margin: { l: 30, r: 6, t: 24, b: 46 },
      yaxis: { fixedrange: true, gridcolor: style.getPropertyValue('--line-soft'), zerolinecolor: style.getPropertyValue('--line-strong'), nticks: 6 },
      shapes: [{ type: 'rect', x0: moment.t - 0.5, x1: moment.t + 0.5, yref: 'paper', y0: 0, y1: 1, layer: 'below', fillcolor: style.getPropertyValue('--accent-soft'), line: { width: 0 } }],
    },
  };
}

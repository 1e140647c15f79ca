/**
 * Plotly's two pictures: a heatmap of any signal, units × words, and one unit's line over the words. Drawn once a
 * step, never a frame; a table beside them says the same to a screen reader.
 */

import { clear, html, set, write } from '#js/dom.js';
import { hueOf, isGate, symbolOf, symbolText } from '#js/gates.js';
import { divergingStops, plain, sequentialStops } from '#js/scales.js';

/** @typedef {import('#js/walk.js').Scene} Scene */

const CONFIG = { displaylogo: false, showSendToCloud: false, displayModeBar: false, responsive: true, modeBarButtonsToRemove: ['sendChartToCloud'] };

/**
 * @param {HTMLElement} host
 * @param {{ onPlace: (t: number, unit: number) => void, onSignal: (signal: string) => void, onView: (view: string) => void }} actions
 */
export function createCharts(host, { onPlace, onSignal, onView }) {
  const heading = html('h2');
  const select = html('select', { 'aria-label': 'signal' });
  const views = html('select', { 'aria-label': 'chart' }, html('option', { value: 'heatmap' }, 'all units'), html('option', { value: 'line' }, 'one unit'));
  const plot = html('div', { class: 'plot', 'aria-hidden': 'true' });
  const table = html('table', { class: 'visually-hidden' });
  host.append(html('div', { class: 'card-head' }, heading, html('span', { class: 'stepper' }, select, views)), plot, table);
  select.addEventListener('change', () => onSignal(select.value));
  views.addEventListener('change', () => onView(views.value));
  /** @type {any} */
  let plotly = null;
  let listens = false;
  let declared = '';

  /** @param {Scene} scene */
  function options({ layer }) {
    const key = `${layer.cell}:${layer.name}`;
    if (declared === key) return;
    declared = key;
    clear(select).append(...layer.signals.filter((signal) => signal.role !== 'input').map((signal) =>
      html('option', { value: signal.name }, signal.label)));
  }

  /** @param {Scene} scene @param {string} name @param {number} unit */
  const rowOf = ({ trace, moment, layer, reached }, name, unit) =>
    trace.tokens.map((_, t) => (t < moment.t || (t === moment.t && reached(name)) ? trace.values(layer.name, name, t)[unit] ?? null : null));

  /** @param {Scene} scene @param {CSSStyleDeclaration} style */
  function base({ trace }, style) {
    const ink = style.color;
    return {
      margin: { l: 34, r: 8, t: 4, b: 48 }, paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)',
      font: { family: style.getPropertyValue('--font'), size: 11, color: ink }, showlegend: false, hovermode: 'closest',
      xaxis: { tickvals: trace.tokens.map((_, t) => t), ticktext: trace.tokens.map(({ text }) => text.slice(0, 9)), tickangle: -40, fixedrange: true, showgrid: false, zeroline: false, range: [-0.5, trace.total - 0.5], nticks: 24 },
    };
  }

  /** @param {Scene} scene @param {CSSStyleDeclaration} style */
  function heatmap(scene, style) {
    const { trace, layer, moment, signal } = scene;
    const gate = isGate(signal);
    const [low, high] = signal.range;
    const max = gate || (low !== null && high !== null) ? 1 : trace.max(layer.name, signal.name);
    const units = Array.from({ length: layer.units }, (_, k) => k);
    const line = { color: style.color, width: 1.2 };
    const box = (/** @type {number} */ x0, /** @type {number} */ x1, /** @type {number} */ y0, /** @type {number} */ y1) => ({ type: 'rect', x0, x1, y0, y1, line });
    return {
      data: [{
        type: 'heatmap', z: units.map((unit) => rowOf(scene, signal.name, unit)), zmin: gate ? 0 : -max, zmax: max,
        colorscale: gate ? sequentialStops(style, hueOf(signal)) : divergingStops(style), xgap: 1, ygap: layer.units > 64 ? 0 : 0.5,
        colorbar: { thickness: 8, outlinewidth: 0, nticks: 3, len: 1 }, hovertemplate: 'unit %{y} at “%{x}”: %{z:.4f}<extra></extra>', hoverongaps: false,
      }],
      layout: { ...base(scene, style), yaxis: { autorange: 'reversed', fixedrange: true, showgrid: false, zeroline: false, nticks: 5 },
        shapes: [box(moment.t - 0.5, moment.t + 0.5, -0.5, layer.units - 0.5), box(-0.5, moment.t + 0.5, moment.unit - 0.5, moment.unit + 0.5)] },
    };
  }

  /** @param {Scene} scene @param {CSSStyleDeclaration} style */
  function lines(scene, style) {
    const { layer, moment } = scene;
    const shown = layer.signals.filter(({ role }) => ['gate', 'state', 'output', 'candidate'].includes(role));
    return {
      data: shown.map((signal) => ({
        type: 'scatter', mode: 'lines+markers', name: symbolText(symbolOf(signal)), y: rowOf(scene, signal.name, moment.unit),
        line: { color: style.getPropertyValue(`--${hueOf(signal)}`).trim(), width: signal.role === 'state' ? 3 : 1.5, dash: signal.role === 'output' ? 'dot' : 'solid' },
        marker: { size: 4 }, hovertemplate: '%{fullData.name} at “%{x}”: %{y:.4f}<extra></extra>',
      })),
      layout: { ...base(scene, style), showlegend: true, legend: { orientation: 'h', y: 1.15 }, yaxis: { fixedrange: true, gridcolor: style.borderTopColor, zerolinecolor: style.color, nticks: 5 },
        shapes: [{ type: 'line', x0: moment.t, x1: moment.t, yref: 'paper', y0: 0, y1: 1, line: { color: style.color, width: 1, dash: 'dot' } }] },
    };
  }

  /** @param {Scene} scene */
  function tell(scene) {
    const { trace, moment, signal } = scene;
    const row = rowOf(scene, signal.name, moment.unit);
    clear(table).append(html('caption', null, `${signal.label} of unit ${moment.unit}, word by word`),
      html('tbody', null, ...row.flatMap((value, t) => (value === null ? [] : [html('tr', null, html('th', { scope: 'row' }, trace.tokens[t]?.text ?? ''), html('td', null, plain(value, 3)))]))));
  }

  return {
    /** Gives the views their library once it has loaded. @param {unknown} library */
    use(library) {
      plotly = library;
    },
    /** @param {Scene} scene @param {string} view */
    update(scene, view) {
      options(scene);
      select.value = scene.signal.name;
      views.value = view;
      set(select, 'disabled', view === 'line');
      write(heading, view === 'line' ? `Unit ${scene.moment.unit} over the sentence` : 'Units × words');
      tell(scene);
      if (!plotly) return;
      const style = getComputedStyle(host);
      const { data, layout } = view === 'line' ? lines(scene, style) : heatmap(scene, style);
      plotly.react(plot, data, layout, CONFIG);
      if (!listens) {
        listens = true;
        /** @type {any} */ (plot).on('plotly_click', (/** @type {any} */ event) => {
          const point = event.points[0];
          onPlace(Array.isArray(point.pointIndex) ? point.pointIndex[1] : point.pointIndex, Array.isArray(point.pointIndex) ? point.pointIndex[0] : -1);
        });
      }
    },
  };
}

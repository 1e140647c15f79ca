/**
 * Plotly's two pictures: a heatmap of any signal, units × words, and one unit's lines over the words. Drawn once a
 * step and only when something in them is new, never a frame; a table beside them says the same to a screen reader.
 */

import { clear, html, set, write } from '../../dom.js';
import { hueClass, hueOf, isGate } from '../../gates.js';
import { capital, readingOf, unitWord } from '../../wording.js';
import { boundOf, heatmap, lines } from './figures.js';
import { tell } from './table.js';

/** @typedef {import('../../scene.js').Scene} Scene */

const CONFIG = { displaylogo: false, showSendToCloud: false, displayModeBar: false, responsive: true, modeBarButtonsToRemove: ['sendChartToCloud'] };

/**
 * @param {HTMLElement} host
 * @param {{ onPlace: (t: number, unit: number | null) => void, onSignal: (signal: string) => void, onView: (view: string) => void }} actions
 */
export function createCharts(host, { onPlace, onSignal, onView }) {
  const heading = html('h2');
  const select = html('select', { 'aria-label': 'signal' });
  const [low, high, bar] = [html('span'), html('span'), html('i', { 'aria-hidden': 'true' })];
  const scale = html('span', { class: 'scale' }, low, bar, high);
  const views = { heatmap: 'all units', line: 'one unit' };
  const buttons = Object.entries(views).map(([view, text]) => html('button', { type: 'button', class: 'small', data: { view }, on: { click: () => onView(view) } }, text));
  const plot = html('div', { class: 'plot', 'aria-hidden': 'true' });
  const table = html('div', { class: 'visually-hidden' });
  const top = html('div', null, heading, scale, select, html('span', { class: 'choice', role: 'group', 'aria-label': 'chart' }, ...buttons));
  host.append(top, plot, table);
  select.addEventListener('change', () => onSignal(select.value));
  /** @type {any} */
  let plotly = null;
  let listens = false;
  let declared = '';
  let drawn = '';

  /** @param {Scene} scene */
  function options({ layer }) {
    const key = `${layer.cell}:${layer.name}`;
    if (declared === key) return;
    declared = key;
    clear(select).append(...layer.signals.filter((signal) => signal.role !== 'input').map((signal) =>
      html('option', { value: signal.name }, signal.label)));
  }

  /** @param {Scene} scene @param {string} view */
  function head(scene, view) {
    const { signal, moment } = scene;
    const all = view === 'heatmap';
    options(scene);
    select.value = signal.name;
    for (const button of buttons) set(button, 'aria-pressed', String(button.dataset.view === view));
    set(top, 'class', `card-head ${view}`);
    select.hidden = scale.hidden = !all;
    const { steps, whole } = readingOf(scene.model);
    const one = capital(unitWord(scene.layer));
    write(heading, all ? `${one}s × ${steps}` : `${one} ${moment.unit} over the ${whole}`);
    const gate = isGate(signal);
    const max = boundOf(scene);
    write(low, gate ? '0' : `−${max}`);
    write(high, gate ? '1' : `+${max}`);
    set(bar, 'class', gate ? hueClass(hueOf(signal)) : 'signed');
  }

  /** All that a picture depends on. @param {Scene} scene @param {string} view @param {CSSStyleDeclaration} style */
  const keyOf = ({ trace, moment, layer, signal, reached }, view, style) =>
    JSON.stringify([trace.model.name, layer.name, trace.text, trace.length, moment.t, moment.unit, view, signal.name, style.color, plot.clientWidth, plot.clientHeight,
      layer.signals.map(({ name }) => (view === 'line' || name === signal.name) && reached(name))]);

  return {
    /** Gives the views their library once it has loaded. @param {unknown} library */
    use(library) {
      plotly = library;
    },
    /** @param {Scene} scene @param {string} view */
    update(scene, view) {
      head(scene, view);
      const style = getComputedStyle(host);
      const key = keyOf(scene, view, style);
      if (key === drawn) return;
      tell(table, scene);
      if (!plotly) return;
      drawn = key;
      const { data, layout } = (view === 'line' ? lines : heatmap)(scene, style, plot.clientWidth);
      plotly.react(plot, data, layout, CONFIG);
      if (listens) return;
      listens = true;
      /** @type {any} */ (plot).on('plotly_click', (/** @type {any} */ { points: [point] }) => {
        const [unit, t] = Array.isArray(point.pointIndex) ? point.pointIndex : [null, point.pointIndex];
        onPlace(t, unit);
      });
    },
  };
}

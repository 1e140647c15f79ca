/**
 * Two pictures: a heatmap of any signal, units × words, and one unit's lines over the words. Drawn once a step and only
 * when something in them is new, never a frame; a table beside them says the same to a screen reader. They are drawn
 * plainly until Plotly is there, which is not before there is time for it.
 */

import { clear, html, set, write } from '../../dom.js';
import { hueClass, hueOf, isGate } from '../../gates.js';
import { capital, readingOf, unitWord } from '../../wording.js';
import { PlotlyChart } from './drawn-by-plotly.js';
import { boundOf } from './figures.js';
import { whenWanted } from './library.js';
import { PlainChart } from './plain.js';
import { tell } from './table.js';

/** @typedef {import('../../scene.js').Scene} Scene */

/**
 * @typedef {object} Actions
 * @property {(t: number, unit: number | null) => void} onPlace
 * @property {(signal: string) => void} onSignal
 * @property {(view: string) => void} onView
 * @property {(() => Promise<unknown>) | null} load loads Plotly; without it the charts stay plain
 * @property {() => boolean} busy whether something moves
 */

/** What stands above a chart: its title, its scale, what it shows. @param {Pick<Actions, 'onSignal' | 'onView'>} actions */
function createHead({ onSignal, onView }) {
  const heading = html('h2');
  const select = html('select', { 'aria-label': 'signal' });
  const [low, high, bar] = [html('span'), html('span'), html('i', { 'aria-hidden': 'true' })];
  const scale = html('span', { class: 'scale' }, low, bar, high);
  const views = { heatmap: 'all units', line: 'one unit' };
  const buttons = Object.entries(views).map(([view, text]) => html('button', { type: 'button', class: 'small', data: { view }, on: { click: () => onView(view) } }, text));
  const node = html('div', null, heading, scale, select, html('span', { class: 'choice', role: 'group', 'aria-label': 'chart' }, ...buttons));
  select.addEventListener('change', () => onSignal(select.value));
  let declared = '';

  /** @param {Scene} scene */
  function options({ layer }) {
    const key = `${layer.cell}:${layer.name}`;
    if (declared === key) return;
    declared = key;
    clear(select).append(...layer.signals.filter(({ role }) => role !== 'input' && role !== 'position').map((signal) =>
      html('option', { value: signal.name }, signal.label)));
  }

  /** @param {Scene} scene @param {string} view */
  function update(scene, view) {
    const { signal, moment } = scene;
    const all = view === 'heatmap';
    options(scene);
    select.value = signal.name;
    for (const button of buttons) set(button, 'aria-pressed', String(button.dataset.view === view));
    set(node, 'class', `card-head ${view}`);
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

  return { node, update };
}

/** All that a picture depends on. @param {Scene} scene @param {string} view @param {HTMLElement} plot */
const keyOf = ({ trace, moment, layer, signal, reached }, view, plot) =>
  JSON.stringify([trace.model.name, layer.name, trace.text, trace.clamps, trace.scales, trace.writing, trace.length, moment.t, moment.unit, view, signal.name,
    getComputedStyle(plot).color, plot.clientWidth, plot.clientHeight,
    layer.signals.map(({ name }) => (view === 'line' || name === signal.name) && reached(name))]);

/** @param {HTMLElement} host @param {Actions} actions */
export function createCharts(host, { onPlace, onSignal, onView, load, busy }) {
  const head = createHead({ onSignal, onView });
  const plot = html('div', { class: 'plot', 'aria-hidden': 'true' });
  const table = html('div', { class: 'visually-hidden' });
  host.append(head.node, plot, table);
  const plain = new PlainChart(plot, onPlace);
  /** @type {PlainChart | PlotlyChart} */
  let chart = plain;
  let drawn = '';
  /** @type {{ scene: Scene, view: string } | null} */
  let shown = null;
  const wanted = load && whenWanted(host, plot, { busy, load: async () => {
    const library = await load();
    plain.remove();
    chart = new PlotlyChart(library, plot, onPlace);
    drawn = '';
    if (shown) update(shown.scene, shown.view);
  } });

  /** @param {Scene} scene @param {string} view */
  function update(scene, view) {
    shown = { scene, view };
    head.update(scene, view);
    const key = keyOf(scene, view, plot);
    if (key === drawn) return;
    drawn = key;
    wanted?.changed();
    tell(table, scene);
    chart.update(scene, view);
  }

  new ResizeObserver(() => {
    if (shown && plot.clientWidth) update(shown.scene, shown.view);
  }).observe(plot);
  return { update };
}

/**
 * The charts as Plotly draws them.
 */

import { heatmap, lines } from './figures.js';

/** @typedef {import('../../scene.js').Scene} Scene */

const CONFIG = { displaylogo: false, showSendToCloud: false, displayModeBar: false, responsive: true, modeBarButtonsToRemove: ['sendChartToCloud'] };

export class PlotlyChart {
  /**
   * @param {any} library @param {HTMLElement} host @param {(t: number, unit: number | null) => void} onPlace
   */
  constructor(library, host, onPlace) {
    this.library = library;
    this.host = host;
    this.onPlace = onPlace;
    this.listens = false;
  }

  /** @param {Scene} scene @param {string} view */
  update(scene, view) {
    const { data, layout } = (view === 'line' ? lines : heatmap)(scene, getComputedStyle(this.host), this.host.clientWidth);
    this.library.react(this.host, data, layout, CONFIG);
    if (this.listens) return;
    this.listens = true;
    /** @type {any} */ (this.host).on('plotly_click', (/** @type {any} */ { points: [point] }) => {
      const [unit, t] = Array.isArray(point.pointIndex) ? point.pointIndex : [null, point.pointIndex];
      this.onPlace(t, unit);
    });
  }
}

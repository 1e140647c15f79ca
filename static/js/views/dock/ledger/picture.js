/**
 * The picture of a ledger: a column a step, in it what each earlier step left, stacked from zero outwards; a line marks
 * what the unit holds. From the last column lines lead to the names beside the picture.
 */

import { clear, html, set, svg, write } from '../../../dom.js';
import { newId } from '../../../ids.js';
import { linear, niceTicks } from '../../../plot.js';
import { clamp, percent, plain, signed } from '../../../scales.js';
import { drawAxes } from '../../charts/axes.js';
import { bandsOf } from './parts.js';
import { placed, sourceOf } from './words.js';

/** @typedef {import('../../../scene.js').Scene} Scene */
/** @typedef {import('../../../ledger.js').Entry} Entry */
/** @typedef {import('./parts.js').Band} Band */
/** @typedef {import('./parts.js').Whose} Whose */
/** @typedef {{ left: number, top: number, width: number, height: number, column: number, y: (value: number) => number }} Plot */
/** @typedef {{ scene: Scene, entries: readonly Entry[], whose: Whose }} Shown */

const MARGIN = { left: 38, right: 30, top: 8, bottom: 46 }; // px
const FEW = 60; // steps up to which columns stand apart

/** A band as one path: a box for each column. @param {Band} band @param {Plot} plot */
function pathOf({ columns }, { left, column, y }) {
  const air = column > 6 ? Math.min(3, column * 0.12) : 0;
  return columns.map(({ t, from, to }) => {
    const [x, top, foot] = [left + t * column + air / 2, y(Math.max(from, to)), y(Math.min(from, to))];
    return `M${x.toFixed(2)} ${top.toFixed(2)}h${(column - air).toFixed(2)}V${foot.toFixed(2)}h${(air - column).toFixed(2)}z`;
  }).join('');
}

/** @param {Plot} plot @param {Band} band @param {number} place @param {number | null} first the part that is told first */
function drawBand(plot, band, place, first) {
  const side = (band.columns[0]?.to ?? 0) < 0 ? 'below' : 'above';
  const kind = band.k === null ? 'others' : band.k === first ? 'first' : place % 2 ? 'odd' : '';
  return svg('path', { class: `part ${side} ${kind}`, d: pathOf(band, plot), data: { part: band.k ?? 'others' } });
}

/** What the unit holds: a mark in each column, or one line where there are many. @param {Plot} plot @param {readonly Entry[]} entries @param {boolean} apart */
const drawState = ({ left, column, y }, entries, apart) =>
  svg('path', { class: 'holds', d: entries.map(({ t, value }, k) => `${apart || k === 0 ? 'M' : 'L'}${(left + t * column).toFixed(2)} ${y(value).toFixed(2)}${apart ? `h${column.toFixed(2)}` : ''}`).join('') });

/** Lines from the parts of a column to their names. @param {Plot} plot @param {number} t @param {readonly Band[]} bands @param {Map<number, number>} names @param {number} width */
function drawLeads({ left, column, y }, t, bands, names, width) {
  const from = left + (t + 1) * column;
  return bands.flatMap((band) => {
    const end = band.columns.at(-1);
    const to = band.k === null ? undefined : names.get(band.k);
    if (to === undefined || end?.t !== t) return [];
    const middle = (y(end.from) + y(end.to)) / 2;
    const bend = Math.max(from + 4, width - 18);
    return [svg('path', { class: 'lead', d: `M${from.toFixed(1)} ${middle.toFixed(1)}H${bend.toFixed(1)}L${width} ${to.toFixed(1)}`, data: { part: band.k } })];
  });
}

/**
 * @param {HTMLElement} host @param {(t: number) => void} onStep
 */
export function createPicture(host, onStep) {
  const picture = svg('svg', { 'aria-hidden': 'true' });
  const pointed = html('output', { class: 'pointed', hidden: true });
  host.append(html('div', { class: 'plain-chart' }, picture, pointed));
  const hatch = newId('hatch');
  /** @type {{ plot: Plot, shown: Shown, bands: Band[] } | null} */
  let now = null;

  /** What is under the pointer. @param {MouseEvent} event */
  function under({ clientX, clientY }) {
    if (!now) return null;
    const { plot, shown, bands } = now;
    const box = picture.getBoundingClientRect();
    const [x, y] = [clientX - box.left, clientY - box.top];
    const t = Math.floor((x - plot.left) / plot.column);
    const entry = shown.entries.find((one) => one.t === t);
    if (!entry || y < plot.top || y > plot.top + plot.height) return null;
    const band = bands.find(({ columns }) => columns.some(({ t: at, from, to }) => at === t && Math.abs(y - (plot.y(from) + plot.y(to)) / 2) <= Math.abs(plot.y(from) - plot.y(to)) / 2));
    return { x, y, entry, band };
  }

  /** @param {{ entry: Entry, band: Band | undefined }} found */
  function textOf({ entry, band }) {
    if (!now) return '';
    const { scene } = now.shown;
    const where = `at ${placed(scene, entry.t)}`;
    if (!band) return `unit ${scene.moment.unit} ${where}: ${plain(entry.value, 4)}`;
    if (band.k === null) return `small parts ${where}, gathered`;
    const value = entry.left[band.k] ?? 0;
    const whole = entry.left.reduce((sum, part) => sum + Math.abs(part), 0);
    return `${sourceOf(scene, band)} ${where}: ${signed(value, 4)}, ${percent(Math.abs(value) / whole)}`;
  }

  picture.addEventListener('pointermove', (event) => {
    const found = under(event);
    set(pointed, 'hidden', !found);
    picture.classList.toggle('usable', Boolean(found));
    light(found?.band?.k ?? null);
    if (!found) return;
    write(pointed, textOf(found));
    pointed.style.left = `${clamp(found.x + 12, 0, host.clientWidth - pointed.offsetWidth)}px`;
    pointed.style.top = `${clamp(found.y - 30, 0, host.clientHeight - pointed.offsetHeight)}px`;
  });
  picture.addEventListener('pointerleave', () => {
    set(pointed, 'hidden', true);
    light(null);
  });
  picture.addEventListener('click', (event) => {
    const found = under(event);
    if (found) onStep(found.entry.t);
  });

  /** Lights a part. @param {number | null} k */
  function light(k) {
    for (const path of picture.querySelectorAll('[data-part]')) path.classList.toggle('lit', k !== null && path.getAttribute('data-part') === String(k));
  }

  /** @param {Shown} shown @param {Map<number, number>} names by part, how far down its name stands */
  function update(shown, names) {
    const { scene, entries, whose } = shown;
    const { clientWidth: width, clientHeight: height } = host;
    const { bands, low, high } = bandsOf(entries, whose);
    const values = entries.map(({ value }) => value);
    const [least, most] = [Math.min(low, ...values), Math.max(high, ...values)];
    const air = 0.04 * (most - least) || 1;
    const [foot, head] = [least - air, most + air];
    const ticks = niceTicks(least, most, 4).filter((tick) => foot <= tick && tick <= head);
    const frame = { left: MARGIN.left, top: MARGIN.top, width: Math.max(1, width - MARGIN.left - MARGIN.right), height: Math.max(1, height - MARGIN.top - MARGIN.bottom) };
    const plot = { ...frame, column: frame.width / scene.trace.total, y: linear(foot, head, frame.top + frame.height, frame.top) };
    set(picture, 'width', width);
    set(picture, 'height', height);
    const apart = scene.trace.total <= FEW;
    set(picture, 'data-apart', apart);
    set(picture, 'data-low', foot);
    set(picture, 'data-high', head);
    const last = entries.at(-1);
    const part = (/** @type {number} */ tick) => (head - tick) / (head - foot);
    const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
    const places = Math.max(0, Math.min(6, Math.ceil(-Math.log10(step) - 1e-9)));
    clear(picture).append(
      svg('defs', null, svg('pattern', { id: hatch, width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, svg('rect', { class: 'ground', width: 5, height: 5 }), svg('line', { y2: 5 }))),
      svg('rect', { class: 'well', x: frame.left, y: frame.top, width: frame.width, height: frame.height }),
      ...(last ? [svg('rect', { class: 'band', x: frame.left + scene.moment.t * plot.column, width: plot.column, y: frame.top, height: frame.height })] : []),
      ...ticks.map((tick) => svg('line', { class: tick === 0 ? 'grid zero' : 'grid', x1: frame.left, x2: frame.left + frame.width, y1: plot.y(tick), y2: plot.y(tick) })),
      ...bands.map((band, place) => drawBand(plot, band, place, whose.parts[0]?.k ?? null)),
      ...(last ? [drawState(plot, entries, apart), ...drawLeads(plot, last.t, bands, names, width)] : []),
      ...drawAxes(scene, frame, ticks.map((tick) => ({ text: plain(tick, places), part: part(tick) }))));
    for (const path of picture.querySelectorAll('.others')) path.setAttribute('fill', `url(#${hatch})`);
    set(pointed, 'hidden', true);
    now = { plot, shown, bands };
  }

  return { update, light };
}

/**
 * The picture of a ledger: a column a step, in it what each earlier step left, stacked from zero outwards; a line marks
 * what the unit holds. From the last column lines lead to the names beside the picture.
 */

import { clear, html, set, svg, write } from '../../../dom.js';
import { newId } from '../../../ids.js';
import { sharesOf } from '../../../ledger.js';
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
/** @typedef {{ plot: Plot, shown: Shown, bands: Band[] }} Drawn */

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

/** The place of the columns, and the heights. @param {Shown} shown @param {{ low: number, high: number }} bounds @param {number} width @param {number} height */
function plotOf({ scene, entries }, { low, high }, width, height) {
  const values = entries.map(({ value }) => value);
  const [least, most] = [Math.min(low, ...values), Math.max(high, ...values)];
  const air = 0.04 * (most - least) || 1;
  const [foot, head] = [least - air, most + air];
  const frame = { left: MARGIN.left, top: MARGIN.top, width: Math.max(1, width - MARGIN.left - MARGIN.right), height: Math.max(1, height - MARGIN.top - MARGIN.bottom) };
  const ticks = niceTicks(least, most, 4).filter((tick) => foot <= tick && tick <= head);
  return { plot: { ...frame, column: frame.width / scene.trace.total, y: linear(foot, head, frame.top + frame.height, frame.top) }, ticks, foot, head };
}

/** Digits after the point that tell ticks apart. @param {readonly number[]} ticks */
const placesOf = ([first = 0, second = 1]) => Math.max(0, Math.min(6, Math.ceil(-Math.log10(second - first) - 1e-9)));

/** What is gathered is hatched. @param {string} id */
const hatching = (id) => svg('defs', null, svg('pattern', { id, width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
  svg('rect', { class: 'ground', width: 5, height: 5 }), svg('line', { y2: 5 })));

/**
 * @param {SVGSVGElement} picture @param {Shown} shown @param {Map<number, number>} names @param {{ width: number, height: number, hatch: string }} how
 * @returns {Drawn}
 */
function draw(picture, shown, names, { width, height, hatch }) {
  const { scene, entries, whose } = shown;
  const { bands, low, high } = bandsOf(entries, whose);
  const { plot, ticks, foot, head } = plotOf(shown, { low, high }, width, height);
  const { left, top } = plot;
  const apart = scene.trace.total <= FEW;
  const last = entries.at(-1);
  for (const [name, value] of Object.entries({ width, height, 'data-apart': apart, 'data-low': foot, 'data-high': head })) set(picture, name, value);
  clear(picture).append(
    hatching(hatch),
    svg('rect', { class: 'well', x: left, y: top, width: plot.width, height: plot.height }),
    ...(last ? [svg('rect', { class: 'band', x: left + scene.moment.t * plot.column, width: plot.column, y: top, height: plot.height })] : []),
    ...ticks.map((tick) => svg('line', { class: tick === 0 ? 'grid zero' : 'grid', x1: left, x2: left + plot.width, y1: plot.y(tick), y2: plot.y(tick) })),
    ...bands.map((band, place) => drawBand(plot, band, place, whose.parts[0]?.k ?? null)),
    ...(last ? [drawState(plot, entries, apart), ...drawLeads(plot, last.t, bands, names, width)] : []),
    ...drawAxes(scene, plot, ticks.map((tick) => ({ text: plain(tick, placesOf(ticks)), part: (head - tick) / (head - foot) }))));
  for (const path of picture.querySelectorAll('.others')) path.setAttribute('fill', `url(#${hatch})`);
  return { plot, shown, bands };
}

/** What is at a place of the picture. @param {Drawn} drawn @param {number} x @param {number} y */
function under({ plot, shown, bands }, x, y) {
  const t = Math.floor((x - plot.left) / plot.column);
  const entry = shown.entries.find((one) => one.t === t);
  if (!entry || y < plot.top || y > plot.top + plot.height) return null;
  const covers = (/** @type {{ from: number, to: number }} */ { from, to }) => Math.min(plot.y(from), plot.y(to)) <= y && y <= Math.max(plot.y(from), plot.y(to));
  return { x, y, entry, band: bands.find(({ columns }) => columns.some((column) => column.t === t && covers(column))) };
}

/** @param {Drawn} drawn @param {{ entry: Entry, band: Band | undefined }} found */
function textOf({ shown: { scene } }, { entry, band }) {
  const where = `at ${placed(scene, entry.t)}`;
  if (!band) return `unit ${scene.moment.unit} ${where}: ${plain(entry.value, 4)}`;
  if (band.k === null) return `small parts ${where}, gathered`;
  return `${sourceOf(scene, band)} ${where}: ${signed(entry.left[band.k] ?? 0, 4)}, ${percent(sharesOf(entry)[band.k] ?? 0)}`;
}

/**
 * @param {HTMLElement} host @param {(t: number) => void} onStep
 */
export function createPicture(host, onStep) {
  const picture = svg('svg', { 'aria-hidden': 'true' });
  const pointed = html('output', { class: 'pointed', hidden: true });
  host.append(html('div', { class: 'plain-chart' }, picture, pointed));
  const hatch = newId('hatch');
  /** @type {Drawn | null} */
  let drawn = null;

  /** @param {MouseEvent} event */
  function find({ clientX, clientY }) {
    const box = picture.getBoundingClientRect();
    return drawn && under(drawn, clientX - box.left, clientY - box.top);
  }

  /** @param {ReturnType<typeof find>} found */
  function point(found) {
    set(pointed, 'hidden', !found);
    picture.classList.toggle('usable', Boolean(found));
    light(found?.band?.k ?? null);
    if (!found || !drawn) return;
    write(pointed, textOf(drawn, found));
    pointed.style.left = `${clamp(found.x + 12, 0, host.clientWidth - pointed.offsetWidth)}px`;
    pointed.style.top = `${clamp(found.y - 30, 0, host.clientHeight - pointed.offsetHeight)}px`;
  }

  picture.addEventListener('pointermove', (event) => point(find(event)));
  picture.addEventListener('pointerleave', () => point(null));
  picture.addEventListener('click', (event) => {
    const found = find(event);
    if (found) onStep(found.entry.t);
  });

  /** Lights a part, here and among the names. @param {number | null} k */
  function light(k) {
    for (const one of host.parentElement?.querySelectorAll('[data-part]') ?? []) one.classList.toggle('lit', k !== null && one.getAttribute('data-part') === String(k));
  }

  /** @param {Shown} shown @param {Map<number, number>} names by part, how far down its name stands */
  function update(shown, names) {
    drawn = draw(picture, shown, names, { width: host.clientWidth, height: host.clientHeight, hatch });
    set(pointed, 'hidden', true);
  }

  return { update, light };
}

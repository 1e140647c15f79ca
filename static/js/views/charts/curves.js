/**
 * One unit's signals over the steps, as lines.
 */

import { svg } from '../../dom.js';
import { hueClass, hueOf, symbolOf, symbolText } from '../../gates.js';
import { linear, niceTicks, pathOf } from '../../plot.js';
import { plain } from '../../scales.js';
import { quoted } from '../../wording.js';
import { symbolRuns } from '../belt/text.js';
import { FEW, rowOf, shownIn } from './figures.js';
import { wordsOf } from './labels.js';

/** @typedef {import('../../scene.js').Scene} Scene */
/** @typedef {import('./types.js').Frame} Frame */

/** The names of the lines, in a row above them. @param {readonly import('../../api.js').SignalEntry[]} signals @param {Frame} frame */
function legend(signals, { left }) {
  let x = left;
  return signals.map((signal) => {
    const from = x;
    x += 34 + 8 * symbolText(symbolOf(signal)).length;
    return svg('g', { class: hueClass(hueOf(signal)) },
      svg('path', { class: `curve ${signal.role}`, d: `M${from} 11H${from + 22}` }), svg('text', { class: 'name', x: from + 26, y: 15 }, ...symbolRuns(symbolOf(signal))));
  });
}

/**
 * @param {Scene} scene @param {Frame} frame
 */
export function drawCurves(scene, frame) {
  const { layer, moment, trace } = scene;
  const shown = shownIn(layer);
  const rows = shown.map((signal) => ({ signal, values: rowOf(scene, signal.name, moment.unit) }));
  const known = rows.flatMap(({ values }) => values.filter((value) => value !== null));
  const ticks = niceTicks(Math.min(0, ...known), Math.max(known.length ? 0 : 1, ...known), 4);
  const air = 0.06 * ((ticks.at(-1) ?? 1) - (ticks[0] ?? 0));
  const [low, high] = [(ticks[0] ?? 0) - air, (ticks.at(-1) ?? 1) + air];
  const y = linear(low, high, frame.top + frame.height, frame.top);
  const column = frame.width / trace.total;
  const x = (/** @type {number} */ t) => frame.left + (t + 0.5) * column;
  const words = wordsOf(scene, quoted);
  return {
    below: [
      svg('rect', { class: 'band', x: frame.left + moment.t * column, width: column, y: frame.top, height: frame.height }),
      ...ticks.map((tick) => svg('line', { class: tick === 0 ? 'grid zero' : 'grid', x1: frame.left, x2: frame.left + frame.width, y1: y(tick), y2: y(tick) })),
    ],
    above: [
      ...rows.flatMap(({ signal, values }) => {
        const points = values.map((value, t) => (value === null ? null : { x: x(t), y: y(value) }));
        return [svg('g', { class: hueClass(hueOf(signal)) }, svg('path', { class: `curve ${signal.role}`, d: pathOf(points) }),
          ...points.flatMap((point) => (point ? [svg('circle', { class: 'dot', cx: point.x.toFixed(1), cy: point.y.toFixed(1), r: trace.total > FEW ? 1 : 2.5 })] : [])))];
      }),
      ...legend(shown, frame),
    ],
    ticks: ticks.map((tick) => ({ text: plain(tick, tick % 1 ? 1 : 0), part: (high - tick) / (high - low) })),
    /** @type {import('./types.js').Seek} */
    seek(t, part) {
      const height = high - part * (high - low);
      const [nearest] = rows.flatMap(({ signal, values }) => {
        const value = values[t] ?? null;
        return value === null ? [] : [{ signal, value, away: Math.abs(value - height) }];
      }).sort((a, b) => a.away - b.away);
      return nearest ? { unit: null, text: `${symbolText(symbolOf(nearest.signal))} at ${words[t]}: ${plain(nearest.value, 4)}` } : null;
    },
  };
}

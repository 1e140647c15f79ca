/**
 * The chosen unit joined from strip to strip down each column, since a unit's own numbers only meet its own. A thread is
 * broken where text stands.
 */

import { set, svg } from '../../dom.js';
import { symbolWidth, textWidth } from '../../layout/text.js';

/** @typedef {import('../../layout/types.js').Strip} Strip */
/** @typedef {import('../../layout/types.js').Layout} Layout */
/** @typedef {{ left: number, right: number, top: number, bottom: number }} Text */

const AIR = 3;

/** A line of text on its baseline. @param {number} left @param {number} y @param {number} width @param {number} size @returns {Text} */
const lineAt = (left, y, width, size) => ({ left: left - AIR, right: left + width + AIR, top: y - size - AIR, bottom: y + size * 0.35 + AIR });

/** Where text may stand. @param {Pick<Layout, 'strips' | 'labels' | 'text'>} layout @returns {Text[]} */
function textsOf({ strips, labels, text }) {
  const heads = strips.map(({ head, symbol, label, valueX }) =>
    lineAt(head.x, head.y, Math.max(symbolWidth(symbol, text + 2) + (label ? 6 + textWidth(label, text) : 0), valueX - head.x), text));
  const captions = strips.flatMap(({ captionAt, w }) => (captionAt ? [lineAt(captionAt.x, captionAt.y, w, text)] : []));
  const words = labels.map(({ x, y, anchor, text: words, next, room = 120 }) => {
    const width = textWidth(words, text) + (next ? room : 0);
    return lineAt(anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x, y, width, text);
  });
  return [...heads, ...captions, ...words];
}

/**
 * What of a thread is left beside the text.
 * @param {number} x @param {number} top @param {number} bottom @param {readonly Text[]} texts
 * @returns {[number, number][]}
 */
export function pieces(x, top, bottom, texts) {
  const crossed = texts.filter((text) => text.left <= x && x <= text.right && text.bottom > top && text.top < bottom).sort((a, b) => a.top - b.top);
  /** @type {[number, number][]} */
  const left = [];
  let from = top;
  for (const text of crossed) {
    if (text.top > from) left.push([from, text.top]);
    from = Math.max(from, text.bottom);
  }
  if (from < bottom) left.push([from, bottom]);
  return left;
}

export class Threads {
  /** @param {Pick<Layout, 'strips' | 'labels' | 'text'>} layout */
  constructor(layout) {
    /** @type {Map<number, Strip[]>} */
    const columns = new Map();
    for (const strip of layout.strips.filter(({ units }) => units)) {
      columns.set(strip.x, [...(columns.get(strip.x) ?? []), strip]);
    }
    this.texts = textsOf(layout);
    this.columns = [...columns.values()].map((strips) => ({ strips, node: svg('path', { class: 'thread' }) }));
    this.node = svg('g', { class: 'threads' }, ...this.columns.map(({ node }) => node));
  }

  /**
   * Joins the strips that are shown.
   * @param {number | null} unit @param {number} phase
   */
  choose(unit, phase) {
    for (const { strips, node } of this.columns) {
      const shown = strips.filter((strip) => strip.phase <= phase && unit !== null && unit < strip.count).sort((a, b) => a.y - b.y);
      const first = shown[0];
      node.style.display = shown.length > 1 ? '' : 'none';
      if (!first || unit === null) continue;
      const x = first.x + ((unit + 0.5) * first.w) / first.count;
      const gaps = shown.slice(1).flatMap((strip, k) => pieces(x, (shown[k]?.y ?? 0) + (shown[k]?.h ?? 0), strip.y, this.texts));
      set(node, 'd', gaps.map(([from, to]) => `M${x} ${from}V${to}`).join(''));
    }
  }
}

/**
 * The scale of the signed bars, drawn with the same bars: down and blue below zero, up and orange above it, and where
 * the bound and its tenth lie on it. The belt has one of its own, since its values go farther.
 */

import { set, svg, write } from '../../dom.js';
import { textWidth } from '../../layout/text.js';
import { plain, signed } from '../../scales.js';
import { signedColour, signedLength } from './bars.js';

const STEPS = 30;
const HALF = 8; // px of the longest bar
const TENTH = 0.1;

/** A bound in as few digits as it has. @param {number} bound */
const short = (bound) => String(Number(bound.toPrecision(2)));

/** What a scale says of itself, the longest words first. */
const WORDS = {
  belt: ['bars on the belt, log scale', 'belt, log scale', 'log scale', ''],
  signed: ['other values, log scale', 'values, log scale', 'log scale', ''],
};
/** The room that bars of a scale want whose words stand before it, and the least. */
const WANTED = [150, 96];

export class ScaleView {
  /** @param {import('../../layout/types.js').Layout['legends'][number]} place @param {number} text */
  constructor(place, text) {
    const { y, kind, beside = false } = place;
    this.kind = kind;
    this.bound = 0;
    this.size = Math.max(11, text - 1);
    const says = WORDS[kind === 'belt' ? 'belt' : 'signed'];
    /** @param {number} most */
    const within = (most) => says.find((one) => textWidth(one, this.size) <= most);
    const words = (beside ? WANTED.map((bars) => within(place.w - bars - 8)).find(Boolean) : within(place.w + 24)) ?? '';
    const before = beside && words ? Math.ceil(textWidth(words, this.size)) + 8 : 0;
    const [x, w] = [place.x + before, place.w - before];
    this.room = w;
    const middle = y + 3.5;
    const title = svg('text', { class: 'title', x: place.x, y: beside ? middle + this.size * 0.36 : y - 9, 'font-size': this.size }, words);
    const pitch = w / STEPS;
    const bars = Array.from({ length: STEPS }, (_, k) => {
      const part = (2 * (k + 0.5)) / STEPS - 1;
      const height = Math.max(1, Math.abs(part) * HALF);
      const bar = svg('rect', { x: x + k * pitch, y: part < 0 ? middle : middle - height, width: Math.max(1, pitch - 0.7), height });
      bar.style.fill = signedColour(part);
      return bar;
    });
    this.ticks = [-1, -TENTH, 0, TENTH, 1].map((part) => {
      const at = x + (w / 2) * (1 + Math.sign(part) * signedLength(part, 1));
      const anchor = part === -1 ? 'start' : part === 1 ? 'end' : 'middle';
      return { part, node: svg('text', { x: at, y: middle + HALF + this.size + 1, 'text-anchor': anchor, 'font-size': this.size }) };
    });
    this.node = svg('g', { class: `legend ${kind}` }, title, ...bars,
      svg('line', { class: 'mark', x1: x, x2: x + w, y1: middle, y2: middle }), ...this.ticks.map(({ node }) => node));
  }

  /** @param {number | null} belt the belt's bound; null where there is no belt */
  update(belt) {
    const bound = this.kind === 'belt' ? (belt ?? 1) : 1;
    if (bound === this.bound) return;
    this.bound = bound;
    const [most, tenth] = [short(bound), short(TENTH * bound)];
    const wide = (/** @type {string} */ one) => textWidth(`+${one}`, this.size);
    const [inner, outer] = [signedLength(TENTH, 1), 1 - signedLength(TENTH, 1)].map((part) => (part * this.room) / 2 - wide(tenth) / 2);
    const fits = (inner ?? 0) > wide('') + 2 && (outer ?? 0) > wide(most) + 2;
    for (const { part, node } of this.ticks) {
      const far = Math.abs(part) === 1;
      set(node, 'visibility', far || part === 0 || fits ? null : 'hidden');
      const value = far ? Math.sign(part) * bound : part * bound;
      const digits = far ? (most.split('.')[1]?.length ?? 0) : (tenth.split('.')[1]?.length ?? 0);
      write(node, part === 0 ? plain(0, 0) : signed(value, digits));
    }
  }
}

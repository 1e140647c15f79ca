/**
 * Motion between two moments. The picture is already at its end when this plays: every animation runs from what was
 * to what is and leaves nothing behind, so that cancelling, finishing or seeking never leaves a wrong picture.
 */

import { svg } from '../../dom.js';
import { MARK } from './track.js';
import { lengthOf } from './way.js';

/** @typedef {import('../../layout/types.js').Move} Move */
/** @typedef {import('../../layout/types.js').Point} Point */
/** @typedef {import('./drawing.js').BeltDrawing} BeltDrawing */
/** @typedef {import('./strip.js').StripView} StripView */
/** @typedef {{ at: number, ms: number }} Time */

const EASE = 'cubic-bezier(0.3, 0, 0.1, 1)';
/** Into a node faster and faster, out of it slower and slower: one motion through it. */
const INTO = 'cubic-bezier(0.4, 0, 0.8, 0.7)';
const OUT = 'cubic-bezier(0.2, 0.4, 0.3, 1)';

/** @param {StripView} strip @returns {Point} */
const centre = ({ spec }) => ({ x: spec.x + spec.w / 2, y: spec.y + spec.h / 2 });

/** @param {Point} from @param {Point} to */
const shift = (from, to) => `translate(${to.x - from.x}px, ${to.y - from.y}px)`;

export class Motion {
  /** @param {BeltDrawing} drawing */
  constructor(drawing) {
    this.drawing = drawing;
    /** @type {Animation[]} */
    this.animations = [];
    /** @type {Element[]} */
    this.passing = [];
  }

  /**
   * What has its place holds its first frame until its turn; what only passes is not seen until then.
   * @param {Element} element @param {Keyframe[]} frames @param {Time} time @param {string} [easing]
   */
  run(element, frames, { at, ms }, easing = EASE) {
    const fill = this.passing.includes(element) ? 'none' : 'backwards';
    this.animations.push(element.animate(frames, { delay: at, duration: ms, easing, fill }));
  }

  /**
   * Adds what is seen only while it moves.
   * @template {SVGElement} E
   * @param {E} element
   * @returns {E}
   */
  pass(element) {
    element.style.opacity = '0';
    this.drawing.ghosts.append(element);
    this.passing.push(element);
    return element;
  }

  /**
   * @param {readonly Move[]} moves @param {number} start ms before the first
   * @param {number} pace 1 as declared, 0.5 twice as fast
   * @param {Map<string, SVGGElement>} [ghosts] copies made before the picture changed
   */
  add(moves, start, pace, ghosts = new Map()) {
    for (const move of moves) {
      const time = { at: start + move.at * pace, ms: move.ms * pace };
      const id = move.target ?? '';
      const strip = this.drawing.strip(id);
      if (move.kind === 'fill' && strip) this.fill(strip, time);
      else if (move.kind === 'emerge' && strip) this.emerge(strip, move, time);
      else if (move.kind === 'travel' && strip) this.travel(strip, ghosts.get(id) ?? strip.ghost(), move, time);
      else if (move.kind === 'pulse') this.pulse(id, time);
      else if (move.kind === 'valve') this.valve(id, time);
      else if (move.kind === 'tread') this.tread(time);
      else if (move.kind === 'rows') this.rows(time);
    }
  }

  /**
   * Wires and boxes come on with their phase.
   * @param {number} phase @param {number} at
   */
  wake(phase, at) {
    for (const { spec, node } of [...this.drawing.wires, ...this.drawing.boxes]) {
      if (spec.phase === phase) this.run(node, [{ opacity: 0.2 }, { opacity: 1 }], { at, ms: 150 });
    }
    for (const { phase: from, node } of this.drawing.captions) {
      if (from === phase)
        this.run(node, [{ opacity: 0 }, { opacity: 1 }], {
          at: at + lengthOf(this.drawing.layout.moves[phase] ?? []) * 0.8,
          ms: 150,
        });
    }
  }

  /** Its number and its outline come when it is there. @param {StripView} strip @param {Time} time */
  settle(strip, { at, ms }) {
    for (const element of [strip.value, strip.mark]) {
      this.run(element, [{ opacity: 0 }, { opacity: 1 }], { at: at + ms * 0.7, ms: ms * 0.3 });
    }
  }

  /** @param {StripView} strip @param {Time} time */
  fill(strip, { at, ms }) {
    const { spec, groups } = strip;
    const base = spec.scale === 'gate' ? spec.y + spec.h : spec.y + spec.h / 2;
    const step = (ms * 0.5) / groups.length;
    groups.forEach((group, k) => {
      group.style.transformOrigin = `0px ${base}px`;
      this.run(group, [{ transform: 'scaleY(0)' }, { transform: 'scaleY(1)' }], { at: at + k * step, ms: ms * 0.5 });
    });
    this.settle(strip, { at, ms });
  }

  /** @param {StripView} strip @param {Move} move @param {Time} time */
  emerge(strip, move, time) {
    const here = centre(strip);
    const from = move.points?.[0] ?? here;
    strip.bars.style.transformOrigin = `${here.x}px ${here.y}px`;
    const small = move.whole ? '' : ' scale(0.12, 0.6)';
    this.run(
      strip.bars,
      [
        { transform: `${shift(here, from)}${small}`, opacity: 0 },
        { opacity: 1, offset: 0.3 },
        { transform: 'none', opacity: 1 },
      ],
      time,
      move.whole ? EASE : OUT,
    );
    this.settle(strip, time);
  }

  /** @param {StripView} strip @param {SVGGElement} ghost @param {Move} move @param {Time} time */
  travel(strip, ghost, move, time) {
    const here = centre(strip);
    const points = move.points ?? [here];
    this.pass(ghost).style.transformOrigin = `${here.x}px ${here.y}px`;
    const last = points.length - 1;
    this.run(
      ghost,
      points.map((point, k) => ({
        transform: `${shift(here, point)}${move.whole ? '' : ` scale(${1 - 0.88 * Math.sqrt(k / last)}, ${1 - (0.4 * k) / last})`}`,
        opacity: k < last ? 1 : move.whole ? 0 : 0.4,
      })),
      time,
      move.whole ? EASE : INTO,
    );
  }

  /** @param {string} id @param {Time} time */
  pulse(id, time) {
    const wire = this.drawing.layout.wires.find((spec) => spec.id === id);
    if (!wire) return;
    const first = /** @type {Point} */ (wire.points[0]);
    const spark = this.pass(svg('circle', { class: `spark hue-${wire.hue}`, cx: first.x, cy: first.y, r: 4.5 }));
    this.run(
      spark,
      wire.points.map((point) => ({ transform: shift(first, point), opacity: 1 })),
      time,
      'linear',
    );
  }

  /** @param {string} id @param {Time} time */
  valve(id, time) {
    const box = this.drawing.boxes.find(({ spec }) => spec.id === id);
    for (const blade of box?.blades ?? []) {
      this.run(
        blade,
        [{ transform: this.drawing.level ? 'scaleY(0)' : 'scaleX(0)' }, { transform: blade.style.transform }],
        time,
      );
    }
  }

  /** @param {Time} time */
  tread(time) {
    const { track, level } = this.drawing;
    if (!track) return;
    const way = 4 * MARK;
    this.run(
      track.tread,
      [{ transform: 'none' }, { transform: level ? `translateX(${way}px)` : `translateY(${way}px)` }],
      time,
    );
    for (const roller of track.rollers) {
      this.run(roller, [{ transform: 'rotate(0deg)' }, { transform: 'rotate(360deg)' }], time);
    }
  }

  /** @param {Time} time */
  rows({ at, ms }) {
    const { rows } = this.drawing.predict;
    const step = Math.min(60, ms / rows.length); // a high picture has many rows
    rows.forEach(({ row, bar }, k) => {
      const time = { at: at + k * step, ms: ms - k * step };
      this.run(row, [{ opacity: 0 }, { opacity: 1 }], time);
      this.run(bar, [{ transform: 'scaleX(0)' }, { transform: bar.style.transform }], time);
    });
  }

  /**
   * What a phase showed goes back where it came from.
   * @param {readonly Move[]} moves @param {Map<string, SVGGElement>} ghosts
   */
  retreat(moves, ghosts) {
    for (const move of moves) {
      const ghost = ghosts.get(move.target ?? '');
      const strip = this.drawing.strip(move.target ?? '');
      if (!ghost || !strip || (move.kind !== 'emerge' && move.kind !== 'fill')) continue;
      const here = centre(strip);
      this.pass(ghost).style.transformOrigin = `${here.x}px ${here.y}px`;
      const to = move.kind === 'emerge' ? `${shift(here, move.points?.[0] ?? here)} scale(0.12, 0.6)` : 'scale(1, 0)';
      this.run(
        ghost,
        [
          { transform: 'none', opacity: 1 },
          { transform: to, opacity: 0.2 },
        ],
        { at: 0, ms: 300 },
      );
    }
  }

  /** Takes away what was only passing. */
  clear() {
    for (const element of this.passing) element.remove();
    this.passing = [];
  }
}

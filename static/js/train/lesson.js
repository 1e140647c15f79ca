/**
 * One training or two at once, and the way through their frames: they are looked at at the same update, played no faster
 * than can be watched, and gone back in. All frames stay here.
 */

import { netsOf, queryOf } from './choices.js';
import { Course } from './course.js';

/** @typedef {import('./choices.js').Choices} Choices */
/** @typedef {import('./choices.js').Which} Which */
/** @typedef {import('../api.js').Failure} Failure */
/** @typedef {(query: URLSearchParams, listener: import('../sources/training.js').TrainingListener) => () => void} Open */

const PACE = 12; // frames a second at speed 1

export class Lesson {
  /** @param {{ open: Open, changed: () => void }} how changed: anything is another */
  constructor({ open, changed }) {
    this.open = open;
    this.changed = changed;
    /** @type {Map<Which, Course>} */
    this.courses = new Map();
    /** @type {Failure | null} */
    this.failure = null;
    this.index = 0;
    this.playing = false;
    /** @type {Which[]} */
    this.nets = [];
    /** @type {(() => void)[]} */
    this.closing = [];
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.timer = undefined;
    /** @type {number | null} the update to stop at, which a link names */
    this.aim = null;
  }

  get begun() {
    return this.nets.length > 0;
  }

  /** The places of the frames that every net has. */
  get last() {
    return Math.min(...this.nets.map((which) => (this.courses.get(which)?.frames.length ?? 0) - 1));
  }

  /** How many frames there will be. */
  get total() {
    return Math.max(1, ...[...this.courses.values()].map((course) => course.total));
  }

  /** The update that is looked at. */
  get update() {
    return [...this.courses.values()][0]?.at(this.index)?.update ?? 0;
  }

  get complete() {
    return this.begun && this.nets.every((which) => this.courses.get(which)?.outcome);
  }

  /**
   * Begins anew. With `aim` all comes as fast as it can and stops at that update; without, it plays.
   * @param {Choices} choices @param {number | null} [aim]
   */
  begin(choices, aim = null) {
    this.close();
    this.nets = netsOf(choices);
    this.aim = aim;
    for (const which of this.nets) this.closing.push(this.open(queryOf(choices, which), this.listener(which)));
    if (aim === null) this.play(choices.speed);
    this.changed();
  }

  /** @param {Which} which @returns {import('../sources/training.js').TrainingListener} */
  listener(which) {
    return {
      start: (start) => {
        this.courses.set(which, new Course(start));
      },
      frame: (event) => {
        const course = this.courses.get(which);
        course?.take(event);
        if (this.aim !== null) this.approach(this.aim);
        if (course?.frames.length === 1 || this.aim !== null) this.changed();
      },
      end: (outcome) => {
        const course = this.courses.get(which);
        if (course) course.outcome = outcome;
        if (this.complete) this.aim = null;
        this.changed();
      },
      error: (failure) => {
        this.close();
        this.failure = failure;
        this.changed();
      },
    };
  }

  /** As near to an update as there are frames. @param {number} update */
  approach(update) {
    const frames = [...this.courses.values()][0]?.frames ?? [];
    let index = 0;
    while (index < this.last && (frames[index + 1]?.update ?? Infinity) <= update) index += 1;
    this.index = index;
  }

  /** @param {number} speed */
  play(speed) {
    this.pause();
    if (this.complete && this.index >= this.last) this.index = 0;
    this.aim = null;
    this.playing = true;
    this.timer = setInterval(() => this.tick(), 1000 / (PACE * speed));
    this.changed();
  }

  tick() {
    if (this.index < this.last) {
      this.index += 1;
      this.changed();
    } else if (this.complete) this.pause();
  }

  pause() {
    clearInterval(this.timer);
    if (!this.playing) return;
    this.playing = false;
    this.changed();
  }

  /** Looks at a frame, as far as there are any. @param {number} index */
  go(index) {
    if (!this.begun) return;
    this.pause();
    this.aim = null;
    this.index = Math.max(0, Math.min(this.last, index));
    this.changed();
  }

  /** Ends what is open, and forgets it. */
  close() {
    this.pause();
    for (const close of this.closing) close();
    this.closing = [];
    this.courses.clear();
    this.nets = [];
    this.failure = null;
    this.index = 0;
  }
}

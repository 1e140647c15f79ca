/**
 * The walk: one trace, one moment in it, and every way to move. It draws nothing itself; it tells `changed`.
 */

import { address } from '#js/api.js';
import { Player } from '#js/player.js';
import { sceneOf, settled } from '#js/scene.js';
import { openStream } from '#js/stream.js';
import { TraceData, decode } from '#js/trace.js';

/** @typedef {import('#js/api.js').Failure} Failure */
/** @typedef {'trace' | 'moment' | 'play'} Change a trace came, or came whole; the moment moved; play began or ended */
/** @typedef {import('#js/scene.js').Moment} Moment */
/** @typedef {import('#js/scene.js').Scene} Scene */

export class Walk {
  /**
   * @param {object} parts
   * @param {import('#js/state.js').Store} parts.store
   * @param {import('#js/api.js').Models} parts.models
   * @param {() => boolean} parts.reduced
   * @param {(from: Moment, to: Moment, speed: number) => { finished: Promise<void>, finish: () => void } | null} parts.animate
   * @param {(kind: Change) => void} parts.changed
   * @param {(failure: Failure | null) => void} parts.failed
   */
  constructor({ store, models, reduced, animate, changed, failed }) {
    this.store = store;
    this.models = models;
    this.reduced = reduced;
    this.animate = animate;
    this.changed = changed;
    this.failed = failed;
    /** @type {TraceData | null} */
    this.trace = null;
    /** @type {{ finished: Promise<void>, finish: () => void } | null} */
    this.motion = null;
    this.close = () => {};
    /** Where play began. */
    this.began = 0;
    this.player = new Player({
      advance: () => this.advance(),
      speed: () => this.pace,
      changed: () => {
        this.began = store.state.t;
        changed('play');
      },
    });
  }

  get model() {
    const { models, default: preferred } = this.models;
    const wanted = this.store.state.model === '' ? preferred : this.store.state.model;
    return models.find((entry) => entry.name === wanted) ?? models.find((entry) => entry.name === preferred) ?? models[0];
  }

  /**
   * How fast it moves: the first word that is played is walked slowly, the others, known by then, twice as fast.
   * @returns {number}
   */
  get pace() {
    const { speed, t } = this.store.state;
    return this.player.playing && t > this.began ? 2 * speed : speed;
  }

  /** The present moment, held inside the trace that is there. @returns {Moment} */
  get moment() {
    const { t, phase, unit, layer, signal } = this.store.state;
    return { t, phase, unit, layer, signal };
  }

  /** @returns {Scene | null} */
  get scene() {
    return sceneOf(this.trace, this.models, this.moment);
  }

  /** The address has changed under the page: shows what it says now. */
  restore() {
    const { text } = this.store.state;
    const wanted = text === '' ? this.model?.examples[0] ?? '' : text;
    this.player.stop();
    if (this.trace?.text !== wanted || this.trace.model.name !== this.model?.name) {
      this.open(wanted, { push: false, restart: false });
      return;
    }
    this.motion?.finish();
    this.motion = null;
    this.store.set(settled(this.trace, this.moment));
    this.changed('moment');
  }

  /** Takes a trace that came with the page. @param {import('#js/trace.js').TraceDocument} whole */
  adopt(whole) {
    this.close();
    this.motion?.finish();
    this.trace = TraceData.fromDocument(whole);
    this.store.set(settled(this.trace, this.moment));
    this.changed('trace');
  }

  /**
   * Asks for a sentence. The trace on show stays until the new one's first step is here.
   * @param {string} text
   * @param {{ model?: string, push?: boolean, restart?: boolean, excuse?: boolean }} [how] push makes a place that Back
   *   returns to; restart goes to the first word; excuse leaves a failure that is told where it is
   */
  open(text, { model = this.model?.name ?? '', push = true, restart = true, excuse = false } = {}) {
    this.player.stop();
    this.close();
    /** @type {TraceData | null} */
    let coming = null;
    this.close = openStream(address('/trace/stream', { model, text }), {
      start: (start) => {
        coming = new TraceData(start);
      },
      step: ({ t, block, top }) => {
        if (!coming) return;
        coming.push(t, decode(block), top);
        if (this.trace === coming) return;
        const { t: wanted } = this.store.state;
        if (!restart && coming.length <= Math.min(wanted, coming.total - 1)) return;
        this.motion?.finish();
        this.trace = coming;
        if (!excuse) this.failed(null);
        this.store.set({ model, text, ...(restart ? { t: 0, phase: 0 } : {}) }, { push });
        this.store.set(settled(coming, this.moment));
        this.changed('trace');
      },
      end: () => this.changed('trace'),
      error: (failure) => this.failed(failure),
    });
  }

  /**
   * Goes to a place. A single step forwards moves; everything else is a cut.
   * @param {number} t @param {number} phase @param {{ move?: boolean }} [how]
   * @returns {Promise<void>}
   */
  async go(t, phase, { move = false } = {}) {
    const { scene } = this;
    if (!scene || t < 0 || t >= scene.trace.length || phase < 0 || phase >= scene.phases.length) return;
    this.motion?.finish();
    this.motion = null;
    const from = this.moment;
    this.store.set({ t, phase });
    const motion = move && !this.reduced() ? this.animate(from, this.moment, this.pace) : null;
    this.motion = motion;
    this.changed('moment');
    await motion?.finished;
  }

  /** One phase on. @returns {Promise<boolean>} */
  async advance() {
    const { scene } = this;
    if (!scene) return false;
    const { t, phase } = this.moment;
    const next = phase + 1 < scene.phases.length ? [t, phase + 1] : [t + 1, 0];
    const [toT = 0, toPhase = 0] = next;
    if (toT >= scene.trace.length) return false;
    await this.go(toT, toPhase, { move: true });
    return true;
  }

  /** @param {number} by */
  word(by) {
    this.player.stop();
    const { scene } = this;
    if (!scene) return;
    const last = scene.phases.length - 1;
    const { t, phase } = this.moment;
    if (by > 0 && phase < last) void this.go(t, last);
    else if (t + by >= 0 && t + by < scene.trace.length) void this.go(t + by, last, { move: by > 0 });
    else if (by < 0) void this.go(0, 0);
  }

  /** @param {number} by */
  phase(by) {
    this.player.stop();
    const { scene } = this;
    if (!scene) return;
    const place = this.moment.t * scene.phases.length + this.moment.phase + by;
    this.place(place, by > 0);
  }

  /** To a phase of the present word. @param {number} phase */
  toPhase(phase) {
    this.place(this.moment.t * (this.scene?.phases.length ?? 1) + phase, phase === this.moment.phase + 1);
  }

  /** @param {number} position phases from the start @param {boolean} [move] */
  place(position, move = false) {
    this.player.stop();
    const { scene } = this;
    if (!scene || position < 0) return;
    const count = scene.phases.length;
    void this.go(Math.floor(position / count), position % count, { move });
  }

  /** @param {boolean} end */
  jump(end) {
    this.player.stop();
    const { scene } = this;
    if (!scene) return;
    void this.go(end ? scene.trace.length - 1 : 0, end ? scene.phases.length - 1 : 0);
  }

  /** @param {Partial<Moment>} choice */
  choose(choice) {
    const { scene } = this;
    if (!scene) return;
    const unit = choice.unit ?? this.moment.unit;
    if (unit < 0 || unit >= scene.layer.units) return;
    this.motion?.finish();
    this.motion = null;
    this.store.set(choice);
    this.changed('moment');
  }

  /** Play from here, or from the start once the end is reached. */
  toggle() {
    const { scene } = this;
    if (!scene) return;
    const atEnd = this.moment.t === scene.trace.length - 1 && this.moment.phase === scene.phases.length - 1;
    if (!this.player.playing && atEnd) void this.go(0, 0);
    this.player.toggle();
  }

  /** @param {import('#js/keys.js').Action} action */
  act(action) {
    const acts = {
      next: () => this.word(1), back: () => this.word(-1), down: () => this.phase(1), up: () => this.phase(-1),
      play: () => this.toggle(), first: () => this.jump(false), last: () => this.jump(true),
      unitDown: () => this.choose({ unit: this.moment.unit - 1 }), unitUp: () => this.choose({ unit: this.moment.unit + 1 }),
      help: () => {},
    };
    acts[action]();
  }
}

/**
 * The walk: one trace, one moment in it, and every way to move. It draws nothing itself; it tells `changed`.
 */

import { address } from './api.js';
import { DEEDS } from './deeds.js';
import { Player } from './player.js';
import { routeIn, sceneOf, settled } from './scene.js';
import { openStream } from './stream.js';
import { TraceData, decode } from './trace.js';
import { exampleOf } from './wording.js';

/** @typedef {import('./api.js').Failure} Failure */
/** @typedef {'trace' | 'moment' | 'play'} Change a trace came, or came whole; the moment moved; play began or ended */
/** @typedef {import('./scene.js').Moment} Moment */
/** @typedef {import('./scene.js').Scene} Scene */

export class Walk {
  /**
   * @param {object} parts
   * @param {import('./state.js').Store} parts.store
   * @param {import('./api.js').Models} parts.models
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
    /** The place where play began. */
    this.began = 0;
    this.player = new Player({
      advance: () => this.advance(),
      speed: () => this.pace,
      changed: () => {
        this.began = this.scene?.place ?? 0;
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
    const { speed } = this.store.state;
    return this.player.playing && (this.scene?.place ?? 0) > this.began ? 2 * speed : speed;
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
    const wanted = text === '' && this.model ? exampleOf(this.model) : text;
    this.player.stop();
    if (this.trace?.text !== wanted || this.trace.model.name !== this.model?.name) {
      this.open(wanted, { push: false, restart: false });
      return;
    }
    this.motion?.finish();
    this.motion = null;
    this.store.set(settled(this.trace, this.models, this.moment));
    this.changed('moment');
  }

  /** Takes a trace that came with the page. @param {import('./trace.js').TraceDocument} whole */
  adopt(whole) {
    this.close();
    this.motion?.finish();
    this.trace = TraceData.fromDocument(whole);
    this.store.set(settled(this.trace, this.models, this.moment));
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
        const wanted = settled(coming, this.models, this.moment);
        if (!restart && !coming.arrived(wanted.layer, wanted.t)) return;
        this.motion?.finish();
        this.trace = coming;
        if (!excuse) this.failed(null);
        const first = routeIn(coming, this.models, wanted.layer).at(0);
        this.store.set({ model, text, ...(restart ? first : {}) }, { push });
        this.store.set(settled(coming, this.models, this.moment));
        this.changed('trace');
      },
      end: () => this.changed('trace'),
      error: (failure) => this.failed(failure),
    });
  }

  /**
   * Goes to a place, in the layer that is unfolded or else the one that is at work there. A single step forwards moves;
   * everything else is a cut.
   * @param {number} t @param {number} phase @param {{ layer?: string, move?: boolean }} [how]
   * @returns {Promise<void>}
   */
  async go(t, phase, { layer, move = false } = {}) {
    const { trace, moment: from } = this;
    const there = trace && (layer ?? trace.layerAt(from.layer, t));
    if (!trace || !there || !trace.arrived(there, t)) return;
    this.motion?.finish();
    this.motion = null;
    this.store.set(settled(trace, this.models, { ...from, layer: there, t, phase }));
    const motion = move && !this.reduced() ? this.animate(from, this.moment, this.pace) : null;
    this.motion = motion;
    this.changed('moment');
    await motion?.finished;
  }

  /** @param {import('./route.js').Place | null} place */
  reachable(place) {
    return place !== null && this.trace?.arrived(place.layer, place.t) === true;
  }

  /** One phase on. @returns {Promise<boolean>} */
  async advance() {
    const to = this.scene?.route.at(this.scene.position + 1) ?? null;
    if (!to || !this.reachable(to)) return false;
    await this.go(to.t, to.phase, { layer: to.layer, move: true });
    return true;
  }

  /** By words, in the order in which they are read. @param {number} by */
  word(by) {
    this.player.stop();
    const { scene } = this;
    if (!scene) return;
    const last = scene.phases.length - 1;
    const next = scene.route.place(scene.place + by);
    if (by > 0 && this.moment.phase < last) void this.go(this.moment.t, last);
    else if (next && this.reachable(next)) void this.go(next.t, last, { layer: next.layer, move: by > 0 });
    else if (by < 0) this.place(0);
  }

  /** @param {number} by */
  phase(by) {
    const { scene } = this;
    if (scene) this.place(scene.position + by, by > 0);
  }

  /** To a phase of the present word. @param {number} phase */
  toPhase(phase) {
    this.player.stop();
    void this.go(this.moment.t, phase, { move: phase === this.moment.phase + 1 });
  }

  /** @param {number} position phases from the start @param {boolean} [move] */
  place(position, move = false) {
    this.player.stop();
    const to = this.scene?.route.at(position);
    if (to) void this.go(to.t, to.phase, { layer: to.layer, move });
  }

  /** @param {boolean} end */
  jump(end) {
    this.player.stop();
    const { scene } = this;
    if (!scene) return;
    let place = end ? scene.route.length - 1 : 0;
    while (place > 0 && !this.reachable(scene.route.place(place))) place -= 1;
    const to = scene.route.place(place);
    if (to) void this.go(to.t, end ? scene.phases.length - 1 : 0, { layer: to.layer });
  }

  /** Unfolds a layer, at the same word where it is at work there. @param {string | undefined} layer @param {number} [t] @param {number} [phase] */
  unfold(layer, t = this.moment.t, phase = this.moment.phase) {
    this.player.stop();
    if (!this.trace || layer === undefined) return;
    const to = settled(this.trace, this.models, { ...this.moment, layer, t, phase });
    void this.go(to.t, to.phase, { layer });
  }

  /** One layer up or down. @param {number} by */
  layer(by) {
    const names = this.trace?.layers.map(({ name }) => name) ?? [];
    this.unfold(names[names.indexOf(this.moment.layer) + by]);
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
    const atEnd = scene.position === scene.route.positions - 1;
    if (!this.player.playing && atEnd) this.place(0);
    this.player.toggle();
  }

  /** @param {import('./keys.js').Action} action */
  act(action) {
    DEEDS[action](this);
  }
}

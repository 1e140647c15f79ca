/**
 * Moving: one trace, one moment in it, and every way to move. It draws nothing itself; it tells `changed`.
 */

import { Player } from './player.js';
import { sceneOf, settled } from './scene.js';

/** @typedef {import('./trace.js').TraceData} TraceData */
/** @typedef {'trace' | 'moment' | 'play'} Change a trace came, or came whole; the moment moved; play began or ended */
/** @typedef {import('./scene.js').Moment} Moment */
/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {{ finished: Promise<void>, finish: () => void }} Motion */
/** @typedef {{ speed: number, within?: number | undefined, past?: boolean }} Pace within: ms that a movement takes at speed 1, in place of its own length; past: the next word is only passed */

const PAUSE = 550; // ms between two phases at speed 1

export class Walk {
  /**
   * @param {object} parts
   * @param {import('./state.js').Store} parts.store
   * @param {import('./api.js').Models} parts.models
   * @param {() => boolean} parts.reduced
   * @param {(from: Moment, to: Moment, pace: Pace) => Motion | null} parts.animate
   * @param {(kind: Change) => void} parts.changed
   */
  constructor({ store, models, reduced, animate, changed }) {
    this.store = store;
    this.models = models;
    this.reduced = reduced;
    this.animate = animate;
    this.changed = changed;
    /** @type {TraceData | null} */
    this.trace = null;
    /** @type {Motion | null} */
    this.motion = null;
    /** The run beside it. @type {() => import('./beside.js').Other | null} */
    this.beside = () => null;
    /** The place where play began. */
    this.began = 0;
    this.player = new Player(() => {
      this.began = this.scene?.place ?? 0;
      changed('play');
    });
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
    return sceneOf(this.trace, this.models, this.moment, this.beside());
  }

  /** Ends a movement where it leads to. */
  rest() {
    this.motion?.finish();
    this.motion = null;
  }

  /**
   * Walks another trace from now on.
   * @param {TraceData} trace @param {Partial<import('./state.js').State>} changes what else is so from now on
   * @param {{ push?: boolean }} [how] push makes a place that Back returns to
   */
  take(trace, changes, how = {}) {
    this.rest();
    this.trace = trace;
    this.store.set({ ...changes, ...settled(trace, this.models, { ...this.moment, ...changes }) }, how);
    this.changed('trace');
  }

  /** Whether it stands at the end of all that is here. */
  get atEnd() {
    const { scene } = this;
    return scene !== null && scene.moment.t === scene.trace.length - 1 && scene.moment.phase >= scene.phases.length - 1;
  }

  /** More of the trace is here. @param {boolean} along whether to go to the end of it */
  grow(along) {
    if (along && this.trace) void this.go(this.trace.length - 1, (this.scene?.phases.length ?? 1) - 1);
    else this.changed('moment');
  }

  /** The state has changed by itself: shows what it says now. @param {Partial<import('./state.js').State>} asked the run that it asks for */
  restore(asked) {
    this.player.stop();
    this.rest();
    if (!this.trace) return;
    this.store.set({ ...asked, ...settled(this.trace, this.models, this.moment) });
    this.changed('moment');
  }

  /**
   * Goes to a place, in the layer that is unfolded or else the one that is at work there. A single step forwards moves;
   * everything else is a cut.
   * @param {number} t @param {number} phase @param {{ layer?: string, move?: boolean, within?: number, past?: boolean }} [how]
   * @returns {Promise<void>}
   */
  async go(t, phase, { layer, move = false, within, past = false } = {}) {
    const { trace, moment: from } = this;
    const there = trace && (layer ?? trace.layerAt(from.layer, t));
    if (!trace || !there || !trace.arrived(there, t)) return;
    this.rest();
    this.store.set(settled(trace, this.models, { ...from, layer: there, t, phase }));
    const motion = move && !this.reduced() ? this.animate(from, this.moment, { speed: within ? this.store.state.speed : this.pace, within, past }) : null;
    this.motion = motion;
    this.changed('moment');
    await motion?.finished;
  }

  /** @param {import('./route.js').Place | null} place */
  reachable(place) {
    return place !== null && this.trace?.arrived(place.layer, place.t) === true;
  }

  /** To the end of a step, where all that it computes is there. @param {number} t */
  toStep(t) {
    this.player.stop();
    void this.go(t, (this.scene?.phases.length ?? 1) - 1);
  }

  /** One phase on, as play goes. @type {import('./player.js').Script} */
  async advance() {
    const to = this.scene?.route.at(this.scene.position + 1) ?? null;
    if (!to || !this.reachable(to)) return null;
    await this.go(to.t, to.phase, { layer: to.layer, move: true });
    return PAUSE / this.pace;
  }

  /** Plays from here. */
  play() {
    void this.player.play(() => this.advance());
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
    this.rest();
    this.store.set(choice);
    this.changed('moment');
  }

  /** Play from here, or from the start once the end is reached. */
  toggle() {
    const { scene } = this;
    if (!scene) return;
    if (this.player.playing) {
      this.player.stop();
      return;
    }
    if (scene.position === scene.route.positions - 1) this.place(0);
    this.play();
  }
}

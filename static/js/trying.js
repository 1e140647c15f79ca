/**
 * A run tried by hand: the present one with valves held, asked for while the hand still moves. One at a time is on its way;
 * of those that wait the newest comes next.
 */

import { before } from './against.js';
import { hold } from './holding.js';
import { askedBy } from './loading.js';
import { RunRequest } from './run-request.js';

/** @typedef {import('./holding.js').Target} Target */

/** A run request with other clamps. @param {RunRequest} request @param {readonly string[]} clamps */
const withClamps = ({ model, text, writing, scales }, clamps) => new RunRequest(model, text, clamps, writing, scales);

export class Trying {
  /** @param {{ walk: import('./walk.js').Walk, loading: import('./loading.js').Loading, store: import('./state.js').Store }} parts */
  constructor({ walk, loading, store }) {
    this.walk = walk;
    this.loading = loading;
    this.store = store;
    /** The run that is on its way. @type {RunRequest | null} */
    this.asked = null;
    /** @type {{ request: RunRequest, push: boolean } | null} */
    this.next = null;
  }

  /** The run that is wanted by now: on show, or on its way there. */
  get now() {
    const { trace } = this.walk;
    return this.next?.request ?? this.asked ?? (trace ? askedBy(trace) : this.loading.request);
  }

  /**
   * Asks for a run and stays where the walk is.
   * @param {RunRequest} request @param {boolean} [push] makes a place that Back returns to
   */
  ask(request, push = true) {
    if (request.equals(this.now)) return;
    if (this.asked) {
      this.next = { request, push: push || (this.next?.push ?? false) };
      return;
    }
    const beside = before(this.store.state, this.now);
    this.asked = request;
    this.loading.open(request, { push, restart: false, beside, over: (ended) => this.over(ended) });
  }

  /** A run is over. @param {boolean} ended by itself; else another took its place, and none is wanted any more */
  over(ended) {
    const { next } = this;
    this.asked = this.next = null;
    if (ended && next) this.ask(next.request, next.push);
  }

  /** Holds what is meant at a value. @param {Target} target @param {number} value @param {boolean} [push] */
  hold(target, value, push = true) {
    const { now } = this;
    this.ask(withClamps(now, hold(now.clamps, target, value)), push);
  }
}

/**
 * The belt's valves for the hand: a unit's, at the word on show.
 * @param {Trying} trying @returns {import('./views/belt/hold.js').Valves}
 */
export function beltValves(trying) {
  const { walk } = trying;
  /** @type {Target | null} */
  let target = null;
  let first = true;
  return {
    range(signal) {
      const { scene } = walk;
      const declared = scene?.layer.signals.find(({ name }) => name === signal);
      if (!scene || !declared || !scene.layer.valves.includes(signal)) return null;
      const most = scene.trace.max(scene.layer.name, signal);
      return [declared.range[0] ?? -most, declared.range[1] ?? most];
    },
    begin(gate, unit) {
      walk.player.stop();
      walk.choose({ unit });
      const { layer, t } = walk.moment;
      target = { layer, gate, units: [[unit, unit]], steps: [[t, t]] };
      first = true;
    },
    pull(value) {
      if (target) trying.hold(target, value, first);
      first = false;
    },
    end() {
      target = null;
    },
  };
}

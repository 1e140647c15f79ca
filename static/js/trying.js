/**
 * A run tried by hand: the present one with valves held or weights scaled, asked for while the hand still moves. One at a
 * time is on its way; of those that wait the newest comes next.
 */

import { before } from './against.js';
import { hold } from './holding.js';
import { askedBy } from './loading.js';
import { RunRequest } from './run-request.js';

/** @typedef {import('./holding.js').Target} Target */
/** @typedef {{ more?: boolean }} How more: the hand has not let go since the one before, so Back leads past both */

export class Trying {
  /** @param {{ walk: import('./walk.js').Walk, loading: import('./loading.js').Loading, store: import('./state.js').Store }} parts */
  constructor({ walk, loading, store }) {
    this.walk = walk;
    this.loading = loading;
    this.store = store;
    /** The run that is on its way. @type {RunRequest | null} */
    this.asked = null;
    /** @type {{ request: RunRequest, push: boolean, more: boolean } | null} */
    this.next = null;
    /** What was asked for last, in its written form. @type {{ run: string, more: boolean } | null} */
    this.latest = null;
  }

  /** The run that is wanted by now: on show, or on its way there. */
  get now() {
    const { trace } = this.walk;
    return this.next?.request ?? this.asked ?? (trace ? askedBy(trace) : this.loading.request);
  }

  /**
   * Asks for a run and stays where the walk is.
   * @param {RunRequest} request @param {How} [how]
   */
  ask(request, { more = false } = {}) {
    if (request.equals(this.now)) return;
    if (this.asked) {
      const { push = false, more: same = true } = this.next ?? {};
      this.next = { request, push: push || !more, more: more && same };
      return;
    }
    this.send(request, !more, more);
  }

  /** @param {RunRequest} request @param {boolean} push @param {boolean} more */
  send(request, push, more) {
    const { trace } = this.walk;
    const beside = trace ? { against: before(this.store.state.against, askedBy(trace), request) } : {};
    this.asked = request;
    this.latest = { run: String(request), more };
    this.loading.open(request, { push, restart: false, whole: true, beside, over: (ended) => this.over(ended) });
  }

  /** A run is over. @param {boolean} ended by itself; else another took its place, and none is wanted any more */
  over(ended) {
    const { next } = this;
    this.asked = this.next = null;
    if (ended && next) this.send(next.request, next.push, next.more);
  }

  /** The present run, but for what is changed of it. @param {Partial<{ text: string, clamps: readonly string[], scales: readonly string[] }>} changes @param {How} [how] */
  change(changes, how) {
    const { model, text, clamps, writing, scales } = { ...this.now, ...changes };
    this.ask(new RunRequest(model, text, clamps, writing, scales), how);
  }

  /** Holds each at its value. @param {readonly (readonly [Target, number])[]} holds @param {How} [how] */
  holdAll(holds, how) {
    this.change({ clamps: holds.reduce((clamps, [target, value]) => hold(clamps, target, value), this.now.clamps) }, how);
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
  let pulled = false;
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
      pulled = false;
    },
    pull(value) {
      if (target) trying.holdAll([[target, value]], { more: pulled });
      pulled = true;
    },
    end() {
      target = null;
    },
  };
}

/**
 * Loading: which run is asked for, how it comes, and what is told where it cannot. What came is given to the walk.
 */

import { unreadable } from './contract.js';
import { RunRequest } from './run-request.js';
import { routeIn, settled } from './scene.js';
import { requestOf } from './state.js';
import { TraceData, decode } from './trace.js';
import { exampleOf } from './wording.js';

/** @typedef {import('./api.js').Failure} Failure */
/**
 * @typedef {object} How
 * @property {boolean} [push] makes a place that Back returns to
 * @property {boolean} [restart] goes to the first word
 * @property {boolean} [excuse] leaves a failure that is told where it is
 */

/** What a request asks for, as the state has it. @param {RunRequest} request */
const fieldsOf = ({ model, text, clamps }) => ({ model, text, clamps });

export class Loading {
  /**
   * @param {object} parts
   * @param {import('./source.js').TraceSource} parts.source
   * @param {import('./state.js').Store} parts.store
   * @param {import('./walk.js').Walk} parts.walk takes what came
   * @param {(failure: Failure | null) => void} parts.failed
   */
  constructor({ source, store, walk, failed }) {
    this.source = source;
    this.store = store;
    this.walk = walk;
    this.failed = failed;
    this.close = () => {};
  }

  /** The model that the state names, or the one to begin with. */
  get model() {
    const { models, default: preferred } = this.source.models;
    const { model } = this.store.state;
    return [model, preferred].flatMap((name) => models.find((entry) => entry.name === name) ?? []).at(0) ?? models[0];
  }

  /** The run that the state asks for, or an example where it names no text. */
  get request() {
    const { text, clamps } = requestOf(this.store.state);
    return new RunRequest(this.model?.name ?? '', text === '' && this.model ? exampleOf(this.model) : text, clamps);
  }

  /**
   * Shows the first moment: what came along, or what the state asks for. Where that cannot be run, an example stands in,
   * below the message that says why.
   * @param {Failure | null} failure what is wrong with what the state asks for
   */
  begin(failure) {
    this.failed(failure);
    if (this.source.first) {
      this.adopt(this.source.first);
      return;
    }
    const { model, text } = this.request;
    const instead = failure?.field === 'text' && this.model ? exampleOf(this.model) : text;
    this.open(failure ? new RunRequest(model, instead) : this.request, { push: false, restart: failure?.field === 'text', excuse: failure !== null });
  }

  /** The state has changed by itself: shows what it says now. */
  restore() {
    const { trace } = this.walk;
    const { request } = this;
    if (trace && new RunRequest(trace.model.name, trace.text, trace.clamps).equals(request)) this.walk.restore();
    else this.open(request, { push: false, restart: false });
  }

  /** Takes a trace that came along. @param {import('./trace.js').TraceDocument} whole */
  adopt(whole) {
    this.close();
    const failure = unreadable(whole);
    if (failure) {
      this.failed(failure);
      return;
    }
    this.walk.take(TraceData.fromDocument(whole), fieldsOf(new RunRequest(whole.model.name, whole.text, whole.clamps)));
  }

  /**
   * Asks for a run. The trace on show stays until the new one's first step is here.
   * @param {RunRequest} request @param {How} [how]
   */
  open(request, { push = true, restart = true, excuse = false } = {}) {
    const { walk } = this;
    walk.player.stop();
    this.close();
    /** @type {TraceData | null} */
    let coming = null;
    this.close = this.source.open(request, {
      start: (start) => {
        const failure = unreadable(start);
        if (failure) this.failed(failure);
        else coming = new TraceData(start);
      },
      step: ({ t, block, top }) => {
        if (!coming) return;
        coming.push(t, decode(block), top);
        if (walk.trace === coming) return;
        const wanted = settled(coming, walk.models, walk.moment);
        if (!restart && !coming.arrived(wanted.layer, wanted.t)) return;
        if (!excuse) this.failed(null);
        const first = restart ? routeIn(coming, walk.models, wanted.layer).at(0) : null;
        walk.take(coming, { ...fieldsOf(request), ...first }, { push });
      },
      end: () => {
        if (walk.trace === coming) walk.changed('trace');
      },
      error: (failure) => this.failed(failure),
    });
  }
}

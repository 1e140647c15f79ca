/**
 * The run beside the one that is walked: it comes as that one does, is aligned with it, and stands in each scene.
 */

import { ApiError } from './api.js';
import { besideOf } from './beside.js';
import { askedBy } from './loading.js';
import { RunRequest } from './run-request.js';
import { requestOf } from './state.js';
import { TraceData, decode } from './trace.js';

/** @typedef {import('./api.js').Failure} Failure */
/** @typedef {import('./api.js').Comparison} Comparison */
/** @typedef {import('./beside.js').Other} Other */
const REST = 60; // ms without a change after which the two are compared

export class OtherRun {
  /**
   * @param {object} parts
   * @param {import('./source.js').TraceSource} parts.source
   * @param {import('./state.js').Store} parts.store
   * @param {import('./walk.js').Walk} parts.walk
   * @param {() => void} parts.changed more of it is here, or it went
   */
  constructor({ source, store, walk, changed }) {
    this.source = source;
    this.store = store;
    this.walk = walk;
    this.changed = changed;
    this.close = () => {};
    this.asked = '';
    /** @type {TraceData | null} */
    this.trace = null;
    /** @type {Failure | null} */
    this.failure = null;
    /** @type {Comparison | null} */
    this.comparison = null;
    this.compared = '';
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.waits = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.tells = undefined;
    store.subscribe(() => this.follow());
    walk.beside = () => this.there;
  }

  /** What is asked for; null for nothing, and for the very run that is walked. @returns {RunRequest | null} */
  get request() {
    const { against } = this.store.state;
    if (against === '' || !this.source.compare) return null;
    const { model, text, clamps, writing, scales } = RunRequest.parse(against);
    const request = new RunRequest(model || this.source.models.default, text, clamps, writing, scales);
    return request.equals(requestOf(this.store.state)) ? null : request;
  }

  /** What of it stands in a scene. @returns {Other | null} */
  get there() {
    const { trace, walk, request, comparison } = this;
    if (!trace || !walk.trace || !request || trace.length === 0) return null;
    const model = this.source.models.models.find(({ name }) => name === trace.model.name);
    return besideOf(walk.trace, { trace, request, model, comparison });
  }

  /** Asks for what the state says now, where that is something else; compares the two, where one of them is another. */
  follow() {
    const { request } = this;
    const asked = request ? String(request) : '';
    if (asked !== this.asked) this.open(asked, request);
    else this.compare();
  }

  /** @param {string} asked @param {RunRequest | null} request */
  open(asked, request) {
    this.close();
    this.asked = asked;
    this.trace = null;
    this.failure = null;
    this.forget();
    if (request) {
      /** @type {TraceData | null} */
      let coming = null;
      this.close = this.source.open(request, {
        start: (start) => {
          this.trace = coming = new TraceData(start);
        },
        step: ({ t, block, top, ...said }) => {
          coming?.push(t, decode(block), top, said);
          this.tell();
        },
        end: () => this.follow(),
        error: (failure) => this.fail(failure),
      });
    }
    this.tell();
  }

  /** Tells of what came in one turn at once. */
  tell() {
    this.tells ??= setTimeout(() => {
      this.tells = undefined;
      this.changed();
    });
  }

  /** @param {Failure} failure */
  fail(failure) {
    this.failure = failure;
    this.tell();
  }

  /** What was compared is no longer so. */
  forget() {
    clearTimeout(this.waits);
    this.compared = '';
    this.comparison = null;
  }

  /** Compares the two once both are whole, and have been so for a moment. */
  compare() {
    const { trace, asked, walk } = this;
    const key = walk.trace && asked ? `${askedBy(walk.trace)} ${asked}` : '';
    if (key === this.compared) return;
    this.forget();
    if (!key || !trace?.complete || !walk.trace?.complete) return;
    this.compared = key;
    this.waits = setTimeout(() => void this.ask(askedBy(/** @type {TraceData} */ (walk.trace)), key), REST);
  }

  /** @param {RunRequest} walked @param {string} key of what is compared, while that is still wanted */
  async ask(walked, key) {
    const { request, source } = this;
    if (!request || !source.compare) return;
    /** @type {Comparison | Failure} */
    const found = await source.compare({ request: walked, against: request }).catch((error) => {
      if (error instanceof ApiError) return error.failure;
      throw error;
    });
    if (this.compared !== key) return;
    this.failure = 'code' in found ? found : null;
    this.comparison = 'code' in found ? null : found;
    this.tell();
  }
}

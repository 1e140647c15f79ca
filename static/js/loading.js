/**
 * Loading: which run is asked for, how it comes, and what is told where it cannot. What came is given to the walk.
 */

import { following } from './beside.js';
import { unreadable } from './contract.js';
import { endOf, unitToMeet } from './opening.js';
import { Pace } from './pace.js';
import { RunRequest } from './run-request.js';
import { routeIn, settled } from './scene.js';
import { requestOf } from './state.js';
import { TraceData, decode } from './trace.js';
import { exampleOf } from './wording.js';
import { parametersOf } from './writing.js';

/** @typedef {import('./api.js').Failure} Failure */
/**
 * @typedef {object} How
 * @property {boolean} [push] makes a place that Back returns to
 * @property {boolean} [restart] goes to the first word
 * @property {boolean} [excuse] leaves a failure that is told where it is
 * @property {boolean} [last] goes to the end of the last word that is read
 * @property {boolean} [meets] chooses the unit to meet; what that is, only the whole trace tells
 * @property {'first' | 'last'} [end] goes to that end of the way, where all is there that the step computes
 * @property {boolean} [whole] is shown once it is here whole, and not before: what is shown often is drawn once
 * @property {() => void} [then] is done once it is here whole
 * @property {(ended: boolean) => void} [over] is done once nothing more comes of it; ended: by itself, no other took its place
 * @property {Partial<import('./state.js').State>} [beside] what else is so once it is shown
 * @property {boolean} [follow] begins where it writes on, at a pace that can be watched, and goes along with what it writes
 */
/** @typedef {{ request: RunRequest, how: How, coming: TraceData | null, from: number }} Run one that comes; what it writes from step `from` on is new */

const PACE = { words: 260, letters: 90, numbers: 350 }; // ms from one written symbol to the next, at speed 1

/** What a request asks for, as the state has it. @param {RunRequest} request */
const fieldsOf = ({ model, text, clamps, scales, writing }) => ({ model, text, clamps, scales, writing });

/** The request that a trace answers. @param {Pick<TraceData, 'model' | 'text' | 'clamps'> & { scales?: readonly string[], writing?: import('./writing.js').Writing | null }} trace */
export const askedBy = ({ model, text, clamps, scales = [], writing = null }) => new RunRequest(model.name, text, clamps, parametersOf(writing), scales);

/** Whether a request goes on with what a trace has written so far. @param {TraceData | null} trace @param {RunRequest} request */
export const goesOn = (trace, { model, text, clamps, scales, writing }) =>
  trace?.writing != null && askedBy(trace).equals(new RunRequest(model, text, clamps, { ...writing, write: trace.writing.words }, scales));

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
    /** @type {(ended?: boolean) => void} */
    this.close = () => {};
    /** Whether it is being written at a pace, so that it can be stopped. */
    this.writes = false;
  }

  /** The model that the state names, or the one to begin with. */
  get model() {
    const { models, default: preferred } = this.source.models;
    const { model } = this.store.state;
    return [model, preferred].flatMap((name) => models.find((entry) => entry.name === name) ?? []).at(0) ?? models[0];
  }

  /** The run that the state asks for, or an example where it names no text. */
  get request() {
    const { text, clamps, scales, writing } = requestOf(this.store.state);
    return new RunRequest(this.model?.name ?? '', text === '' && this.model ? exampleOf(this.model) : text, clamps, writing, scales);
  }

  /**
   * Shows the first moment: what came along, or what the state asks for. Where that cannot be run, an example stands in,
   * below the message that says why.
   * @param {Failure | null} failure what is wrong with what the state asks for
   * @param {How} [how] for what the state asks for
   */
  begin(failure, how = {}) {
    this.failed(failure);
    if (this.source.first) {
      this.adopt(this.source.first, how);
      return;
    }
    const { model, text } = this.request;
    const instead = failure?.field === 'text' && this.model ? exampleOf(this.model) : text;
    if (failure) this.open(new RunRequest(model, instead), { push: false, restart: failure.field === 'text', excuse: true });
    else this.open(this.request, { ...how, push: false, restart: false });
  }

  /** The state has changed by itself: shows what it says now. */
  restore() {
    const { trace } = this.walk;
    const { request } = this;
    if (trace && askedBy(trace).equals(request)) this.walk.restore(fieldsOf(request));
    else this.open(request, { push: false, restart: false });
  }

  /** Takes a trace that came along. @param {import('./trace.js').TraceDocument} whole @param {How} how */
  adopt(whole, how) {
    this.close();
    const failure = unreadable(whole);
    if (failure) {
      this.failed(failure);
      return;
    }
    const trace = TraceData.fromDocument(whole);
    this.walk.take(trace, { ...fieldsOf(askedBy(whole)), ...this.choice(trace, how) });
    how.then?.();
  }

  /** What is chosen for somebody who named no moment. @param {TraceData} trace whole @param {How} how */
  choice(trace, { meets = false, end }) {
    const { walk } = this;
    const { view, ...met } = meets ? unitToMeet(trace, walk.models, walk.moment.layer) : {};
    const { scene } = walk;
    const over = scene !== null && scene.moment.phase >= scene.phases.length - 1; // where a step was over, it is over here, too
    const moment = settled(trace, walk.models, { ...walk.moment, ...(meets && over ? { phase: Infinity } : {}), ...met });
    const again = walk.trace?.model.name === trace.model.name; // its reader has chosen a view already
    return { ...(meets ? moment : {}), ...(view && !again ? { view } : {}), ...(end ? endOf(trace, walk.models, moment, end) : {}) };
  }

  /**
   * Asks for a run. The trace on show stays until the new one's first step is here.
   * @param {RunRequest} request @param {How} [how]
   */
  open(request, how = {}) {
    this.walk.player.stop();
    const { follow = false, push = true } = how;
    if (push) this.stop();
    else this.close(); // the state is another already
    const begun = follow && goesOn(this.walk.trace, request) ? this.walk.trace?.length : undefined;
    /** @type {Run} */
    const run = { request, how, coming: null, from: 0 };
    const pace = new Pace(() => this.interval);
    const close = this.source.open(request, {
      start: (start) => {
        const failure = unreadable(start);
        if (failure) this.failed(failure);
        else run.coming = new TraceData(start);
        run.from = begun ?? start.tokens.length;
      },
      step: (step) => pace.take(() => this.arrive(run, step), follow && step.t >= run.from - 1),
      end: () => pace.take(() => this.end(run)),
      error: (failure) => pace.take(() => {
        this.failed(failure);
        this.stop(true);
      }),
    });
    this.close = (ended = false) => {
      this.close = () => {};
      this.writes = false;
      pace.stop();
      close();
      how.over?.(ended);
    };
    this.writes = follow;
    if (follow) this.walk.changed('play');
  }

  /** How long a written symbol is looked at before the next one comes, in ms. */
  get interval() {
    return this.walk.reduced() ? 0 : PACE[this.model?.reads ?? 'words'] / this.store.state.speed;
  }

  /** A step has come. @param {Run} run @param {import('./trace.js').StepEvent} step */
  arrive({ request, how, coming, from }, { t, block, top, ...said }) {
    const { walk } = this;
    const { push = true, excuse = false, follow = false, beside = {} } = how;
    if (!coming) return;
    const watched = follow && walk.atEnd;
    coming.push(t, decode(block), top, said);
    if (walk.trace === coming) {
      if (follow && this.interval > 0) walk.grow(watched);
      return;
    }
    const changes = this.begun(coming, how, from);
    if (!changes) return;
    if (!excuse) this.failed(null);
    walk.take(coming, { ...fieldsOf(request), against: this.stays(request), ...beside, ...changes }, { push });
  }

  /** What stands beside a run once it is walked. @param {RunRequest} request */
  stays(request) {
    const { state } = this.store;
    return following(state.against, requestOf(state), request);
  }

  /** Where a run that is coming is shown first; null while that is not here. @param {TraceData} coming @param {How} how @param {number} from */
  begun(coming, how, from) {
    const { walk } = this;
    const { restart = true, last = false, follow = false, meets = false, whole = false, end } = how;
    if (whole && !coming.complete) return null;
    if (meets || end) return coming.complete ? this.choice(coming, how) : null;
    const ends = follow || last;
    const moment = ends ? { ...walk.moment, t: from - 1, phase: Infinity } : walk.moment;
    const wanted = settled(coming, walk.models, moment);
    const there = coming.arrived(wanted.layer, wanted.t) && (moment.t < coming.length || coming.complete);
    if ((ends || !restart) && !there) return null;
    return ends ? wanted : restart ? routeIn(coming, walk.models, wanted.layer).at(0) ?? {} : {};
  }

  /** The last step has come. @param {Run} run */
  end({ how: { follow, then, whole }, coming }) {
    const { walk, close } = this;
    this.writes = false;
    if (coming && walk.trace === coming) {
      if (follow && this.interval === 0) walk.grow(true);
      if (!whole) walk.changed('trace'); // else it was told when it came
      then?.();
    }
    if (this.close === close) close(true); // unless another was opened in the meantime
  }

  /** Writes no further: what is seen is all, and what the address asks for. @param {boolean} [ended] by itself */
  stop(ended) {
    const { trace } = this.walk;
    const wrote = this.writes;
    this.close(ended);
    if (!wrote) return;
    if (trace && !trace.complete) {
      trace.cut();
      this.store.set(fieldsOf(askedBy(trace)));
    }
    this.walk.changed('trace');
  }
}

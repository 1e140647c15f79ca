/**
 * The way through a trace: which layer is at which word, in the order in which the walk goes there. Layers that lie on
 * each other share the words, so the walk stays in the one that is unfolded; where one layer works after another, or
 * reads the sentence from its other end, the walk goes through them in turn.
 */

/** @typedef {import('./trace.js').TraceData} TraceData */
/** @typedef {{ layer: string, t: number }} Place */
/** @typedef {{ layer: string, from: number, to: number, backward: boolean, phases: number }} Leg one layer's part of the way: the steps [from, to), `phases` in each */

/** @param {Leg} leg */
const steps = ({ from, to }) => to - from;

export class Route {
  /** @param {Leg[]} legs */
  constructor(legs) {
    this.legs = legs;
  }

  /** Places on it. */
  get length() {
    return this.legs.reduce((sum, leg) => sum + steps(leg), 0);
  }

  /** Phases on it, all places together. */
  get positions() {
    return this.legs.reduce((sum, leg) => sum + steps(leg) * leg.phases, 0);
  }

  /**
   * The k-th place; null beyond its ends.
   * @param {number} k @returns {Place | null}
   */
  place(k) {
    let left = k;
    for (const leg of this.legs) {
      if (left >= 0 && left < steps(leg)) return { layer: leg.layer, t: leg.backward ? leg.to - 1 - left : leg.from + left };
      left -= steps(leg);
    }
    return null;
  }

  /**
   * Which place this is; −1 where the way does not come by.
   * @param {string} layer @param {number} t
   */
  find(layer, t) {
    let before = 0;
    for (const leg of this.legs) {
      if (leg.layer === layer && leg.from <= t && t < leg.to) return before + (leg.backward ? leg.to - 1 - t : t - leg.from);
      before += steps(leg);
    }
    return -1;
  }

  /**
   * How many phases from the start a moment is.
   * @param {Place & { phase: number }} moment
   */
  position({ layer, t, phase }) {
    let before = 0;
    for (const leg of this.legs) {
      if (leg.layer === layer) return before + (leg.backward ? leg.to - 1 - t : t - leg.from) * leg.phases + phase;
      before += steps(leg) * leg.phases;
    }
    throw new RangeError(`the way does not come by the layer ${layer}`);
  }

  /**
   * The moment that is so many phases from the start; null beyond the ends.
   * @param {number} position @returns {(Place & { phase: number }) | null}
   */
  at(position) {
    let [left, before] = [position, 0];
    for (const leg of this.legs) {
      const place = left < steps(leg) * leg.phases ? this.place(before + Math.floor(left / leg.phases)) : null;
      if (place) return { ...place, phase: left % leg.phases };
      left -= steps(leg) * leg.phases;
      before += steps(leg);
    }
    return null;
  }
}

/**
 * The way through a trace while `layer` is unfolded.
 * @param {TraceData} trace @param {string} layer @param {(layer: string) => readonly unknown[]} phasesOf a layer's phases
 */
export function routeOf(trace, layer, phasesOf) {
  const heads = trace.inTurn ? trace.layers : trace.layers.filter(({ name }) => name === layer);
  return new Route(heads.map(({ name }) => {
    const [from, to] = trace.span(name);
    return { layer: name, from, to, backward: trace.backward(name), phases: phasesOf(name).length };
  }));
}

/**
 * Whether the walk has come by a layer's row at word t, so that it may be shown. Of layers that lie on each other, the
 * lower ones have spoken before the one that is unfolded, the upper ones when it is through with the word.
 * @param {{ trace: TraceData, route: Route, moment: Place & { phase: number }, phases: readonly unknown[], reached: (signal: string) => boolean }} scene
 * @param {string} layer @param {number} t @param {string} signal
 */
export function walked({ trace, route, moment, phases, reached }, layer, t, signal) {
  if (layer === moment.layer && t === moment.t) return reached(signal);
  const place = route.find(layer, t);
  if (place >= 0) return place < route.find(moment.layer, moment.t);
  if (t !== moment.t) return t < moment.t;
  const order = (/** @type {string} */ name) => trace.layers.findIndex((one) => one.name === name);
  return order(layer) < order(moment.layer) || moment.phase >= phases.length - 1;
}

/**
 * The belt: the picture of one layer at one moment, and the motion from a moment to another.
 */

import { followHold } from './hold.js';
import { BeltPlace } from './place.js';
import { followPointer } from './pointer.js';

/** @typedef {import('../../layout/types.js').LayerInfo} LayerInfo */
/** @typedef {import('../../trace.js').TraceData} TraceData */
/** @typedef {import('../../scene.js').Moment} Moment */

/**
 * @param {HTMLElement} host takes the picture
 * @param {import('./pointer.js').Listeners} listeners
 * @param {import('./hold.js').Valves | null} [valves] null where none can be held
 */
export function createBelt(host, listeners, valves = null) {
  const place = new BeltPlace(host);
  followPointer(host, () => place.drawing, listeners);
  if (valves) followHold(host, () => place.drawing, valves);
  new ResizeObserver(() => place.resize()).observe(host);
  return {
    /** @param {LayerInfo} info @param {string} [note] what is said beside a token that the model lacks */
    setModel: (info, note = 'by letters') => place.setLayer(info, note),
    /** Shows a moment at once. @param {TraceData} trace @param {Moment} moment @param {import('../../beside.js').Other | null} [other] the run beside it, from now on */
    update(trace, moment, other = null) {
      place.other = other;
      place.update(trace, moment);
    },
    /** @param {TraceData} trace @param {Moment} from @param {Moment} to @param {{ speed: number, reduced: boolean }} how */
    animate: (trace, from, to, how) => place.animate(trace, from, to, how),
    /** Lays it out again if its place has another size or look. */
    resize: () => place.resize(),
    /** @param {string | null} symbol */
    highlight: (symbol) => place.light(symbol),
  };
}

/**
 * The story of a trace: quickly through its words, phase by phase where the chosen unit changes most, and at the end, where
 * the model says what it says. Pure: the same scene gives the same story.
 */

import { memoryOf } from './opening.js';
import { isRecurrent } from './reading.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('./route.js').Place} Place */
/** @typedef {'reads' | 'turns' | 'carries' | 'says'} Chapter */
/**
 * @typedef {Place & { phase: number, ms: number, pause: number, past: boolean, chapter: Chapter }} Shot a moment that is gone to: how
 *   long the way there takes and how long it is looked at, at speed 1; past: all of it is there at once
 */
/** @typedef {{ shots: Shot[], turn: Place | null }} Story turn: where the unit changes most */

const QUICK = 4400; // ms for all the words that are only passed
const GLANCE = { least: 130, most: 430 }; // ms for one of them
const SLOW = { turn: 6400, end: 3400, most: 1700 }; // ms for the phases where it matters, and for one of them
const SETTLE = 500; // ms more for the first, while what is around the picture is built
const MOVING = 0.6; // of a shot's time; the rest is for looking

/** Where on the way the chosen unit changes most. @param {Scene} scene */
function turnOf({ trace, route, model, moment }) {
  const says = trace.lead(trace.length - 1)?.layer ?? moment.layer;
  const heads = model.layers.filter((one) => isRecurrent(one) && route.legs.some(({ layer }) => layer === one.name));
  const layer = heads.find(({ name }) => name === says) ?? heads.at(-1);
  const memory = layer && memoryOf(layer);
  if (!layer || !memory || moment.unit >= layer.units) return -1;
  let [most, found] = [0, -1];
  const [from, to] = trace.span(layer.name);
  for (let t = from; t < to; t += 1) {
    const [now = 0, before = 0] = [trace.values(layer.name, memory.name, t)[moment.unit], trace.before(layer.name, memory.name, t)[moment.unit]];
    if (Math.abs(now - before) > most) [most, found] = [Math.abs(now - before), route.find(layer.name, t)];
  }
  return found;
}

/** @param {number} ms @param {number} count @param {number} most */
const each = (ms, count, most) => Math.min(most, ms / Math.max(1, count));

/** @param {number} ms */
const timed = (ms) => ({ ms: ms * MOVING, pause: ms * (1 - MOVING) });

/** How many phases a place has. @param {Scene} scene @param {Place} place */
const phasesAt = ({ route }, { layer }) => route.legs.find((leg) => leg.layer === layer)?.phases ?? 1;

/**
 * @param {Scene} scene of a trace that is here whole
 * @returns {Story}
 */
export function storyOf(scene) {
  const { route } = scene;
  const last = route.length - 1;
  const turn = turnOf(scene);
  const plain = Array.from({ length: last }, (_, k) => k).filter((k) => k !== turn);
  const stride = Math.max(1, Math.ceil((plain.length * GLANCE.least) / QUICK));
  const glance = timed(Math.max(GLANCE.least, each(QUICK, plain.length / stride, GLANCE.most)));
  /** @type {Shot[]} */
  const shots = [];
  for (let k = 0; k <= last; k += 1) {
    const place = route.place(k);
    if (!place) continue;
    const end = phasesAt(scene, place) - 1;
    const slowly = (/** @type {number} */ from, /** @type {number} */ ms, /** @type {Chapter} */ chapter) => {
      const time = timed(each(ms, end - from + 1, SLOW.most));
      for (let phase = from; phase <= end; phase += 1) shots.push({ ...place, phase, ...time, past: false, chapter });
    };
    if (k === turn) slowly(0, SLOW.turn, 'turns');
    else if (k === last) {
      if (end > 1) shots.push({ ...place, phase: end - 2, ...glance, past: false, chapter: 'says' });
      slowly(Math.max(0, end - 1), SLOW.end, 'says');
    } else if (plain.indexOf(k) % stride === 0) shots.push({ ...place, phase: end, ...glance, past: true, chapter: k < turn || turn < 0 ? 'reads' : 'carries' });
  }
  const [first] = shots;
  if (first) first.pause += SETTLE;
  return { shots, turn: route.place(turn) };
}

const STEP = 1050; // ms for a word of a walk that nobody directs
const WHOLE = 60_000; // ms for such a walk at most

/**
 * By words from the first to the last, for a text whose prediction has been seen.
 * @param {Scene} scene
 * @returns {Story}
 */
export function walkOf(scene) {
  const { route } = scene;
  const time = timed(each(WHOLE, route.length, STEP));
  const places = Array.from({ length: route.length }, (_, k) => route.place(k)).flatMap((place) => place ?? []);
  return { turn: null, shots: places.map((place) => ({ ...place, phase: phasesAt(scene, place) - 1, ...time, past: false, chapter: 'reads' })) };
}

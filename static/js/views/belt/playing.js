/**
 * A way of the picture played: in motion from its beginning, until it has ended or somebody ends it.
 */

import { Motion } from './motion.js';

/** @typedef {import('./drawing.js').BeltDrawing} BeltDrawing */
/** @typedef {import('./way.js').Way} Way */
/** @typedef {{ finished: Promise<void>, cancel(): void, finish(): void }} Playing both leave the picture at its end */

/** @type {Playing} */
export const NOTHING = { finished: Promise.resolve(), cancel() {}, finish() {} };

/**
 * Copies of the strips that leave, to be made before the picture changes.
 * @param {BeltDrawing} drawing @param {Way} way
 */
export function ghostsOf(drawing, { leaving }) {
  /** @type {Map<string, SVGGElement>} */
  const ghosts = new Map();
  for (const { target } of leaving) {
    const strip = drawing.strip(target ?? '');
    if (strip?.values) ghosts.set(strip.spec.id, strip.ghost());
  }
  return ghosts;
}

/**
 * Plays the way in a picture that is at its end already.
 * @param {BeltDrawing} drawing @param {Way} way @param {Map<string, SVGGElement>} ghosts @param {number} speed
 * @returns {Playing}
 */
export function play(drawing, { leaving, back, parts }, ghosts, speed) {
  const motion = new Motion(drawing);
  if (back) motion.retreat(leaving, ghosts);
  for (const { phase, moves, start, pace } of parts) {
    if (phase !== null) motion.wake(phase, start);
    motion.add(moves, start, pace, phase === null ? ghosts : undefined);
  }
  return follow(motion, speed);
}

/**
 * @param {Motion} motion @param {number} speed
 * @returns {Playing}
 */
function follow(motion, speed) {
  const { animations } = motion;
  for (const animation of animations) animation.playbackRate = speed;
  const end = () => motion.clear();
  return {
    finished: Promise.allSettled(animations.map(({ finished }) => finished)).then(end),
    cancel() {
      for (const animation of animations) animation.cancel();
      end();
    },
    finish() {
      for (const animation of animations) animation.finish();
      end();
    },
  };
}

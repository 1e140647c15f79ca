/**
 * What each action does to the walk.
 */

/** @type {Record<import('./keys.js').Action, (walk: import('./walk.js').Walk) => void>} */
export const DEEDS = {
  next: (walk) => walk.word(1),
  back: (walk) => walk.word(-1),
  down: (walk) => walk.phase(1),
  up: (walk) => walk.phase(-1),
  play: (walk) => walk.toggle(),
  first: (walk) => walk.jump(false),
  last: (walk) => walk.jump(true),
  unitDown: (walk) => walk.choose({ unit: walk.moment.unit - 1 }),
  unitUp: (walk) => walk.choose({ unit: walk.moment.unit + 1 }),
  layerUp: (walk) => walk.layer(1),
  layerDown: (walk) => walk.layer(-1),
  help: () => {},
};

/**
 * Keys to what they do to the walk, wherever the focus is, except where somebody types or a control needs the key itself.
 */

/** @typedef {import('./walk.js').Walk} Walk */

/** @type {Record<string, (walk: Walk) => void>} */
const DEEDS = {
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
};

/** @type {Record<string, keyof typeof DEEDS>} */
const KEYS = {
  ArrowRight: 'next', ArrowLeft: 'back', ArrowDown: 'down', ArrowUp: 'up', PageDown: 'down', PageUp: 'up',
  ' ': 'play', Home: 'first', End: 'last', '[': 'unitDown', ']': 'unitUp', l: 'layerUp', L: 'layerDown',
};
/** What is done beside the walk. */
const BESIDE = /** @type {const} */ ({ '?': 'help', p: 'present', P: 'present', Escape: 'leave' });
const HELP = '?';

/** @param {EventTarget | null} target @param {string} key */
function needs(target, key) {
  if (!(target instanceof Element)) return false;
  if (target.closest('dialog[open]')) return key !== HELP || target.matches('textarea');
  if (target.matches('input[type=text], input[type=number], textarea')) return true;
  if (target.closest('form') && target.matches('input')) return key !== HELP;
  if (target.matches('select')) return key !== HELP;
  return key === ' ' && target.matches('button, summary, a');
}

/**
 * @param {EventTarget} target the page's root, or the whole document where there is nothing else in it
 * @param {Walk} walk
 * @param {{ help: () => void, present: () => void, leave: () => boolean }} beside leave: ends the presentation, if there is one
 */
export function listen(target, walk, beside) {
  // A list that was opened by the pointer would keep the arrow keys for itself after the choice.
  target.addEventListener('change', ({ target: changed }) => {
    if (changed instanceof HTMLSelectElement && !changed.matches(':focus-visible')) changed.blur();
  });
  target.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || needs(event.target, event.key)) return;
    const deed = DEEDS[KEYS[event.key] ?? ''];
    const other = BESIDE[/** @type {keyof typeof BESIDE} */ (event.key)];
    if (!deed && !other) return;
    if (deed) deed(walk);
    else if (other && beside[other]() === false) return;
    event.preventDefault();
  });
}

/**
 * Keys to what they do to a training, except where a control needs the key itself.
 */

/** @typedef {{ toggle: () => void, go: (index: number) => void, by: (by: number) => void, end: () => void, help: () => void, present: () => void, leave: () => void }} Deeds */

/** @type {Record<string, (deeds: Deeds) => void>} */
const KEYS = {
  ' ': ({ toggle }) => toggle(),
  ArrowRight: ({ by }) => by(1),
  ArrowLeft: ({ by }) => by(-1),
  PageDown: ({ by }) => by(10),
  PageUp: ({ by }) => by(-10),
  Home: ({ go }) => go(0),
  End: ({ end }) => end(),
  '?': ({ help }) => help(),
  p: ({ present }) => present(),
  P: ({ present }) => present(),
  Escape: ({ leave }) => leave(),
};

/** @param {EventTarget | null} target @param {string} key */
function needs(target, key) {
  if (!(target instanceof Element) || key === '?') return false;
  return target.closest('dialog[open]') !== null || target.matches('select, input[type=range]') || (key === ' ' && target.matches('button, a'));
}

/** @param {EventTarget} target @param {Deeds} deeds */
export function hearKeys(target, deeds) {
  target.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey || needs(event.target, event.key)) return;
    const deed = KEYS[event.key];
    if (!deed) return;
    deed(deeds);
    event.preventDefault();
  });
}

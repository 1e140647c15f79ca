/**
 * When the charts' library is loaded: once somebody uses a chart, or once the page has been at rest. To run it takes the
 * browser a second or so, in which nothing else moves.
 */

const FIRST = 10_000; // ms from the beginning before which only a use loads it
const REST = 4_000; // ms without any change
const DWELL = 800; // ms that a pointer stays on a chart

/** Runs something when the browser has nothing else to do. @param {() => void} work */
const whenIdle = (work) => ('requestIdleCallback' in window ? window.requestIdleCallback(work, { timeout: 2000 }) : setTimeout(work, 200));

/**
 * Calls `load` once, at the right time.
 * @param {HTMLElement} host the charts' card @param {HTMLElement} plot the chart itself
 * @param {{ load: () => void, busy: () => boolean }} how busy: whether something moves
 * @returns {{ changed: () => void }} changed is told of each change, after which there is no rest for a while
 */
export function whenWanted(host, plot, { load, busy }) {
  let [wanted, last, dwells] = [false, performance.now(), 0];
  function want() {
    if (wanted) return;
    wanted = true;
    clearInterval(watch);
    clearTimeout(dwells);
    whenIdle(load);
  }
  const begun = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    if (busy()) last = now;
    if (now - begun >= FIRST && now - last >= REST) want();
  }, 1000);
  for (const name of ['click', 'change', 'focusin']) host.addEventListener(name, want);
  plot.addEventListener('pointerenter', () => {
    dwells = window.setTimeout(want, DWELL);
  });
  plot.addEventListener('pointerleave', () => clearTimeout(dwells));
  return { changed: () => { last = performance.now(); } };
}

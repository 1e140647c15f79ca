/**
 * A pace: deeds come as they come and are done in their order, each so long after the one before. What still waits can be dropped.
 */

export class Pace {
  /** @param {() => number} interval ms from deed to deed; 0 does each at once */
  constructor(interval) {
    this.interval = interval;
    /** @type {{ deed: () => void, wait: boolean }[]} */
    this.waiting = [];
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.stopped = false;
  }

  /**
   * Takes a deed: done at once where nothing waits before it.
   * @param {() => void} deed @param {boolean} [wait] whether the next one keeps its distance from it
   */
  take(deed, wait = false) {
    if (this.stopped) return;
    this.waiting.push({ deed, wait });
    if (this.timer === undefined) this.go();
  }

  /** Does what may be done by now. */
  go() {
    this.timer = undefined;
    for (let next = this.waiting.shift(); next && !this.stopped; next = this.waiting.shift()) {
      next.deed();
      const interval = next.wait ? this.interval() : 0;
      if (interval > 0 && !this.stopped) {
        this.timer = setTimeout(() => this.go(), interval);
        return;
      }
    }
  }

  /** Drops what waits, and takes no more. */
  stop() {
    this.stopped = true;
    this.waiting = [];
    clearTimeout(this.timer);
  }
}

/**
 * Plays: a move, a pause, the next move, until the end or until somebody takes control.
 */

/** @typedef {() => Promise<number | null>} Script makes one move: gives how long to look at it, in ms; null when there is no more */

export class Player {
  /** @param {(playing: boolean) => void} changed */
  constructor(changed) {
    this.changed = changed;
    this.turn = 0; // grows whenever play starts or stops, so that an older loop knows that it is over
    this.playing = false;
  }

  /** @param {Script} script */
  async play(script) {
    if (this.playing) return;
    this.turn += 1;
    const mine = this.turn;
    this.playing = true;
    this.changed(true);
    while (mine === this.turn) {
      const pause = await script();
      if (mine !== this.turn) return;
      if (pause === null) break;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    if (mine === this.turn) this.stop();
  }

  stop() {
    if (!this.playing) return;
    this.turn += 1;
    this.playing = false;
    this.changed(false);
  }
}

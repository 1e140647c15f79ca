/**
 * Plays: a move, a pause, the next move, until the end or until somebody takes control.
 */

const PAUSE = 550; // ms between two phases at speed 1

export class Player {
  /**
   * @param {object} parts
   * @param {() => Promise<boolean>} parts.advance makes one move; false when there is no more
   * @param {() => number} parts.speed
   * @param {(playing: boolean) => void} parts.changed
   */
  constructor({ advance, speed, changed }) {
    this.advance = advance;
    this.speed = speed;
    this.changed = changed;
    this.turn = 0; // grows whenever play starts or stops, so that an older loop knows that it is over
    this.playing = false;
  }

  async play() {
    if (this.playing) return;
    this.turn += 1;
    const mine = this.turn;
    this.playing = true;
    this.changed(true);
    while (mine === this.turn) {
      const more = await this.advance();
      if (mine !== this.turn) return;
      if (!more) break;
      await new Promise((resolve) => setTimeout(resolve, PAUSE / this.speed()));
    }
    if (mine === this.turn) this.stop();
  }

  stop() {
    if (!this.playing) return;
    this.turn += 1;
    this.playing = false;
    this.changed(false);
  }

  toggle() {
    if (this.playing) this.stop();
    else void this.play();
  }
}

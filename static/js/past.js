/**
 * The runs that a hand went through, so that it can go back and on. It is told of every run that is shown, however that came
 * about, so that the browser's own Back is nothing else.
 */

export class Past {
  constructor() {
    /** @type {string[]} */
    this.runs = [];
    this.at = -1;
  }

  /**
   * A run is shown.
   * @param {string} run in its written form @param {boolean} [same] the hand has not let go: it takes the place of the one before
   */
  come(run, same = false) {
    if (run === this.runs[this.at]) return;
    if (run === this.runs[this.at - 1]) this.at -= 1;
    else if (run === this.runs[this.at + 1]) this.at += 1;
    else {
      this.runs = [...this.runs.slice(0, same && this.at > 0 ? this.at : this.at + 1), run];
      this.at = this.runs.length - 1;
    }
  }

  /** Another story begins. @param {string} run */
  begin(run) {
    this.runs = [run];
    this.at = 0;
  }

  get before() {
    return this.runs[this.at - 1] ?? null;
  }

  get after() {
    return this.runs[this.at + 1] ?? null;
  }
}

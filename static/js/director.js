/**
 * Directing: what plays without having been asked for, that is the story of a fresh visit and the walk after a typed text.
 * Whoever takes control ends it.
 */

import { endOf } from './opening.js';
import { storyOf, walkOf } from './story.js';

/** @typedef {import('./walk.js').Walk} Walk */
/** @typedef {import('./story.js').Story} Story */

const LOOK = 2500; // ms that a prediction is looked at before the walk to it begins

export class Director {
  /** @param {{ walk: Walk, reduced: () => boolean }} parts */
  constructor({ walk, reduced }) {
    this.walk = walk;
    this.reduced = reduced;
    /** What is told to somebody who came for the first time; null where nothing is. @type {Story | null} */
    this.story = null;
    /** The part of the story that is being told; null before and after. @type {import('./story.js').Chapter | null} */
    this.chapter = null;
    /** Whether what plays is directed. */
    this.plays = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.waits = undefined;
  }

  /**
   * How the first run is opened: with its story for somebody who asked for nothing, else as the address says.
   * @param {boolean} fresh @returns {import('./loading.js').How}
   */
  opening(fresh) {
    const { store } = this.walk;
    if (fresh) return { meets: true, end: this.reduced() ? 'last' : 'first', then: () => this.tell() };
    if (!store.state.autoplay) return {};
    return { then: () => {
      store.set({ autoplay: false }); // once: from then on the address is that of a moment
      if (!this.reduced()) this.walk.play();
    } };
  }

  /** Tells the story of the trace on show, or shows its end where nothing is to move. */
  tell() {
    const { scene } = this.walk;
    if (!scene) return;
    this.stop();
    this.story = storyOf(scene);
    if (this.reduced()) this.finish();
    else this.play(this.story, true);
  }

  /** Walks by words to what is said, once that has been looked at. */
  later() {
    clearTimeout(this.waits);
    if (this.reduced()) return;
    this.waits = setTimeout(() => {
      const { scene } = this.walk;
      if (scene) this.play(walkOf(scene), false);
    }, LOOK);
  }

  /** @param {Story} story @param {boolean} told whether it has chapters */
  play({ shots }, told) {
    const { walk } = this;
    if (walk.player.playing) return;
    const left = [...shots];
    this.plays = true;
    let first = true;
    void walk.player.play(async () => {
      const shot = left.shift();
      if (!shot) return null;
      const { layer, t, phase, ms, pause, past, chapter } = shot;
      if (told) this.chapter = chapter;
      await walk.go(t, phase, { layer, move: !first, within: ms, past });
      first = false;
      return pause / walk.store.state.speed;
    });
  }

  /** Play has begun or ended: once it has ended, nothing is directed. */
  heed() {
    if (this.walk.player.playing) return;
    this.plays = false;
    this.chapter = null;
  }

  /** Somebody takes control; who only looks down the page does not take it from the story. @param {import('./hands.js').By} by */
  taken(by) {
    clearTimeout(this.waits);
    if (by === 'hand' || (by === 'wheel' && this.chapter === null)) this.stop();
  }

  /** Ends what is directed. */
  stop() {
    clearTimeout(this.waits);
    if (this.plays) this.walk.player.stop();
  }

  /** The story is over, and is not offered again. */
  close() {
    this.stop();
    this.story = null;
    this.walk.changed('play');
  }

  /** Goes to the end at once, where all has been said. */
  finish() {
    this.stop();
    const { walk } = this;
    const { scene } = walk;
    if (!scene) return;
    const { t, phase, layer } = endOf(scene.trace, walk.models, scene.moment, 'last');
    void walk.go(t, phase, { layer });
  }
}

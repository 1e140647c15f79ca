/**
 * The page of live trainings, built inside a root. It takes trainings from `open` and keeps what is chosen in `keep`.
 */

import { format, parse, sameTraining } from './choices.js';
import { hearKeys } from './keys.js';
import { Lesson } from './lesson.js';
import { createView } from './view.js';

/** @typedef {import('./choices.js').Choices} Choices */

/** Whether the page is dark now. @param {HTMLElement} root */
const dark = (root) => (root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches);

/**
 * @param {HTMLElement} root
 * @param {object} how
 * @param {import('../views/train/controls.js').Offers} how.offers
 * @param {import('./lesson.js').Open} how.open
 * @param {string} how.search what the address chooses
 * @param {(search: string) => void} how.keep mirrors what is chosen
 * @param {EventTarget} how.keys
 * @param {(theme: string) => void} how.paint the ground around the page
 */
export function createTraining(root, { offers, open, search, keep, keys, paint }) {
  let choices = parse(search);
  const lesson = new Lesson({ open, changed: draw });

  /** Another training is another lesson. @param {Partial<Choices>} changes */
  function change(changes) {
    const before = choices;
    choices = { ...choices, ...changes };
    if (!sameTraining(before, choices)) {
      choices.at = -1;
      lesson.close();
    }
    keep(format(choices));
    draw();
  }

  const deeds = {
    change,
    toggle: () => (lesson.playing ? lesson.pause() : lesson.begun ? lesson.play(choices.speed) : lesson.begin(choices)),
    anew: () => lesson.begin(choices),
    go: (/** @type {number} */ index) => lesson.go(index),
    by: (/** @type {number} */ by) => lesson.go(lesson.index + by),
    end: () => lesson.go(lesson.last),
    speed(/** @type {number} */ speed) {
      change({ speed });
      if (lesson.playing) lesson.play(speed);
    },
    theme: () => change({ theme: dark(root) ? 'light' : 'dark' }),
    present: () => change({ present: 1 - choices.present }),
    leave() {
      if (choices.present) change({ present: 0 });
    },
  };
  const view = createView(root, offers, deeds);
  hearKeys(keys, { ...deeds, help: view.help });

  /** All that is seen follows the lesson and the choices; so does the address, where the lesson rests. */
  function draw() {
    paint(choices.theme);
    view.update(lesson, choices);
    if (lesson.begun && !lesson.playing && lesson.aim === null && lesson.update !== choices.at) {
      choices = { ...choices, at: lesson.update };
      keep(format(choices));
    }
  }

  draw();
  if (choices.at >= 0) lesson.begin(choices, choices.at);
}

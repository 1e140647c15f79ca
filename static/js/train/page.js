/**
 * The page of live trainings, built inside a root: choices, a sentence, three pictures of all nets, a card for each net,
 * the transport. It takes trainings from `open` and keeps what is chosen in `keep`.
 */

import { html, set, write } from '../dom.js';
import { trainingSays } from '../narration/training.js';
import { screenIcon } from '../views/icons.js';
import { createChoices, createTransport } from '../views/train/controls.js';
import { createTrainHelp } from '../views/train/help.js';
import { createNet } from '../views/train/net.js';
import { createPictures } from '../views/train/pictures.js';
import { format, parse, sameTraining, WHICH } from './choices.js';
import { hearKeys } from './keys.js';
import { Lesson } from './lesson.js';

/** @typedef {import('./choices.js').Choices} Choices */

/** @param {HTMLElement} host @param {{ onTheme: () => void, onPresent: () => void, onHelp: () => void }} actions */
function createTop(host, { onTheme, onPresent, onHelp }) {
  host.append(
    html('h1', { class: 'brand' }, html('a', { href: '/' }, 'Gatewalk')), html('strong', null, 'Train it live'), html('span', { class: 'spring' }),
    html('a', { class: 'to-walk', href: '/' }, 'Walk a trained model'),
    html('button', { type: 'button', class: 'present', 'aria-label': 'present', title: 'present: large, for the last row (p)', on: { click: onPresent } }, screenIcon()),
    html('button', { type: 'button', 'aria-label': 'light or dark', title: 'light or dark', on: { click: onTheme } }, '◐'),
    html('button', { type: 'button', 'aria-label': 'help', title: 'keys and help (?)', on: { click: onHelp } }, '?'));
}

/** What to do while nothing has begun, or what is wrong. @param {import('../api.js').Failure | null} failure */
const invitation = (failure) => (failure ? `${failure.message} ${failure.expected} ${failure.action}`
  : 'Choose two nets and press Start: they learn the same strings, side by side, from the same seed.');

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
  root.classList.add('gatewalk', 'page', 'training');
  const [top, choose, says, heard, trouble, pictures, nets, transport] = [html('header', { class: 'top' }), html('div', { class: 'train-choices', role: 'group', 'aria-label': 'choices' }),
    html('p', { class: 'narration' }), html('p', { class: 'visually-hidden', 'aria-live': 'polite' }), html('p', { class: 'error', role: 'alert', hidden: true }), html('div', { class: 'train-pictures' }), html('div', { class: 'train-nets' }),
    html('section', { class: 'transport', 'aria-label': 'transport' })];
  const help = createTrainHelp();
  root.append(top, html('main', { class: 'main' }, choose, says, heard, trouble, pictures, nets), transport, help.dialog);
  let choices = parse(search);
  const lesson = new Lesson({ open, changed: draw });
  const cards = { a: createNet('a', 'A'), b: createNet('b', 'B') };
  nets.append(cards.a.node, cards.b.node);
  const drawPictures = createPictures(pictures);

  /** @param {Partial<Choices>} changes */
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
    toggle: () => (lesson.playing ? lesson.pause() : lesson.begun ? lesson.play(choices.speed) : lesson.begin(choices)),
    anew: () => lesson.begin(choices),
    go: (/** @type {number} */ index) => lesson.begun && lesson.go(index),
    by: (/** @type {number} */ by) => lesson.begun && lesson.go(lesson.index + by),
    end: () => lesson.begun && lesson.go(lesson.last),
    help: () => help.show(),
    present: () => change({ present: 1 - choices.present }),
    leave: () => {
      if (choices.present) change({ present: 0 });
    },
  };
  createTop(top, { onTheme: () => change({ theme: dark(root) ? 'light' : 'dark' }), onPresent: deeds.present, onHelp: deeds.help });
  const drawChoices = createChoices(choose, offers, change);
  const drawTransport = createTransport(transport, {
    onToggle: deeds.toggle, onAnew: deeds.anew, onGo: deeds.go, onBy: deeds.by,
    onSpeed: (speed) => {
      change({ speed });
      if (lesson.playing) lesson.play(speed);
    },
  });
  hearKeys(keys, deeds);

  /** All that is seen follows the lesson and the choices. */
  function draw() {
    root.classList.toggle('presenting', choices.present === 1);
    set(root, 'data-theme', choices.theme === 'system' ? null : choices.theme);
    paint(choices.theme);
    drawChoices(choices);
    drawTransport(lesson, choices);
    const shown = WHICH.flatMap((which) => {
      const course = lesson.courses.get(which);
      const frame = course?.at(lesson.index);
      return course && frame ? [{ name: which.toUpperCase(), which, course, frame }] : [];
    });
    for (const which of WHICH) {
      cards[which].node.hidden = !shown.some((one) => one.which === which);
    }
    for (const { which, course } of shown) cards[which].update(course, lesson.index, walkLink);
    drawPictures(shown, lesson);
    trouble.hidden = lesson.failure === null;
    write(trouble, lesson.failure ? invitation(lesson.failure) : '');
    says.hidden = lesson.failure !== null;
    write(says, shown.length ? trainingSays(shown, { complete: lesson.complete && lesson.index >= lesson.last }) : invitation(null));
    if (!lesson.playing) write(heard, says.textContent ?? ''); // what changes twelve times a second cannot be listened to
    if (lesson.begun && !lesson.playing && lesson.aim === null && lesson.update !== choices.at) {
      choices = { ...choices, at: lesson.update };
      keep(format(choices));
    }
  }

  draw();
  if (choices.at >= 0) lesson.begin(choices, choices.at);
  return { close: () => lesson.close() };
}

/** Whether the page is dark now. @param {HTMLElement} root */
const dark = (root) => (root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches);

/** Where a net walks. @param {string} model @param {string} text */
const walkLink = (model, text) => `/?${new URLSearchParams({ model, text })}`;

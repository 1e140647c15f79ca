/**
 * All that is seen of the page of live trainings: choices, a sentence, three pictures of all nets, a card for each net, the
 * transport.
 */

import { html, set, write } from '../dom.js';
import { trainingSays } from '../narration/training.js';
import { screenIcon } from '../views/icons.js';
import { createChoices, createTransport } from '../views/train/controls.js';
import { createTrainHelp } from '../views/train/help.js';
import { createNet } from '../views/train/net.js';
import { createPictures } from '../views/train/pictures.js';
import { WHICH } from './choices.js';

/** @typedef {import('./choices.js').Choices} Choices */
/**
 * @typedef {object} Actions
 * @property {(changes: Partial<Choices>) => void} change
 * @property {() => void} toggle
 * @property {() => void} anew
 * @property {(index: number) => void} go
 * @property {(by: number) => void} by
 * @property {(speed: number) => void} speed
 * @property {() => void} theme
 * @property {() => void} present
 */

/** @param {HTMLElement} host @param {{ theme: () => void, present: () => void, help: () => void }} actions */
function createTop(host, { theme, present, help }) {
  host.append(
    html('h1', { class: 'brand' }, html('a', { href: '/' }, 'Gatewalk')), html('strong', null, 'Train it live'), html('span', { class: 'spring' }),
    html('a', { class: 'to-walk', href: '/' }, 'Walk a trained model'),
    html('button', { type: 'button', class: 'present', 'aria-label': 'present', title: 'present: large, for the last row (p)', on: { click: present } }, screenIcon()),
    html('button', { type: 'button', 'aria-label': 'light or dark', title: 'light or dark', on: { click: theme } }, '◐'),
    html('button', { type: 'button', 'aria-label': 'help', title: 'keys and help (?)', on: { click: help } }, '?'));
}

const INVITATION = 'Choose two nets and press Start: they learn the same strings, side by side, from the same seed.';

/** Where a net walks. @param {string} model @param {string} text */
const walkLink = (model, text) => `/?${new URLSearchParams({ model, text })}`;

/** @param {HTMLElement} root @param {import('../views/train/controls.js').Offers} offers @param {Actions} actions */
export function createView(root, offers, actions) {
  root.classList.add('gatewalk', 'page', 'training');
  const choose = html('div', { class: 'train-choices', role: 'group', 'aria-label': 'choices' });
  const says = html('p', { class: 'narration' });
  const heard = html('p', { class: 'visually-hidden', 'aria-live': 'polite' });
  const trouble = html('p', { class: 'error', role: 'alert', hidden: true });
  const [pictures, nets, top] = [html('div', { class: 'train-pictures' }), html('div', { class: 'train-nets' }), html('header', { class: 'top' })];
  const transport = html('section', { class: 'transport', 'aria-label': 'transport' });
  const help = createTrainHelp();
  root.append(top, html('main', { class: 'main' }, choose, says, heard, trouble, pictures, nets), transport, help.dialog);
  createTop(top, { ...actions, help: help.show });
  const cards = { a: createNet('a', 'A'), b: createNet('b', 'B') };
  nets.append(cards.a.node, cards.b.node);
  const drawChoices = createChoices(choose, offers, actions.change);
  const drawTransport = createTransport(transport, { onToggle: actions.toggle, onAnew: actions.anew, onGo: actions.go, onBy: actions.by, onSpeed: actions.speed });
  const drawPictures = createPictures(pictures);

  /** @param {import('./lesson.js').Lesson} lesson @param {Choices} choices */
  function update(lesson, choices) {
    root.classList.toggle('presenting', choices.present === 1);
    set(root, 'data-theme', choices.theme === 'system' ? null : choices.theme);
    drawChoices(choices);
    drawTransport(lesson, choices);
    const shown = WHICH.flatMap((which) => {
      const course = lesson.courses.get(which);
      const frame = course?.at(lesson.index);
      cards[which].node.hidden = !frame;
      return course && frame ? [{ name: which.toUpperCase(), which, course, frame }] : [];
    });
    for (const { which, course } of shown) cards[which].update(course, lesson.index, walkLink);
    drawPictures(shown, lesson);
    const { failure } = lesson;
    trouble.hidden = failure === null;
    says.hidden = failure !== null;
    write(trouble, failure ? `${failure.message} ${failure.expected} ${failure.action}` : '');
    write(says, shown.length ? trainingSays(shown, { complete: lesson.complete && lesson.index >= lesson.last }) : INVITATION);
    if (!lesson.playing) write(heard, says.textContent ?? ''); // what changes twelve times a second cannot be listened to
  }
  return { update, help: help.show };
}

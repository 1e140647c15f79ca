/**
 * One net's card: its name, its numbers at the update that is looked at, its strips, and the way into it.
 */

import { html, set, write } from '../../dom.js';
import { netName, reachOf, rightOf, small } from '../../narration/training.js';
import { createStrips } from './strips.js';

/** @typedef {import('../../train/course.js').Course} Course */

/** @param {string} key @param {string} letter */
export function createNet(key, letter) {
  const [name, loss, right, reach, learned] = [html('h2'), html('b'), html('b'), html('b'), html('b')];
  const walk = html('a', { class: 'walk', href: '/' }, 'Walk this net');
  const strips = html('div', { class: 'train-strips' });
  /** @param {string} text @param {HTMLElement} value @param {string} told */
  const fact = (text, value, told) => {
    set(value, 'data-told', told);
    return html('span', null, `${text} `, value);
  };
  const facts = html('p', { class: 'train-facts' }, fact('right', right, 'accuracy'), fact('loss', loss, 'loss'), fact('gradient at the first letter', reach, 'reach'), fact('all right first at update', learned, 'learned'));
  const node = html('section', { class: 'card train-net', 'aria-label': `net ${letter}`, data: { net: key } },
    html('div', { class: 'card-head' }, html('span', { class: `net-mark net-${key}`, 'aria-hidden': 'true' }, letter), name, walk), facts, strips);
  const draw = createStrips(strips);

  /** @param {Course} course @param {number} index @param {(name: string, text: string) => string} link */
  function update(course, index, link) {
    const frame = course.at(index);
    if (!frame) return;
    write(name, `${netName(course)}`);
    write(loss, frame.loss.toFixed(3));
    write(right, rightOf(frame));
    write(reach, small(reachOf(course, frame)));
    write(learned, String(course.learned(index) ?? '–'));
    set(walk, 'href', link(course.nameAt(frame), course.start.tokens.join('')));
    set(node, 'data-update', frame.update);
    draw(course, frame);
  }
  return { node, update };
}

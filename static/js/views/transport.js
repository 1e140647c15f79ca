/**
 * The transport: back and forth by word and by phase, play, scrub, speed.
 */

import { html, set, write } from '../dom.js';
import { SPEEDS } from '../state.js';
import { readingOf, spoken } from '../wording.js';
import { screenIcon } from './icons.js';
import { createPinned } from './pinned.js';

/**
 * @param {HTMLElement} host
 * @param {{ word: (by: number) => void, phase: (by: number) => void, play: () => void, start: () => void,
 *   scrub: (position: number) => void, speed: (speed: number) => void, present: () => void }} actions
 */
export function createTransport(host, actions) {
  /** @param {string | SVGElement} text @param {string} label @param {() => void} act @param {string} [kind] */
  const button = (text, label, act, kind = '') =>
    html('button', { type: 'button', class: kind, 'aria-label': label, title: label, on: { click: act } }, text);
  const play = button('▶ Play', 'play (space)', actions.play, 'primary');
  const back = button('◀ word', 'word back (left arrow)', () => actions.word(-1));
  const on = button('word ▶', 'word forward (right arrow)', () => actions.word(1));
  /** @param {HTMLElement} control @param {string} label */
  const name = (control, label) => ['aria-label', 'title'].forEach((key) => set(control, key, label));
  const range = html('input', { type: 'range', min: '0', step: '1', 'aria-label': 'word and phase' });
  range.addEventListener('input', () => actions.scrub(Number(range.value)));
  const said = html('p', { class: 'pinned' });
  const pinned = createPinned(said);
  const leg = html('span', { class: 'leg' });
  const where = html('span', { class: 'where' });
  const speed = html('select', { 'aria-label': 'speed' }, ...[...SPEEDS].sort((a, b) => a - b).map((value) =>
    html('option', { value }, `${value}×`)));
  speed.addEventListener('change', () => actions.speed(Number(speed.value)));
  host.append(
    said,
    button('|◀', 'first word (Home)', actions.start),
    back,
    button('◂ phase', 'phase back (up arrow)', () => actions.phase(-1)),
    play,
    button('phase ▸', 'phase forward (down arrow)', () => actions.phase(1)),
    on,
    range, leg, where, speed,
    button(screenIcon(), 'present: large, for the last row (p)', actions.present, 'present'));
  return {
    /** @param {import('../scene.js').Scene} scene @param {{ playing: boolean, speed: number }} now */
    update(scene, now) {
      const { trace, moment, model, phases, layer, route, position } = scene;
      pinned.update(scene);
      const last = route.positions - 1;
      set(range, 'max', last);
      range.value = String(position);
      range.style.setProperty('--part', String(last ? position / last : 0));
      const [from, to] = trace.span(layer.name);
      const { step: one } = readingOf(model);
      const step = trace.tokens[moment.t]?.role === 'output' ? 'step' : one;
      const role = trace.role(layer.name);
      const text = `${step} ${moment.t - from + 1} of ${to - from} · phase ${moment.phase + 1} of ${phases.length}: ${phases[moment.phase]?.name ?? ''}`;
      set(range, 'aria-valuetext', [role, text, spoken(trace.read(layer.name, moment.t).text)].filter(Boolean).join(', '));
      write(back, `◀ ${one}`);
      write(on, `${one} ▶`);
      name(back, `${one} back (left arrow)`);
      name(on, `${one} forward (right arrow)`);
      write(leg, role);
      leg.hidden = role === '';
      write(where, text);
      write(play, now.playing ? '❚❚ Pause' : '▶ Play');
      set(play, 'aria-pressed', String(now.playing));
      speed.value = String(now.speed);
    },
  };
}

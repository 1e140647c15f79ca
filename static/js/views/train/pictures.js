/**
 * The three pictures of all nets together: loss, share right, and how far the gradient reaches.
 */

import { html } from '../../dom.js';
import { netName, small } from '../../narration/training.js';
import { createCurves, ticksOf } from './curves.js';
import { sign } from './strips.js';

/** @typedef {{ name: string, which: string, course: import('../../train/course.js').Course, frame: import('../../train/course.js').CourseFrame }} Shown */

const LEAST = -8; // the power of ten at the foot of the gradient's picture
const MOST = 1;
const POWERS = ['⁻⁸', '⁻⁶', '⁻⁴', '⁻²'];

/** @param {HTMLElement} host */
export function createPictures(host) {
  const [loss, right, reach] = [html('section', { class: 'card train-loss' }), html('section', { class: 'card train-right' }), html('section', { class: 'card train-reach' })];
  const curves = {
    loss: createCurves(loss, 'Loss', 'of the check strings, by update'),
    right: createCurves(right, 'Right', 'part of the check strings, by update'),
    reach: createCurves(reach, 'Gradient by letter', '‖∂loss/∂state‖, as a part of that at the last answer; logarithmic'),
  };
  host.append(loss, right, reach);

  /** @param {readonly Shown[]} nets @param {{ index: number }} lesson */
  return function update(nets, { index }) {
    const steps = Math.max(1, ...nets.map(({ course }) => course.start.setup.steps), nets.length ? 0 : 300);
    const cursor = nets[0]?.frame.update ?? null;
    /** @param {(frame: import('../../train/course.js').CourseFrame) => number} value */
    const linesOf = (value) => nets.map(({ which, course }) => ({ key: which, points: course.frames.map((frame) => ({ x: frame.update, y: value(frame) })), until: index + 1 }));
    const losses = nets.flatMap(({ course }) => course.frames.map((frame) => frame.loss));
    const most = Math.max(0.1, ...losses.filter(Number.isFinite)) * 1.05;
    const across = ticksOf(0, steps, 4);
    const shared = { x: /** @type {[number, number]} */ ([0, steps]), across, cursor };
    curves.loss.update({ ...shared, lines: linesOf((frame) => frame.loss), y: [0, most], up: ticksOf(0, most, 4) },
      nets.map(({ name, frame }) => `${name} ${frame.loss.toFixed(3)}`).join(', '));
    curves.right.update({ ...shared, lines: linesOf((frame) => frame.accuracy), y: [0, 1.03], up: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ text: `${100 * at} %`, at })) });
    curves.reach.update(reachPicture(nets), nets.map(({ name, course, frame }) => `${name}, ${netName(course)}: ${small(frame.reach[course.start.carries]?.[0] ?? 0)} at the first letter`).join('; '));
  };
}

/** @param {readonly Shown[]} nets @returns {import('./curves.js').Picture} */
function reachPicture(nets) {
  const tokens = nets[0]?.course.start.tokens ?? [];
  const lines = nets.map(({ which, course, frame }) => ({
    key: which, until: tokens.length,
    points: (frame.reach[course.start.carries] ?? []).map((value, t) => ({ x: t, y: value > 0 ? Math.max(LEAST, Math.log10(value)) : null })),
  }));
  return {
    lines, x: [-0.5, Math.max(1, tokens.length) - 0.5], y: [LEAST, MOST], cursor: null,
    across: tokens.map((token, at) => ({ text: sign(token), at })),
    up: [...POWERS.map((power, k) => ({ text: `10${power}`, at: LEAST + 2 * k })), { text: '1', at: 0 }],
  };
}

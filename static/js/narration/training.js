/**
 * What is seen of a training, in one sentence made from its numbers.
 */

/** @typedef {import('../train/course.js').Course} Course */
/** @typedef {import('../train/course.js').CourseFrame} CourseFrame */

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * "0.31", "4.2 · 10⁻⁶", "0": a part of one, however small, in one piece.
 * @param {number} value 0 or more
 */
export function small(value) {
  if (value === 0) return '0';
  if (value >= 0.01) return value.toFixed(2);
  const [digits = '', power = ''] = value.toExponential(1).split('e');
  return `${digits} · 10${Number(power) < 0 ? '⁻' : ''}${[...String(Math.abs(Number(power)))].map((digit) => RAISED[Number(digit)]).join('')}`;
}

/** The name of a net: "LSTM, forget bias 3". @param {Pick<Course, 'start'>} course */
export function netName({ start: { cell, keeps, setup } }) {
  return keeps ? `${cell}, ${keeps === 'f' ? 'forget' : keeps} bias ${setup.forget_bias}` : cell;
}

/** How many of the strings it has not learned from are right. @param {CourseFrame} frame */
export const rightOf = ({ accuracy }) => `${Number((100 * accuracy).toFixed(1))} %`;

/** How much of the gradient reaches the first letter. @param {Course} course @param {CourseFrame} frame */
export const reachOf = ({ start }, frame) => frame.reach[start.carries]?.[0] ?? 0;

/**
 * @param {readonly { name: string, course: Course, frame: CourseFrame }[]} nets
 * @param {{ complete: boolean }} how
 */
export function trainingSays(nets, { complete }) {
  const [first] = nets;
  if (!first) return '';
  const { update } = first.frame;
  const begin = update === 0 ? 'Before anything is learned' : `After ${update.toLocaleString('en')} updates`;
  const right = nets.map(({ name, frame }) => `${name} is right on ${rightOf(frame)}`).join(', ');
  const reach = nets.map(({ name, course, frame }) => `${small(reachOf(course, frame))} in ${name}`).join(', ');
  const done = complete ? `${learned(nets)} ` : '';
  return `${begin} ${right} of the check strings. ${done}Of the gradient at the last answer, the first letter gets ${reach}.`;
}

/** @param {readonly { name: string, course: Course }[]} nets */
function learned(nets) {
  return nets.map(({ name, course: { outcome } }) =>
    (outcome?.learned === null || outcome?.learned === undefined ? `${name} never had all right.` : `${name} had all right first at update ${outcome.learned}.`)).join(' ');
}

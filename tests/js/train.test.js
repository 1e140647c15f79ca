import assert from 'node:assert/strict';
import { test } from 'node:test';

import { netName, reachOf, small, trainingSays } from '../../static/js/narration/training.js';
import { format, netsOf, parse, queryOf, sameTraining } from '../../static/js/train/choices.js';
import { Course } from '../../static/js/train/course.js';
import { Lesson } from '../../static/js/train/lesson.js';

const START = {
  version: 1, model: 'live-count-lstm-1-b3-r0.02-clipped-s0-n4', setup: { task: 'count', cell: 'lstm', units: 1, forget_bias: 3, rate: 0.02, clip: true, seed: 0, steps: 4 },
  cell: 'LSTM', keeps: 'f', every: 2, parameters: 9, carries: 'c', symbols: ['a', 'b'], tokens: ['a', 'b'], answers: [null, 'b'],
  layout: [{ signal: 'f', role: 'gate', label: 'forget gate', units: 1 }, { signal: 'p', role: 'probability', label: 'what is said', units: 2 }],
};

/** A frame whose block holds these numbers. */
function frame(update, accuracy, values = [0.5, 0.25, 0.1, 0.9, 0.2, 0.8]) {
  const block = Buffer.from(Float32Array.from(values).buffer).toString('base64');
  return { update, loss: 1 / (1 + update), accuracy, length: 1, gradient: { c: [0, 0] }, reach: { c: [4.2e-6, 0], h: [0.5, 1] }, block };
}

test('an address is read and written back', () => {
  const first = parse('');
  assert.equal(first.at, -1);
  assert.deepEqual(parse(format(first)), first);
  const other = { ...first, task: 'count', a: 'rnn', b: 'peephole-fi', b_bias: 5, units: 8, rate: 0.005, clip: 0, seed: 42, steps: 600, at: 66, speed: 2, theme: 'dark', present: 1 };
  assert.deepEqual(parse(format(other)), other);
  assert.deepEqual(parse('?units=x&rate=1e3&task=%3Cb%3E&a_bias=-2&steps='), { ...first, a_bias: -2 });
});

test('what a net is asked for is its own', () => {
  const choices = { ...parse(''), a: 'rnn', b: 'gru', b_bias: 5, seed: 3 };
  assert.deepEqual(netsOf(choices), ['a', 'b']);
  assert.deepEqual(netsOf({ ...choices, b: 'none' }), ['a']);
  assert.equal(String(queryOf(choices, 'b')), 'task=first&cell=gru&units=16&forget_bias=5&rate=0.02&clip=1&seed=3&steps=300');
  assert.ok(sameTraining(choices, { ...choices, at: 5, speed: 4, theme: 'dark' }));
  assert.ok(!sameTraining(choices, { ...choices, seed: 4 }));
});

test('small parts are told with their power', () => {
  assert.equal(small(0), '0');
  assert.equal(small(0.5), '0.50');
  assert.equal(small(0.0042), '4.2\u00a0·\u00a010⁻³');
  assert.equal(small(1e-12), '1.0\u00a0·\u00a010⁻¹²');
});

test('a course holds what came, letter by letter', () => {
  const course = new Course(START);
  course.take(frame(0, 0.25));
  course.take(frame(2, 1));
  course.take(frame(4, 0.75));
  const [first, second] = course.frames;
  assert.deepEqual([...first.rows.get('f')], [0.5, 0.25]);
  assert.deepEqual(course.said(first, 1).map(({ symbol }) => symbol), ['b', 'a']);
  assert.equal(course.nameAt(second), 'live-count-lstm-1-b3-r0.02-clipped-s0-n2');
  assert.deepEqual([0, 1, 2].map((index) => course.learned(index)), [null, 2, 2]);
  assert.equal(course.total, 3);
  assert.equal(course.at(9), course.frames[2]);
  assert.equal(reachOf(course, first), 4.2e-6);
  assert.equal(netName(course), 'LSTM, forget bias 3');
});

test('the sentence says what the numbers say', () => {
  const course = new Course(START);
  course.take(frame(0, 0.25));
  course.take(frame(4, 1));
  course.outcome = { updates: 4, loss: 0.2, accuracy: 1, learned: 4, seconds: 0.1 };
  const told = (index, complete) => trainingSays([{ name: 'A', course, frame: course.frames[index] }], { complete }).replaceAll('\u00a0', ' ');
  assert.equal(told(0, false), 'Before anything is learned A is right on 25 % of the check strings. Of the gradient at the last answer, the first letter gets 4.2 · 10⁻⁶ in A.');
  assert.equal(told(1, true), 'After 4 updates A is right on 100 % of the check strings. A had all right first at update 4. Of the gradient at the last answer, the first letter gets 4.2 · 10⁻⁶ in A.');
  course.outcome = { ...course.outcome, learned: null };
  assert.match(told(1, true), /A never had all right\./);
  assert.equal(trainingSays([], { complete: false }), '');
});

/** A lesson with what it opened. */
function lesson(choices) {
  const opened = [];
  const made = new Lesson({
    open: (query, listener) => {
      const one = { query, listener, closed: false };
      opened.push(one);
      return () => {
        one.closed = true;
      };
    },
    changed: () => {},
  });
  made.begin(choices, choices.at >= 0 ? choices.at : null);
  return { made, opened };
}

test('two nets are looked at at the same update, and no further than both have come', () => {
  const { made, opened: [a, b] } = lesson(parse('?task=count&steps=4'));
  assert.ok(made.playing);
  a.listener.start(START);
  b.listener.start(START);
  for (const update of [0, 2, 4]) a.listener.frame(frame(update, 0));
  made.tick();
  assert.equal(made.index, 0);
  b.listener.frame(frame(0, 0));
  b.listener.frame(frame(2, 0));
  made.tick();
  made.tick();
  assert.equal(made.update, 2);
  made.go(99);
  assert.deepEqual([made.index, made.playing], [1, false]);
  made.go(-3);
  assert.equal(made.index, 0);
  b.listener.frame(frame(4, 0));
  for (const { listener } of [a, b]) listener.end({ updates: 4, loss: 0.2, accuracy: 0, learned: null, seconds: 1 });
  made.play(1);
  for (let n = 0; n < 5; n += 1) made.tick();
  assert.deepEqual([made.index, made.playing, made.complete], [2, false, true]);
  made.begin(parse(''));
  assert.ok(a.closed && b.closed);
  made.close();
});

test('a link stops at its update; a failure ends all and is kept', () => {
  const { made, opened: [a, b] } = lesson(parse('?task=count&steps=4&at=2'));
  for (const { listener } of [a, b]) listener.start(START);
  for (const update of [0, 2, 4]) for (const { listener } of [a, b]) listener.frame(frame(update, 0));
  assert.deepEqual([made.update, made.playing], [2, false]);
  b.listener.error({ code: 'busy', message: 'Busy.', expected: 'Less.', action: 'Wait.', field: null });
  assert.equal(made.failure.code, 'busy');
  assert.ok(a.closed && !made.begun && made.courses.size === 0);
});

/** Writing on, before anything is drawn: what is asked for, what comes, what is put after a text, and how it is told. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { continued } from '../../static/js/joining.js';
import { goesOn } from '../../static/js/loading.js';
import { tellRead, tellSays } from '../../static/js/narration/step.js';
import { toldOf } from '../../static/js/narration/told.js';
import { noticesFor } from '../../static/js/notices.js';
import { Pace } from '../../static/js/pace.js';
import { RunRequest } from '../../static/js/run-request.js';
import { digitsOf, forecasts } from '../../static/js/series.js';
import { format, parse } from '../../static/js/state.js';
import { chance, perplexityUpTo, tellSurprise } from '../../static/js/surprise.js';
import { TraceData } from '../../static/js/trace.js';
import { tellTemperature } from '../../static/js/views/writing-settings.js';
import { canonicalWriting, canWrite, parametersOf } from '../../static/js/writing.js';

const layer = { name: 'layer0', kind: 'recurrent', cell: 'lstm', direction: 'forward', units: 1, initial: { h: [0] } };
const READ = [{ text: 'The', known: true }, { text: 'qz', known: false }];
const WROTE = [{ text: 'sea', known: true, role: 'written' }, { text: '.', known: true, role: 'written' }];
const TOP = [[['cat', 0.5]], [['sky', 0.25], ['sea', 0.125]], [['.', 0.75]], [['The', 0.5]]];
const BITS = [null, null, 3, 0.5];
const LEADS = [null, { layer: 'layer0', unit: 0 }, { layer: 'layer0', unit: 3 }, { layer: 'layer0', unit: 1 }];
const WRITING = { words: 2, temperature: 0.8, top_k: 0, seed: 7 };
const HEAD = { version: 1, model: { name: 'm', task: 'next-word', sha256: '' }, text: 'The qz', clamps: [], writing: WRITING };
const WHOLE = { ...HEAD, tokens: [...READ, ...WROTE], layers: [{ ...layer, signals: { h: [[1], [2], [3], [4]] } }], top: TOP, leads: LEADS, surprise: BITS };

/** The same as it comes in a stream, as far as `steps`. */
function streamed(steps) {
  const trace = new TraceData({ ...HEAD, tokens: READ, layers: [layer], layout: [{ layer: 'layer0', signal: 'h', units: 1 }] });
  for (let t = 0; t < steps; t += 1) {
    trace.push(t, new Float32Array([t + 1]), TOP[t], { surprise: BITS[t], lead: LEADS[t], ...(t < 2 ? {} : { token: WROTE[t - 2] }) });
  }
  return trace;
}

test('what is asked for has one form, and what says nothing is left out', () => {
  const cases = [
    [{ write: 30, temperature: 0.8, top_k: 40, seed: 7 }, 'write=30&temperature=0.8&top_k=40&seed=7'],
    [{ write: '030', temperature: '1.250', top_k: '0', seed: '00' }, 'write=30&temperature=1.25'],
    [{ write: '5', temperature: '0.00', top_k: '40', seed: '7' }, 'write=5'],
    [{ write: '5', temperature: '.5', seed: '2147483647' }, 'write=5&temperature=0.5&seed=2147483647'],
    [{ write: '0', temperature: '1' }, ''],
    [{ temperature: '1', seed: '3' }, ''],
    [{ write: '5', temperature: '1.004' }, 'write=5&temperature=1'],
    // What cannot be read stays, for the service to refuse.
    [{ write: 'many', temperature: '2.5', top_k: '1001', seed: '-1' }, 'write=many&temperature=2.5&top_k=1001&seed=-1'],
  ];
  for (const [given, query] of cases) assert.equal(String(new URLSearchParams(canonicalWriting(given))), query);
  assert.deepEqual(parametersOf(WRITING), { write: '2', temperature: '0.8', seed: '7' });
  assert.deepEqual(parametersOf(null), {});
});

test('it stands in the request after the valves, and in the address before the moment', () => {
  const query = 'model=m&text=a+b&clamp=layer0.f%3D1&write=30&temperature=0.8&seed=7';
  const request = RunRequest.parse(`?seed=7&${query}&t=4`);
  assert.equal(String(request), query);
  assert.deepEqual({ ...request.writing }, { write: '30', temperature: '0.8', seed: '7' });
  assert.ok(!request.equals(new RunRequest('m', 'a b', ['layer0.f=1'])));
  assert.equal(format(parse(`?${query}&t=4`)), `?${query}&t=4&phase=0&unit=0&layer=layer0&signal=c`);
  assert.deepEqual(parse(format(parse(`?${query}`))).writing, parse(`?${query}`).writing);
});

test('a stream and a document hold the same, and a stream grows by what is written', () => {
  const whole = TraceData.fromDocument(WHOLE);
  const trace = streamed(4);
  for (const one of [whole, trace]) {
    assert.deepEqual(one.tokens.map(({ text, role }) => [text, role]), [['The', undefined], ['qz', undefined], ['sea', 'written'], ['.', 'written']]);
    assert.deepEqual([0, 1, 2, 3].map((t) => one.values('layer0', 'h', t)[0]), [1, 2, 3, 4]);
    assert.deepEqual([0, 1, 2, 3].map((t) => one.surprise(t)), BITS);
    assert.deepEqual([0, 1, 2, 3, 4].map((t) => one.lead(t)), [...LEADS, null]);
    assert.deepEqual([one.total, one.written, one.expected, one.complete], [4, 2, 4, true]);
  }
  const part = streamed(3);
  assert.deepEqual([part.total, part.written, part.expected, part.complete], [3, 1, 4, false]);
  part.push(2, new Float32Array([9]), [], { token: WROTE[0], surprise: 9 });
  assert.deepEqual([part.total, part.surprise(2)], [3, 3], 'a step that comes twice is taken once');
  part.cut();
  assert.deepEqual([part.writing, part.complete], [{ ...WRITING, words: 1 }, true]);
  const none = streamed(2);
  none.cut();
  assert.deepEqual([none.writing, none.complete], [null, true]);
});

test('more is written after what is there only if it is chosen alike', () => {
  const trace = streamed(4);
  const asked = (writing, text = 'The qz', clamps = []) => goesOn(trace, new RunRequest('m', text, clamps, { write: 30, ...writing }));
  assert.ok(asked({ temperature: 0.8, seed: 7 }));
  assert.ok(!asked({ temperature: 0.8, seed: 8 }));
  assert.ok(!asked({}));
  assert.ok(!asked({ temperature: 0.8, seed: 7 }, 'The cat'));
  assert.ok(!asked({ temperature: 0.8, seed: 7 }, 'The qz', ['layer0.f=1']));
  assert.ok(!goesOn(null, new RunRequest('m', 'The qz')));
  assert.ok(!goesOn(TraceData.fromDocument({ ...WHOLE, writing: null, tokens: READ, top: TOP.slice(0, 2) }), new RunRequest('m', 'The qz', [], { write: 3 })));
});

test('a picked word follows the text as far as the step, as one would type it', () => {
  const at = (text, tokens, t, symbol, reads = 'words') => continued({ text, tokens: tokens.map((one) => (one.startsWith('>') ? { text: one.slice(1), known: true, role: 'written' } : { text: one, known: true })) }, reads, t, symbol);
  assert.equal(at('The  cat, she', ['The', 'cat', ',', 'she'], 3, 'sat'), 'The  cat, she sat');
  assert.equal(at('The  cat, she', ['The', 'cat', ',', 'she'], 1, 'sat'), 'The  cat sat');
  assert.equal(at('The cat ', ['The', 'cat'], 1, '.'), 'The cat.');
  assert.equal(at('Go.', ['Go', '.'], 1, '.'), 'Go. .', 'two full stops would be read as three');
  assert.equal(at('She', ['She'], 0, "'s"), "She's");
  assert.equal(at('He said', ['He', 'said', '>"', '>Go', '>.'], 4, '"'), 'He said "Go."');
  assert.equal(at('He said', ['He', 'said', '>"', '>Go'], 2, 'Come'), 'He said "Come');
  assert.equal(at('to be', ['t', 'o', ' ', 'b', 'e'], 3, '↵', 'letters'), 'to b\n');
  assert.equal(at('1.5, 2', ['1.5', '2', '>2.25'], 2, '3', 'numbers'), '1.5 2 2.25 3');
});

test('surprise is told beside what was expected, and perplexity is made of the bits', () => {
  const trace = TraceData.fromDocument(WHOLE);
  assert.deepEqual([0, 1, 2, 3].map((t) => tellSurprise(trace, t)), [
    '',
    '“qz” is not in its table, so it could not expect it. It had expected “cat” (50 %).',
    'It had expected “sky” (25 %); “sea” had 13 %: 3.0 bits.',
    'As expected: “.” had 75 %, 0.5 bits.',
  ]);
  const typed = TraceData.fromDocument({ ...WHOLE, writing: null, tokens: WHOLE.tokens.map(({ text, known }) => ({ text, known })) });
  assert.deepEqual([1, 2, 3].map((t) => perplexityUpTo(typed, t)), [null, { value: 8, count: 1 }, { value: 2 ** 1.75, count: 2 }]);
  assert.equal(perplexityUpTo(trace, 3), null, 'what it wrote itself does not count');
  assert.equal(tellSurprise(TraceData.fromDocument({ ...WHOLE, surprise: undefined }), 2), '');
  assert.deepEqual([0.31, 0.02, 0.004, 0.0003, 0.00001, 0.0000042].map(chance), ['31 %', '2 %', '0.4 %', '0.03 %', '1 in 100,000', '1 in 200,000']);
});

test('a written word is told as the model’s own', () => {
  const trace = TraceData.fromDocument(WHOLE);
  const told = (t) => toldOf({ trace, model: { name: 'm', task: 'next-word', reads: 'words', letters: null, layers: [] }, layer, moment: { t, unit: 0 } });
  assert.equal(tellRead(told(2)), 'The model wrote this word itself and now reads it: “sea” is looked up in the word table; joined with the hidden state of the word before.');
  assert.equal(tellSays(told(1)), 'Next word: “sky” with 25 %, then “sea” with 13 %. It goes on with “sea”.');
  assert.equal(tellSays(told(3)), 'Next word: “The” with 50 %.');
});

test('a forecast of forecasts is told as one, and held against nothing', () => {
  const tokens = [{ text: '4.5', known: true }, { text: '5', known: true }, { text: '5.4321', known: true, role: 'written' }];
  const trace = TraceData.fromDocument({
    ...HEAD, model: { name: 'm', task: 'forecast', sha256: '' }, writing: { ...WRITING, words: 1 }, tokens,
    layers: [{ ...layer, signals: { h: [[1], [2], [3]] } }], top: [[['next', 5]], [['next', 5.4321]], [['next', 6]]], surprise: undefined,
  });
  assert.deepEqual(forecasts(trace), { read: [4.5, 5, 5.4321], came: [4.5, 5, null], made: [5, 5.4321, 6] });
  assert.equal(digitsOf(tokens), 1);
  const says = (t) => tellSays(toldOf({ trace, model: { name: 'm', task: 'forecast', reads: 'numbers', letters: null, layers: [] }, layer, moment: { t, unit: 0 } }));
  assert.equal(says(1), 'Forecast of the next number: 5.4; it is read next, as if it had come.');
  assert.equal(says(2), 'Forecast of the next number: 6.0, a forecast of forecasts; what comes is not known yet.');
});

test('only what reads what it says can go on, and temperatures have words', () => {
  const forward = [{ direction: 'forward' }];
  assert.deepEqual(['next-word', 'next-letter', 'forecast', 'class', 'transduce'].map((task) => canWrite({ task, layers: forward })), [true, true, true, false, false]);
  assert.ok(!canWrite({ task: 'next-word', layers: [...forward, { direction: 'backward' }] }));
  assert.deepEqual([0, 0.7, 1, 2].map(tellTemperature), ['always the likeliest', 'mostly likely ones', 'each as often as it is likely', 'anything goes']);
});

test('a notice stands by a text that is outside of what was learned', () => {
  const notices = [{ unless: '\\d{1,2} [a-z]+', unknown: false, says: 'It reads dates like 4 july.' }, { unless: null, unknown: true, says: 'It lacks {words}.' }];
  const told = (text, ...known) => noticesFor(notices, { text, tokens: text.split(' ').map((word, k) => ({ text: word, known: known[k] ?? true })) });
  assert.deepEqual(told(' 4 July '), []);
  assert.deepEqual(told('yesterday'), ['It reads dates like 4 july.']);
  assert.deepEqual(told('4 july', true, false), ['It lacks “july”.']);
});

test('deeds keep their pace and their order, and what waits can be dropped', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const done = [];
  const pace = new Pace(() => 100);
  pace.take(() => done.push('read'));
  for (const word of ['a', 'b', 'c']) pace.take(() => done.push(word), true);
  pace.take(() => done.push('end'));
  assert.deepEqual(done, ['read', 'a']);
  context.mock.timers.tick(99);
  assert.deepEqual(done, ['read', 'a']);
  context.mock.timers.tick(1);
  assert.deepEqual(done, ['read', 'a', 'b']);
  pace.stop();
  context.mock.timers.tick(1000);
  pace.take(() => done.push('late'));
  assert.deepEqual(done, ['read', 'a', 'b']);
  const hurried = new Pace(() => 0);
  for (const word of ['x', 'y']) hurried.take(() => done.push(word), true);
  assert.deepEqual(done.slice(3), ['x', 'y']);
});

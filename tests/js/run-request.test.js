/** The run request's one written form, by the table that app/run_request.py is tested with too. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { RunRequest, canonicalClamp } from '../../static/js/run-request.js';
import { canonicalScale } from '../../static/js/weights-scaled.js';

const { requests, spellings, clamps, refused, writing, writing_spellings: writingSpellings, refused_writing: refusedWriting, scaled, scales, refused_scales: refusedScales } = JSON.parse(readFileSync(new URL('../run_requests.json', import.meta.url), 'utf8'));
/** @param {RunRequest} request */
const fields = ({ model, text, clamps: held }) => ({ model, text, clamps: [...held] });
/** @type {Map<string, { model: string, text: string, clamps: string[], query: string }>} */
const byName = new Map(requests.map((/** @type {any} */ one) => [one.name, one]));

for (const { name, model, text, clamps: held, query } of requests) {
  test(`written and read: ${name}`, () => {
    assert.equal(String(new RunRequest(model, text, held)), query);
    assert.deepEqual(fields(RunRequest.parse(query)), { model, text, clamps: held });
    assert.deepEqual(fields(RunRequest.parse(`?${query}&t=3`)), { model, text, clamps: held });
  });
}

for (const { request, query } of spellings) {
  test(`another spelling of it: ${query}`, () => {
    const expected = byName.get(request);
    assert.equal(String(RunRequest.parse(query)), expected?.query);
  });
}

test('a clamp has one form', () => {
  for (const { typed, written } of clamps) assert.equal(canonicalClamp(typed), written);
  assert.deepEqual(['1e-5', '-2.5e-07', '-0.0', '0.0001'].map((value) => canonicalClamp(`layer0.g=${value}`)),
    ['layer0.g=1e-05', 'layer0.g=-2.5e-07', 'layer0.g=-0', 'layer0.g=0.0001']);
});

test('what is no clamp is left for the service to refuse', () => {
  for (const typed of refused) assert.equal(canonicalClamp(typed), null, typed);
  assert.deepEqual([...new RunRequest('m', 'the', ['f wide open']).clamps], ['f wide open']);
});

test('a request never changes, and equals one that asks for the same', () => {
  const request = new RunRequest('m', 'the cat', ['layer0.f=1.0']);
  assert.throws(() => Object.assign(request, { text: 'dog' }), TypeError);
  assert.throws(() => /** @type {string[]} */ (request.clamps).push('layer0.i=0'), TypeError);
  assert.ok(request.equals(new RunRequest('m', 'the cat', ['layer0.f=1'])));
  assert.ok(!request.equals(new RunRequest('m', 'the cat')));
});

test('scales have one form, too', () => {
  for (const { model, text, clamps: held, scales: given, query } of scaled) {
    assert.equal(String(new RunRequest(model, text, held, {}, given)), query);
    assert.deepEqual([...RunRequest.parse(`?${query}&t=3`).scales], given);
  }
  for (const { typed, written } of scales) assert.equal(canonicalScale(typed), written);
  for (const typed of refusedScales) assert.equal(canonicalScale(typed), null, typed);
  assert.deepEqual([...new RunRequest('m', 'the', [], {}, ['U up']).scales], ['U up']);
});

test('writing on has one form, too', () => {
  for (const { model, text, clamps: held, writing: { words, ...how }, query } of writing) {
    const request = new RunRequest(model, text, held, { write: words, ...how });
    assert.equal(String(request), query);
    assert.ok(RunRequest.parse(`?${query}&t=3`).equals(request));
  }
  const named = new Map(writing.map((/** @type {any} */ one) => [one.name, one.query]));
  const silent = String(new RunRequest('reader-32', 'the cat'));
  for (const { request, query } of writingSpellings) assert.equal(String(RunRequest.parse(query)), request === null ? silent : named.get(request), query);
});

test('what is no way to write on is left for the service to refuse', () => {
  for (const { query, field } of refusedWriting) {
    const kept = RunRequest.parse(query).writing;
    assert.equal(kept[field], new URLSearchParams(query).get(field), query);
  }
});

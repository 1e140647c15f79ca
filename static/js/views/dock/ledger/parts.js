/**
 * A unit's ledger as it is shown: whose the unit is at a step, the largest parts by name and the rest gathered. Pure.
 */

import { alone, Digits, sum } from '../../../digits.js';
import { exactSum } from '../../../formula.js';
import { ledgerOf, sharesOf } from '../../../ledger.js';
import { walked } from '../../../route.js';

/** @typedef {import('../../../scene.js').Scene} Scene */
/** @typedef {import('../../../ledger.js').Entry} Entry */
/** @typedef {{ k: number, t: number | null, value: number, share: number }} Part k: its place in `left`; t is null for the state that the layer began with */
/** @typedef {{ parts: Part[], others: { count: number, value: number, share: number } | null }} Whose */

const NAMED = 6; // parts that are told by name
const BANDS = 24; // parts that have a band of their own in the picture
const LEAST = 0.005; // of all: a smaller part has no name, it would read 0 %

/** @type {WeakMap<import('../../../trace.js').TraceData, { key: string, entries: Entry[] }>} the ledger that was asked for last */
const kept = new WeakMap();

/** All that has arrived. @param {Scene} scene */
function wholeOf({ trace, layer, moment }) {
  const key = `${layer.name}:${moment.unit}:${trace.length}`;
  const known = kept.get(trace);
  if (known?.key === key) return known.entries;
  const entries = ledgerOf(trace, layer, moment.unit);
  kept.set(trace, { key, entries });
  return entries;
}

/** The steps that the walk has come by, in the order of reading. @param {Scene} scene */
export function entriesOf(scene) {
  const { name, belt } = scene.layer;
  return belt ? wholeOf(scene).filter(({ t }) => walked(scene, name, t, belt.state)) : [];
}

/** Everything of a step. @param {readonly Entry[]} entries @param {Entry} entry @returns {Part[]} */
function partsOf(entries, entry) {
  const shares = sharesOf(entry);
  return entry.left.map((value, k) => ({ k, t: k ? entries[k - 1]?.t ?? null : null, value, share: shares[k] ?? 0 }));
}

/**
 * Whose the unit is after the last of these steps, the largest first.
 * @param {readonly Entry[]} entries @returns {Whose}
 */
export function whoseOf(entries) {
  const last = entries.at(-1);
  if (!last) return { parts: [], others: null };
  const all = partsOf(entries, last).filter(({ value }) => value !== 0).sort((a, b) => b.share - a.share);
  const parts = all.filter(({ share }, place) => place < NAMED && share >= LEAST);
  const rest = all.slice(parts.length);
  if (rest.length === 1 && rest[0]) return { parts: all, others: null };
  const others = rest.length ? { count: rest.length, value: exactSum(rest.map(({ value }) => value)), share: exactSum(rest.map(({ share }) => share)) } : null;
  return { parts, others };
}

/**
 * From the top of the picture to its foot: what adds, the latest first, then what takes away, the earliest first.
 * @param {readonly Part[]} parts
 */
export const stacked = (parts) => [...parts.filter(({ value }) => value > 0).sort((a, b) => b.k - a.k), ...parts.filter(({ value }) => value <= 0).sort((a, b) => a.k - b.k)];

/**
 * With how many digits the parts and their sum are shown, so that they agree.
 * @param {Whose} whose @param {number} value
 */
export function digitsOf({ parts, others }, value) {
  const nodes = parts.map((part) => alone(part.value));
  const [rest, total] = [others && alone(others.value), alone(value)];
  const whole = sum([...nodes, ...(rest ? [rest] : [])]);
  const digits = new Digits();
  digits.equate(whole, total);
  digits.settle();
  return { parts: nodes.map((node) => digits.of(node)), others: rest ? digits.of(rest) : 0, total: digits.of(total), sign: digits.sign(whole) };
}

/** @typedef {{ k: number | null, t: number | null, columns: { t: number, from: number, to: number }[] }} Band k is null for what is gathered; from and to are heights, to farther from zero */

/**
 * The picture: for each part its band over the steps, stacked from zero outwards in the order of reading; what is small
 * everywhere lies farthest out, gathered.
 * @param {readonly Entry[]} entries @param {Whose} whose who has a band in any case
 * @returns {{ bands: Band[], gathered: number, low: number, high: number }}
 */
export function bandsOf(entries, { parts }) {
  const sizes = Array.from({ length: entries.length + 1 }, (_, k) => exactSum(entries.map(({ left }) => Math.abs(left[k] ?? 0))));
  const named = new Set(parts.map(({ k }) => k));
  const order = sizes.map((_, k) => k).filter((k) => (sizes[k] ?? 0) > 0).sort((a, b) => Number(named.has(b)) - Number(named.has(a)) || (sizes[b] ?? 0) - (sizes[a] ?? 0));
  const own = order.length <= BANDS + 1 ? order.length : BANDS;
  const [alone, rest] = [order.slice(0, own).sort((a, b) => a - b), new Set(order.slice(own))];
  /** @type {Map<number, Band>} */
  const bands = new Map(alone.map((k) => [k, { k, t: k ? entries[k - 1]?.t ?? null : null, columns: [] }]));
  /** @type {Record<'up' | 'down', Band>} */
  const others = { up: { k: null, t: null, columns: [] }, down: { k: null, t: null, columns: [] } };
  let [low, high] = [0, 0];
  for (const { t, left } of entries) {
    let [up, down] = [0, 0];
    for (const k of alone) {
      const value = left[k] ?? 0;
      if (value > 0) bands.get(k)?.columns.push({ t, from: up, to: up += value });
      if (value < 0) bands.get(k)?.columns.push({ t, from: down, to: down += value });
    }
    const small = left.filter((_, k) => rest.has(k));
    const [above, below] = [exactSum(small.filter((value) => value > 0)), exactSum(small.filter((value) => value < 0))];
    if (above) others.up.columns.push({ t, from: up, to: up += above });
    if (below) others.down.columns.push({ t, from: down, to: down += below });
    [low, high] = [Math.min(low, down), Math.max(high, up)];
  }
  return { bands: [...bands.values(), others.up, others.down].filter(({ columns }) => columns.length), gathered: rest.size, low, high };
}

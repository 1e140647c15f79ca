/**
 * What the ledger says in words.
 */

import { adds } from '../../../formula.js';
import { nameSymbol } from '../../../gates.js';
import { percent, signed } from '../../../scales.js';
import { quoted, readingOf } from '../../../wording.js';
import { wordsOf } from '../../charts/labels.js';

/** @typedef {import('../../../scene.js').Scene} Scene */
/** @typedef {import('../../../ledger.js').Entry} Entry */
/** @typedef {import('./parts.js').Part} Part */
/** @typedef {import('./parts.js').Whose} Whose */

/** How a share is measured: told where one is shown. */
export const MEASURE = 'Of all that lies on the unit: what adds and what takes away are counted alike, |part| ÷ Σ|parts|, so shares add up to 100 % also where parts cancel.';

/** A step's token as it stands in the time line: what a decoder says there, once it is said. @param {Scene} scene @param {number} t */
function textAt(scene, t) {
  const text = wordsOf(scene, quoted)[t] ?? '';
  return text === '·' ? `this ${stepWord(scene)}` : text;
}

/** Whether a layer's steps are what it says, not what it reads. @param {Scene} scene */
const speaks = ({ trace, layer }) => trace.span(layer.name)[0] > 0;

/** @param {Scene} scene */
const stepWord = (scene) => (speaks(scene) ? 'step' : readingOf(scene.model).step);

/** A step's place among those of its layer, where another one there has the same token. @param {Scene} scene @param {number} t */
function placeOf({ trace, layer }, t) {
  const [from, to] = trace.span(layer.name);
  const twice = trace.tokens.some(({ text }, other) => other !== t && from <= other && other < to && text === trace.tokens[t]?.text);
  return twice ? t - from + 1 : null;
}

/** A step by its token; one that the text has twice also by its place. @param {Scene} scene @param {number} t @param {boolean} [brief] */
export function placed(scene, t, brief = false) {
  const place = placeOf(scene, t);
  return `${textAt(scene, t)}${place === null ? '' : ` (${brief ? '' : `${stepWord(scene)} `}${place})`}`;
}

/** What a part comes from, briefly. @param {Scene} scene @param {Pick<Part, 't'>} part */
export const sourceOf = (scene, { t }) => (t === null ? (speaks(scene) ? 'the encoder' : 'the beginning') : placed(scene, t, true));

/** @param {Scene} scene @param {Entry} entry @param {Part} first */
function most(scene, entry, { t, share }) {
  const part = `${percent(share)} of unit ${scene.moment.unit}`;
  if (t === null) return `${part} still is what ${speaks(scene) ? 'the encoder handed over' : 'it began with'}`;
  if (t !== entry.t) return `${part} still comes from ${placed(scene, t)}`;
  return entry.held ? `${part} was put there by hand` : `${part} was written at this very ${stepWord(scene)}`;
}

/**
 * At “fluent”, 61 % of unit 11 still comes from “France” (+0.52).
 * @param {Scene} scene @param {Entry | undefined} entry @param {Whose} whose @param {number} digits of its first part
 */
export function toldOf(scene, entry, { parts: [first] }, digits) {
  if (!entry) return `Nothing has been read yet: the first ${readingOf(scene.model).step} has still to reach the belt.`;
  const where = `${speaks(scene) ? 'Saying' : 'At'} ${placed(scene, entry.t)}`;
  return first ? `${where}, ${most(scene, entry, first)} (${signed(first.value, digits)}).` : `${where}, unit ${scene.moment.unit} is empty: nothing was written to it, or all was erased.`;
}

/** What the step did. @param {Scene} scene @param {Entry} entry @param {{ kept: number, erased: number, written: number }} digits */
export function stepOf({ layer }, { kept, erased, written, keep, before, held }, digits) {
  const state = nameSymbol(`${layer.belt?.state}`).text;
  if (held) return `Held by hand: all of ${state} was erased, ${signed(written, digits.written)} written.`;
  if (before === 0) return `There was nothing to keep; ${signed(written, digits.written)} was written.`;
  return `It kept ${percent(keep)} of what it found (${signed(kept, digits.kept)}), erased the rest (${signed(erased, digits.erased)}) and wrote ${signed(written, digits.written)}.`;
}

/** Why a layer has no ledger. @param {Scene} scene */
export function whyNone({ layer, model }) {
  const { step } = readingOf(model);
  const article = /^[aeiou]|^[FHLMNRSX][A-Z]/.test(layer.title) ? 'An' : 'A';
  if (!layer.states.length) return `${article} ${layer.title} hands nothing on from ${step} to ${step}, so there is nothing to keep a ledger of.`;
  const state = layer.signals.find(({ name }) => name === layer.states[0]);
  if (!state?.tree || !adds(state.tree)) return `${article} ${layer.title} has no ledger: it declares no state that is only multiplied and added to.`;
  return `${article} ${layer.title} has no ledger. It makes its whole state anew at each ${step}, of all units together, so nothing in it can be followed back to one ${step}:`;
}

/** @param {Scene} scene @param {number} count */
export const othersOf = (scene, count) => `${count} other ${speaks(scene) ? 'steps' : readingOf(scene.model).steps}`;

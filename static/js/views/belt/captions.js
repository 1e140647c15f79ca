/** The picture's words: captions with the step's numbers, and the sentence that is read out in its place. */

import { tellHeld } from '../../clamps.js';
import { symbolText } from '../../gates.js';
import { magnitude, shareOf } from '../../narration/measures.js';
import { percent, plain, signed } from '../../scales.js';
import { quoted } from '../../wording.js';

/** @typedef {import('../../layout/types.js').Caption} Caption */
/** @typedef {import('../../layout/types.js').Strip} Strip */
/** @typedef {(id: string) => Float32Array | null} Reader a symbol's vector now, null where it is not reached */

/**
 * A caption's words and the exact number in them.
 * @param {Caption} caption @param {Reader} read @param {number | null} unit
 * @returns {{ text: string, value: number | null }}
 */
export function say(caption, read, unit) {
  const part = read(caption.part);
  if (!part) return { text: '', value: null };
  if (caption.kind === 'unit') {
    const value = unit === null ? undefined : part[unit];
    return value === undefined
      ? { text: '', value: null }
      : { text: `unit ${unit} ${caption.says} ${signed(value)}`, value };
  }
  const whole = read(caption.whole ?? '');
  if (!whole || magnitude(whole) === 0) return { text: 'nothing was there yet', value: null };
  const value = shareOf(part, whole);
  return { text: [caption.says, percent(value), caption.of].filter(Boolean).join(' '), value };
}

/**
 * The picture in one sentence.
 * @param {import('../../layout/types.js').LayerInfo} layer
 * @param {Pick<import('../../layout/types.js').Layout, 'strips' | 'phases'>} layout
 * @param {{ word: string, step: string, t: number, total: number, phase: number, unit: number | null }} moment
 * @param {Reader} read
 * @param {(strip: Strip) => readonly import('../../clamps.js').Run[]} heldIn the units that are held by hand
 */
export function describe(layer, { strips, phases }, moment, read, heldIn) {
  const { word, step, t, total, phase, unit } = moment;
  const values =
    unit === null
      ? []
      : strips
          .filter((strip) => strip.units)
          .flatMap((strip) => {
            const value = read(strip.id)?.[unit];
            return value === undefined ? [] : [`${symbolText(strip.symbol)} ${plain(value)}`];
          });
  const held = strips.flatMap((strip) => {
    const runs = heldIn(strip);
    return runs.length ? [`${strip.name}, ${tellHeld(runs, strip.count)}`] : [];
  });
  const title = phases[phase]?.title ?? '';
  return [
    `${layer.title}: ${layer.units} units at ${step} ${t + 1} of ${total}, ${quoted(word)}.`,
    `Phase ${phase + 1} of ${phases.length}: ${title}.`,
    unit === null ? '' : `Unit ${unit}: ${values.join(', ')}.`,
    held.length ? `Held by hand: ${held.join('; ')}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

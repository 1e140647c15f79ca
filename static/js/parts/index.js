/**
 * A part by its key to what is told of it. A key is what it is and which one: "strip:f", "wire:bus", "bars:3".
 */

import { explainBars, explainBelt, explainCell, explainFilter, explainMeasure, explainSaying, explainScale, explainShare, explainSurprise, explainWord } from './around.js';
import { explainBox } from './operations.js';
import { explainVector } from './vectors.js';
import { explainKnot, explainWire } from './wires.js';

/** @typedef {import('./types.js').Explanation} Explanation */
/** @typedef {import('./types.js').Sight} Sight */

/** @type {Record<string, (sight: Sight, id: string) => Explanation | null>} */
const KINDS = {
  strip: ({ scene }, id) => explainVector(scene, id),
  box({ scene, layout }, id) {
    const box = layout?.boxes.find((one) => one.id === id);
    return box ? explainBox(scene, box) : null;
  },
  wire({ scene, layout }, id) {
    const wire = layout?.wires.find((one) => one.id === id);
    return layout && wire ? explainWire(scene, layout, wire) : null;
  },
  knot({ scene, layout }, id) {
    const wire = layout?.wires.find((one) => one.id === id);
    return layout && wire ? explainKnot(scene, layout, wire) : null;
  },
  share({ scene, layout }, id) {
    const caption = layout?.strips.find((strip) => strip.id === id)?.caption;
    return caption?.whole ? explainShare(scene, caption.part, caption.whole) : explainVector(scene, id);
  },
  belt: ({ scene }) => explainBelt(scene),
  says: ({ scene }) => explainSaying(scene),
  scale: (_, kind) => explainScale(kind),
  measure: () => explainMeasure(),
  bars: ({ scene }, t) => explainBars(scene, Number(t)),
  surprise: ({ scene }, t) => explainSurprise(scene, Number(t)),
  filter: ({ scene }, k) => explainFilter(scene, Number(k)),
  word: ({ scene }, t) => explainWord(scene, Number(t)),
  cell({ scene }, id) {
    const [layer = '', t = ''] = id.split('@');
    return explainCell(scene, layer, Number(t));
  },
};

/**
 * @param {string} key @param {Sight} sight
 * @returns {Explanation | null} null for what is not there
 */
export function explainPart(key, sight) {
  const [kind = '', id = ''] = key.split(/:(.*)/s);
  return KINDS[kind]?.(sight, id) ?? null;
}

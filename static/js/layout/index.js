/**
 * A layer to its picture: by its kind, and a recurrent one by its cell. A new picture is one more entry here and its own
 * file; a layer that has none here gets one made from its declared signals.
 */

import { cifg } from './cifg.js';
import { pictureFrom } from './declared.js';
import { gru, gruBefore } from './gru.js';
import { letters } from './letters.js';
import { lstm } from './lstm.js';
import { peephole, peepholeFi } from './peephole.js';
import { rnn } from './rnn.js';

/** @typedef {import('./types.js').Picture} Picture */
/** @typedef {import('./types.js').LayerInfo} LayerInfo */

/** @type {Record<string, Picture>} */
const CELLS = { lstm, rnn, peephole, 'peephole-fi': peepholeFi, cifg, gru, 'gru-before': gruBefore };

/** @type {Record<string, (layer: LayerInfo) => Picture | undefined>} */
const KINDS = { recurrent: ({ cell }) => CELLS[cell], convolution: () => letters };

/** Those that were made, so that a layer's phases stay the same object. @type {WeakMap<LayerInfo, Picture>} */
const made = new WeakMap();

/** The cells that have a picture of their own. */
export const pictured = () => Object.keys(CELLS);

/** @param {LayerInfo} layer @returns {Picture} */
export function pictureOf(layer) {
  const found = KINDS[layer.kind]?.(layer) ?? made.get(layer);
  if (found) return found;
  const picture = pictureFrom(layer);
  made.set(layer, picture);
  return picture;
}

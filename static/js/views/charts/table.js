/**
 * What the charts show, for those who do not see them: the chosen unit's values of the chosen signal, word by word.
 */

import { clear, html } from '../../dom.js';
import { plain } from '../../scales.js';
import { readingOf, spoken } from '../../wording.js';
import { rowOf } from './figures.js';

/** @param {HTMLElement} host @param {import('../../scene.js').Scene} scene */
export function tell(host, scene) {
  const { trace, moment, signal, model } = scene;
  const { step } = readingOf(model);
  const rows = rowOf(scene, signal.name, moment.unit).flatMap((value, t) =>
    (value === null ? [] : [html('tr', null, html('th', { scope: 'row' }, spoken(trace.told(t))), html('td', null, plain(value, 3)))]));
  clear(host).append(html('table', null,
    html('caption', null, `${signal.label} of unit ${moment.unit}, ${step} by ${step}`),
    html('thead', null, html('tr', null, html('th', { scope: 'col' }, step), html('th', { scope: 'col' }, signal.label))),
    html('tbody', null, ...rows)));
}

/**
 * A row of units that were found to follow something; a click chooses the unit and the state in which it was found.
 */

import { clear, html } from '../dom.js';
import { namedUnits } from '../named-units.js';

/**
 * @param {HTMLElement} host
 * @param {{ onUnit: (unit: number, state: string) => void }} actions
 */
export function createNamedUnits(host, { onUnit }) {
  /** @param {import('../scene.js').Scene} scene */
  function update({ moment, model }) {
    const named = namedUnits(model.scores);
    host.hidden = named.length === 0;
    clear(host).append(html('span', null, 'Found by measurement:'), ...named.map(({ unit, state, label, measure }) => html('button', {
      type: 'button', class: 'small', data: { named: String(unit) }, 'aria-pressed': String(unit === moment.unit),
      title: `unit ${unit} of ${state} follows ${label}: ${measure} on text that the model had not seen`,
      on: { click: () => onUnit(unit, state) },
    }, `${label}: ${unit}`)));
  }
  return { update };
}

/**
 * A valve taken by hand: a unit's bar, pulled up or down. A pointer takes any bar; a finger the chosen unit's alone, for
 * elsewhere it scrolls the page.
 */

import { under } from './pointer.js';

/** @typedef {import('./drawing.js').BeltDrawing} BeltDrawing */
/**
 * @typedef {object} Valves
 * @property {(signal: string, unit: number) => [number, number] | null} range of what can be held; null for what cannot
 * @property {(signal: string, unit: number) => void} begin it is taken
 * @property {(value: number) => void} pull it is held at a value
 * @property {() => void} end it is left where it is
 */

const TRAVEL = 120; // px from one end of its range to the other
const START = 4; // px before it moves: a click is none

/** @param {number} value @param {readonly [number, number]} range to a hundredth of what it can be, so that it is read at a glance */
export const rounded = (value, [low, high]) => {
  const grain = 10 ** Math.round(Math.log10((high - low) / 100));
  return Math.min(high, Math.max(low, Number((Math.round(value / grain) * grain).toPrecision(6))));
};

/**
 * @param {HTMLElement} host holds the picture
 * @param {() => BeltDrawing | null} drawn the picture that it holds now
 * @param {Valves} valves
 */
export function followHold(host, drawn, valves) {
  /** @type {{ id: string, unit: number, y: number, from: number, range: readonly [number, number], pointer: number, pulled: boolean } | null} */
  let held = null;

  host.addEventListener('pointerdown', (event) => {
    const { strip, unit: over } = under(event, drawn());
    const finger = event.pointerType === 'touch';
    if (event.button !== 0 || !strip || strip.spec.source !== 'now' || (finger && !strip.grips(event.target))) return;
    const unit = finger ? strip.chosen ?? over : over;
    const [value, range] = [strip.values?.[unit], valves.range(strip.spec.signal, unit)];
    if (value !== undefined && range) held = { id: strip.spec.id, unit, y: event.clientY, from: value, range, pointer: event.pointerId, pulled: false };
  });
  host.addEventListener('pointermove', (event) => {
    if (!held || event.pointerId !== held.pointer) return;
    const by = held.y - event.clientY;
    const strip = drawn()?.strip(held.id);
    if (!strip || (!held.pulled && Math.abs(by) < START)) return;
    if (!held.pulled) {
      host.setPointerCapture(event.pointerId);
      valves.begin(strip.spec.signal, held.unit);
    }
    held.pulled = true;
    const [low, high] = held.range;
    const value = rounded(held.from + (by / TRAVEL) * (high - low), held.range);
    drawn()?.readout.pin(strip, held.unit, value);
    valves.pull(value);
  });
  for (const name of ['pointerup', 'pointercancel']) {
    host.addEventListener(name, () => {
      if (held?.pulled) {
        drawn()?.readout.free();
        valves.end();
      }
      held = null;
    });
  }
}

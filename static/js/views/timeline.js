/**
 * The sentence as the time line: a button a word, with a small bar a gate.
 */

import { clear, html, set, write } from '#js/dom.js';
import { hueClass, hueOf } from '#js/gates.js';
import { mean } from '#js/summary.js';

/** @typedef {import('#js/scene.js').Scene} Scene */

/**
 * @param {HTMLElement} host @param {{ onWord: (t: number) => void }} actions
 */
export function createTimeline(host, { onWord }) {
  /** @type {{ button: HTMLButtonElement, bars: HTMLElement[] }[]} */
  let words = [];
  /** @type {import('#js/trace.js').TraceData | null} */
  let drawn = null;
  let shown = -1;

  /** @param {Scene} scene */
  function build({ trace, layer }) {
    const gates = layer.signals.filter((signal) => signal.role === 'gate');
    clear(host);
    words = trace.tokens.map((token, t) => {
      const bars = gates.map((gate) =>
        html('i', { class: `bar ${hueClass(hueOf(gate))}`, title: gate.label, data: { bar: gate.name, t } }));
      const unknown = token.known ? null : 'Not in the word table: read by its letters';
      const button = html('button', {
        type: 'button', class: token.known ? 'word' : 'word unknown', dir: 'auto', title: unknown,
        'aria-label': unknown ? `${token.text}, ${unknown.toLowerCase()}` : token.text,
        on: { click: () => onWord(t) },
      }, html('span', { class: 'text' }, token.text), html('span', { class: 'bars', 'aria-hidden': 'true' }, ...bars));
      host.append(html('li', null, button));
      return { button, bars };
    });
  }

  /** @param {Scene} scene */
  function update(scene) {
    const { trace, layer, moment, phases } = scene;
    if (drawn !== trace) {
      build(scene);
      drawn = trace;
      shown = -1;
    }
    const order = new Map(phases.flatMap((phase, k) => phase.signals.map((signal) => [signal, k])));
    words.forEach(({ button, bars }, t) => {
      set(button, 'aria-current', t === moment.t ? 'step' : null);
      set(button, 'class', `word${trace.tokens[t]?.known ? '' : ' unknown'}${t > moment.t ? ' ahead' : ''}`);
      for (const bar of bars) {
        const gate = /** @type {string} */ (bar.dataset.bar);
        const here = t < moment.t || (t === moment.t && (order.get(gate) ?? 0) <= moment.phase);
        const value = here && t < trace.length ? mean(trace.values(layer.name, gate, t)) : null;
        set(bar, 'data-value', value);
        bar.style.setProperty('--part', value === null ? '0' : value.toFixed(4));
      }
    });
    if (shown !== moment.t) {
      const button = words[moment.t]?.button;
      if (button) host.scrollTo({ left: button.offsetLeft + button.offsetWidth / 2 - host.clientWidth / 2, behavior: 'instant' });
      shown = moment.t;
    }
  }

  /** @param {string} text */
  const wait = (text) => write(clear(host), text);
  return { update, wait };
}

/**
 * A layout drawn: every element of the picture, made once a size and kept; `update` brings a moment into it.
 */

import { heldRuns, parseClamp } from '../../clamps.js';
import { svg, write } from '../../dom.js';
import { endedAs } from '../../layout/step.js';
import { mean } from '../../narration/measures.js';
import { heightOf, voiceOf } from '../../narration/step.js';
import { plain } from '../../scales.js';
import { digitsOf } from '../../series.js';
import { quoted, taskOf } from '../../wording.js';
import { symbolWidth } from '../../layout/text.js';
import { describe, say } from './captions.js';
import { LegendView } from './legend.js';
import { PredictView } from './predict.js';
import { Readout } from './readout.js';
import { ScaleView } from './scale.js';
import { StripView } from './strip.js';
import { fit, number } from './text.js';
import { Threads } from './threads.js';
import { drawTrack } from './track.js';
import { bladeTransform, drawBox, drawWire } from './wires.js';

/** @typedef {import('../../layout/types.js').Layout} Layout */
/** @typedef {import('../../layout/types.js').LayerInfo} LayerInfo */
/** @typedef {import('../../trace.js').TraceData} TraceData */
/** @typedef {import('../../scene.js').Moment} Moment */

/**
 * What the belt runs to. A word that the model has still to say is not told before it is said.
 * @param {TraceData} trace @param {string} layer @param {number} t @param {boolean} said the step is over
 * @returns {{ word?: string, text: string, ends: boolean }}
 */
function whereTo(trace, layer, t, said) {
  const next = trace.following(layer, t);
  if (next !== null && trace.tokens[next]?.role === 'output' && !said) return { text: 'the next step', ends: false };
  if (next !== null) return { word: trace.read(layer, next).text, text: '', ends: false };
  const { whole } = taskOf(trace.model.task);
  if (trace.backward(layer)) return { text: `start of the ${whole}`, ends: true };
  if (trace.tokens[t]?.role === 'output') return { text: 'end of the answer', ends: true };
  return { text: trace.span(layer)[1] < trace.total ? 'to the decoder →' : `end of the ${whole}`, ends: true };
}

export class BeltDrawing {
  /** @param {Layout} layout @param {LayerInfo} layer @param {string} lacks what is said beside a token that the model lacks */
  constructor(layout, layer, lacks) {
    this.lacks = lacks;
    this.layout = layout;
    this.layer = layer;
    const { text } = layout;
    this.track = layout.belt && drawTrack(layout.belt);
    this.level = layout.flow === 'right';
    this.wires = layout.wires.map((spec) => ({ spec, node: drawWire(spec) }));
    this.boxes = layout.boxes.map((spec) => ({ spec, ...drawBox(spec, this.level) }));
    this.strips = layout.strips.map((spec) => new StripView(spec, layer.name, text, spec.source === 'now' && layer.valves?.includes(spec.signal)));
    this.threads = new Threads(layout);
    this.captions = this.strips.flatMap((strip) => {
      const { caption, captionAt } = strip.spec;
      if (!caption || !captionAt) return [];
      return [
        {
          caption,
          phase: strip.spec.phase,
          node: svg('text', {
            class: strip.spec.onBelt ? 'caption on-belt' : 'caption',
            ...captionAt,
            data: { caption: strip.spec.id },
          }),
        },
      ];
    });
    this.labels = layout.labels.map((spec) => ({
      spec,
      node: svg(
        'text',
        { class: 'caption', x: spec.x, y: spec.y, 'text-anchor': spec.anchor },
        spec.next ? '' : spec.text,
      ),
    }));
    this.predict = new PredictView(layout.predict, text, layout.width);
    this.legends = layout.legends.map((place) => (place.kind === 'gate' ? new LegendView(place, text) : new ScaleView(place, text)));
    this.ghosts = svg('g', { class: 'ghosts' });
    this.readout = new Readout(layout.width);
    this.node = svg(
      'svg',
      {
        class: `belt-picture ${layout.form}`,
        role: 'img',
        width: layout.width,
        height: layout.height,
        'font-size': text,
      },
      this.track?.node,
      svg('g', { class: 'wires' }, ...this.wires.map(({ node }) => node)),
      this.threads.node,
      svg('g', { class: 'strips' }, ...this.strips.map(({ node }) => node)),
      svg('g', { class: 'captions' }, ...this.captions.map(({ node }) => node), ...this.labels.map(({ node }) => node)),
      svg('g', { class: 'legends' }, ...this.legends.map(({ node }) => node)),
      this.predict.node,
      this.ghosts,
      svg('g', { class: 'boxes' }, ...this.boxes.map(({ node }) => node)),
      this.readout.node,
    );
  }

  /**
   * The vectors that a moment may show: this step's up to its phase, and what was there before.
   * @param {TraceData} trace @param {Moment} moment
   * @returns {(id: string) => Float32Array | null}
   */
  reader(trace, { t, phase }) {
    const specs = new Map(this.layout.strips.map((spec) => [spec.id, spec]));
    return (id) => {
      const spec = specs.get(id);
      if (!spec || spec.phase > phase) return null;
      const { name } = this.layer;
      return spec.source === 'previous' ? trace.before(name, spec.signal, t) : trace.values(name, spec.signal, t);
    };
  }

  /**
   * The bound of a strip's colours.
   * @param {TraceData} trace @param {readonly string[]} signals
   */
  bound(trace, signals) {
    return signals.length ? Math.max(...signals.map((signal) => trace.max(this.layer.name, signal))) : 1;
  }

  /**
   * The units of a strip that are held by hand, once the step has come to it.
   * @param {import('../../layout/types.js').Strip} spec @param {readonly import('../../clamps.js').Clamp[]} clamps @param {Moment} moment
   */
  heldIn({ signal, source, phase: from, count }, clamps, { t, phase }) {
    return source === 'now' && from <= phase ? heldRuns(clamps, this.layer.name, signal, t, count) : [];
  }

  /**
   * The vectors of the run beside it at the step that stands for this one; nothing of a run of another model.
   * @param {import('../../beside.js').Other | null} other @param {Moment} moment
   * @returns {(id: string) => Float32Array | null}
   */
  otherReader(other, moment) {
    const t = other?.twin ? other.step(moment.t) : null;
    return other && t !== null && other.trace.arrived(this.layer.name, t) ? this.reader(other.trace, { ...moment, t }) : () => null;
  }

  /** @param {TraceData} trace @param {Moment} moment @param {import('../../beside.js').Other | null} [other] */
  update(trace, moment, other = null) {
    const { phase, unit, t } = moment;
    const read = this.reader(trace, moment);
    const readOther = this.otherReader(other, moment);
    const { name } = this.layer;
    const { text: word, known } = trace.read(name, t);
    const below = trace.below(name);
    const clamps = trace.clamps.map(parseClamp);
    const { text } = this.layout;
    for (const strip of this.strips) {
      const { spec } = strip;
      strip.held.update(this.heldIn(spec, clamps, moment));
      strip.update(read(spec.id), this.bound(trace, spec.bound));
      strip.other.update(readOther(spec.id), strip.values, strip.max);
      strip.choose(unit);
      strip.node.classList.toggle('now', spec.phase === phase);
      if (!spec.units) {
        const room = known ? spec.w - symbolWidth(spec.symbol, text + 2) - 2 * text : 0;
        const short = quoted(fit(word, text, Math.max(spec.w * 0.45, room)));
        write(strip.label, below ? `h of ${trace.short(below.name)} at ${short}` : `${short}${known ? '' : ` ${this.lacks}`}`);
      }
    }
    for (const { spec, node } of [...this.wires, ...this.boxes]) {
      node.classList.toggle('off', spec.phase > phase);
      node.classList.toggle('now', spec.phase === phase);
    }
    for (const { spec, blades } of this.boxes) {
      const gate = spec.valve === null ? null : read(spec.valve);
      const open = gate && (spec.inverse ? 1 - mean(gate) : mean(gate));
      for (const blade of blades) blade.style.transform = bladeTransform(this.level, open === null ? 0 : 1 - open);
    }
    for (const { caption, phase: from, node } of this.captions) {
      const { text, value } = from > phase ? { text: '', value: null } : say(caption, read, unit);
      number(node, value, () => text);
      write(node, text);
    }
    const next = whereTo(trace, name, t, phase >= this.layout.phases.length - 1);
    for (const { spec, node } of this.labels) {
      const to = next.word === undefined ? next.text : quoted(fit(next.word, this.layout.text, spec.room ?? 120));
      if (spec.next) write(node, next.ends ? to : `${spec.text} ${to} ${spec.next}`);
    }
    const unbounded = this.strips.find(({ spec }) => spec.onBelt)?.spec;
    for (const legend of this.legends) legend.update(unbounded ? this.bound(trace, unbounded.bound) : null);
    this.say(trace, t, phase >= this.layout.phases.length - 1);
    this.threads.choose(unit, phase);
    this.readout.hide();
    this.node.setAttribute(
      'aria-label',
      describe(this.layer, { strips: this.layout.strips, phases: endedAs(this.layout.phases, trace, name) }, { ...moment, word, step: taskOf(trace.model.task).step, total: trace.tokens.length }, read, (spec) => this.heldIn(spec, clamps, moment)),
    );
  }

  /** What the hidden state leads to. @param {TraceData} trace @param {number} t @param {boolean} reached */
  say(trace, t, reached) {
    const { name } = this.layer;
    const voice = voiceOf(trace, name, t);
    const { task } = trace.model;
    const titles = { says: taskOf(task).says, up: `up to layer ${heightOf(trace, name) + 1}`, waits: 'waits for the other end', reads: trace.following(name, t) === null ? 'to the decoder' : 'says nothing yet' };
    const digits = digitsOf(trace.tokens);
    this.predict.update(titles[voice], reached && voice === 'says' ? trace.top(t) : null, task === 'forecast' ? (value) => plain(value, digits) : null);
  }

  /** @param {string} id */
  strip(id) {
    return this.strips.find(({ spec }) => spec.id === id) ?? null;
  }

  /**
   * Lights whatever carries a symbol.
   * @param {string | null} symbol
   */
  light(symbol) {
    this.node.classList.toggle('lighting', symbol !== null);
    for (const { spec, node } of [...this.wires, ...this.boxes]) node.classList.toggle('lit', spec.symbol === symbol);
    for (const { spec, node } of this.strips) node.classList.toggle('lit', spec.id === symbol);
  }
}

/**
 * The place of the belt: it holds the picture of one layer, laid out for the place's size, and brings it to a moment, at
 * once or in motion.
 */

import { clear } from '../../dom.js';
import { pictureOf } from '../../layout/index.js';
import { BeltDrawing } from './drawing.js';
import { markParts } from './parts.js';
import { ghostsOf, NOTHING, play } from './playing.js';
import { pastOf, timeOf, wayOf } from './way.js';

/** @typedef {import('../../layout/types.js').LayerInfo} LayerInfo */
/** @typedef {import('../../trace.js').TraceData} TraceData */
/** @typedef {import('../../scene.js').Moment} Moment */

export class BeltPlace {
  /** @param {HTMLElement} host its width decides the form, its height is filled where the form allows */
  constructor(host) {
    this.host = host;
    /** @type {LayerInfo | null} */
    this.layer = null;
    this.lacks = '';
    /** @type {BeltDrawing | null} */
    this.drawing = null;
    /** @type {{ trace: TraceData, moment: Moment } | null} */
    this.shown = null;
    /** The run beside it. @type {import('../../beside.js').Other | null} */
    this.other = null;
    this.playing = NOTHING;
    this.size = { width: 0, height: 0, present: false };
    /** @type {string | null} */
    this.lit = null;
  }

  /** @param {LayerInfo} layer @param {string} lacks what is said beside a token that the model lacks */
  setLayer(layer, lacks) {
    if (this.layer === layer) return;
    this.layer = layer;
    this.lacks = lacks;
    this.shown = null;
    this.build();
  }

  build() {
    const { host, layer, shown } = this;
    const layout = layer && pictureOf(layer).layout;
    if (!layer || !layout) return;
    this.playing.finish();
    this.size = { width: host.clientWidth, height: host.clientHeight, present: host.closest('.presenting') !== null };
    if (!this.size.width) return;
    this.drawing = new BeltDrawing(layout(this.size, layer), layer, this.lacks);
    markParts(this.drawing);
    host.style.minHeight = `${this.drawing.layout.least}px`;
    clear(host).append(this.drawing.node);
    this.drawing.light(this.lit);
    if (shown) this.drawing.update(shown.trace, shown.moment, this.other);
  }

  /** Lays the picture out again if its place has another size, or is to be read from afar. */
  resize() {
    const { host, drawing, size } = this;
    const gone = host.clientWidth !== size.width || (host.closest('.presenting') !== null) !== size.present;
    const grown = drawing !== null && drawing.layout.form !== 'phone' && host.clientHeight !== size.height;
    if (!gone && !grown) return;
    if (gone) host.style.minHeight = '';
    this.build();
  }

  /** Shows a moment at once. @param {TraceData} trace @param {Moment} moment */
  update(trace, moment) {
    this.playing.finish();
    this.shown = { trace, moment };
    if (this.drawing) this.drawing.update(trace, moment, this.other);
    else this.build();
  }

  /**
   * Moves from one moment to another where there is a way; any other change, and every one where motion is unwanted, is
   * a cut.
   * @param {TraceData} trace @param {Moment} from @param {Moment} to
   * @param {import('../../walk.js').Pace & { reduced: boolean }} how
   */
  animate(trace, from, to, { speed, within, past = false, reduced }) {
    this.playing.finish();
    const { drawing, layer } = this;
    const following = layer && trace.following(layer.name, from.t);
    const way = reduced || !drawing ? null : past && to.t === following ? pastOf(drawing.layout) : wayOf(drawing.layout, from, to, following);
    const ghosts = drawing && way && ghostsOf(drawing, way);
    this.update(trace, to);
    if (!drawing || !way || !ghosts) return NOTHING;
    this.playing = play(drawing, way, ghosts, within ? (speed * timeOf(way)) / within : speed);
    return this.playing;
  }

  /** Lights whatever carries a symbol, in pictures to come too. @param {string | null} symbol */
  light(symbol) {
    this.lit = symbol;
    this.drawing?.light(symbol);
  }
}

/**
 * The belt: the picture of one layer at one moment, and the motion from a moment to another.
 */

import { clear } from '../../dom.js';
import { pictureOf } from '../../layout/index.js';
import { lengthOf, Motion } from './motion.js';
import { BeltDrawing } from './drawing.js';

/** @typedef {import('../../layout/types.js').LayerInfo} LayerInfo */
/** @typedef {import('../../trace.js').TraceData} TraceData */
/** @typedef {import('../../scene.js').Moment} Moment */
/** @typedef {{ finished: Promise<void>, cancel(): void, finish(): void }} Playing both leave the picture at its end */
/**
 * @typedef {object} Listeners
 * @property {(unit: number, symbol: string) => void} onUnit a unit was picked, in the strip of this symbol
 * @property {(symbol: string | null) => void} onSymbol the pointer is on what carries this symbol, or on nothing
 */

/** @type {Playing} */
const NOTHING = { finished: Promise.resolve(), cancel() {}, finish() {} };

/**
 * @param {HTMLElement} host takes the picture; its width decides the form, its height is filled where the form allows
 * @param {Listeners} listeners
 */
export function createBelt(host, { onUnit, onSymbol }) {
  /** @type {LayerInfo | null} */
  let layer = null;
  let lacks = '';
  /** @type {BeltDrawing | null} */
  let drawing = null;
  /** @type {{ trace: TraceData, moment: Moment } | null} */
  let shown = null;
  let playing = NOTHING;
  let size = { width: 0, height: 0 };
  /** @type {string | null} */
  let hovered = null;
  /** @type {string | null} */
  let lit = null;

  function build() {
    const layout = layer && pictureOf(layer).layout;
    if (!layer || !layout) return;
    playing.finish();
    size = { width: host.clientWidth, height: host.clientHeight };
    if (!size.width) return;
    drawing = new BeltDrawing(layout(size, layer), layer, lacks);
    host.style.minHeight = `${drawing.layout.least}px`;
    clear(host).append(drawing.node);
    drawing.light(lit);
    if (shown) drawing.update(shown.trace, shown.moment);
  }

  /** Lays the picture out again if its place has another size. */
  function resize() {
    const gone = host.clientWidth !== size.width;
    const grown = drawing !== null && drawing.layout.form !== 'phone' && host.clientHeight !== size.height;
    if (!gone && !grown) return;
    if (gone) host.style.minHeight = '';
    build();
  }

  /** @param {string | null} symbol */
  function hover(symbol) {
    if (symbol === hovered) return;
    hovered = symbol;
    onSymbol(symbol);
  }

  /** @param {PointerEvent | MouseEvent} event */
  function under(event) {
    const target = event.target instanceof Element ? event.target.closest('[data-symbol]') : null;
    const symbol = target?.getAttribute('data-symbol') ?? null;
    const strip = target?.hasAttribute('data-strip') && symbol !== null ? (drawing?.strip(symbol) ?? null) : null;
    const x = event.clientX - (drawing?.node.getBoundingClientRect().left ?? 0);
    return { symbol, strip, unit: strip ? strip.unitAt(x) : 0 };
  }

  host.addEventListener('pointermove', (event) => {
    const { symbol, strip, unit } = under(event);
    if (strip) drawing?.readout.show(strip, unit);
    else drawing?.readout.hide();
    hover(symbol);
  });
  host.addEventListener('pointerleave', () => {
    drawing?.readout.hide();
    hover(null);
  });
  host.addEventListener('click', (event) => {
    const { symbol, strip, unit } = under(event);
    if (symbol !== null && strip?.spec.units) onUnit(unit, symbol);
  });
  new ResizeObserver(resize).observe(host);

  /**
   * Shows a moment at once.
   * @param {TraceData} trace @param {Moment} moment
   */
  function update(trace, moment) {
    playing.finish();
    shown = { trace, moment };
    if (drawing) drawing.update(trace, moment);
    else build();
  }

  /**
   * Moves from one moment to another: to a later phase of the same word, to the word that the layer reads next, or a
   * phase back.
   * Any other way, and all ways where motion is unwanted, is a cut.
   * @param {TraceData} trace @param {Moment} from @param {Moment} to
   * @param {{ speed: number, reduced: boolean }} how
   * @returns {Playing}
   */
  function animate(trace, from, to, { speed, reduced }) {
    playing.finish();
    const on = layer !== null && to.t === trace.following(layer.name, from.t);
    const same = to.t === from.t;
    const forward = on || (same && to.phase > from.phase);
    const back = same && to.phase === from.phase - 1;
    if (reduced || !drawing || !(forward || back)) {
      update(trace, to);
      return NOTHING;
    }
    const { layout } = drawing;
    const leaving = on ? layout.carry : back ? (layout.moves[from.phase] ?? []) : [];
    /** @type {Map<string, SVGGElement>} */
    const ghosts = new Map();
    for (const { target } of leaving) {
      const strip = drawing.strip(target ?? '');
      if (strip?.values) ghosts.set(strip.spec.id, strip.ghost());
    }
    update(trace, to);

    const motion = new Motion(drawing);
    if (back) motion.retreat(leaving, ghosts);
    let start = 0;
    if (on) {
      motion.add(layout.carry, 0, 1, ghosts);
      start = lengthOf(layout.carry);
    }
    const first = on ? 0 : from.phase + 1;
    const pace = !back && to.phase > first ? 0.5 : 1;
    for (let phase = first; !back && phase <= to.phase; phase += 1) {
      const moves = layout.moves[phase] ?? [];
      motion.wake(phase, start);
      motion.add(moves, start, pace);
      start += lengthOf(moves) * pace;
    }
    playing = follow(motion, speed);
    return playing;
  }

  return {
    /** @param {LayerInfo} info @param {string} [note] what is said beside a token that the model lacks */
    setModel(info, note = 'by letters') {
      if (layer === info) return;
      layer = info;
      lacks = note;
      shown = null;
      build();
    },
    update,
    animate,
    /** @param {string | null} symbol */
    highlight(symbol) {
      lit = symbol;
      drawing?.light(symbol);
    },
    resize,
  };
}

/**
 * @param {Motion} motion @param {number} speed
 * @returns {Playing}
 */
function follow(motion, speed) {
  const { animations } = motion;
  for (const animation of animations) animation.playbackRate = speed;
  const end = () => motion.clear();
  return {
    finished: Promise.allSettled(animations.map(({ finished }) => finished)).then(end),
    cancel() {
      for (const animation of animations) animation.cancel();
      end();
    },
    finish() {
      for (const animation of animations) animation.finish();
      end();
    },
  };
}

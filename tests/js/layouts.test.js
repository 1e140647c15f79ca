/** Every picture, at every width: nothing overlaps, wires end on their ports, each declared signal has its place. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { layerOf, statesOf, UNKNOWN } from './declared.js';
import { pictured, pictureOf } from '../../static/js/layout/index.js';
import { symbolWidth, textWidth, wrap } from '../../static/js/layout/text.js';

/** @typedef {import('../../static/js/layout/types.js').Layout} Layout */
/** @typedef {{ x: number, y: number, w: number, h: number }} Area */

/** The cells that have a picture of their own. */
const KNOWN = pictured();
/** Those, and layers that get one made from their declaration. */
const CELLS = [...KNOWN, ...Object.keys(UNKNOWN)];
/** @param {string} cell @param {number} width @param {number} [units] @param {number} [height] */
function layoutOf(cell, width, units = 32, height = 0) {
  const layer = layerOf(cell, units);
  return pictureOf(layer).layout?.({ width, height }, layer) ?? assert.fail(cell);
}

/** @param {Area} a @param {Area} b */
const overlap = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
/** @param {{x: number, y: number, w: number, h: number}} box placed by its centre */
const area = (box) => ({ x: box.x - box.w / 2, y: box.y - box.h / 2, w: box.w, h: box.h });
/** @param {{x: number, y: number}} p @param {Area} a @param {number} slack */
const touches = (p, a, slack) =>
  p.x >= a.x - slack && p.x <= a.x + a.w + slack && p.y >= a.y - slack && p.y <= a.y + a.h + slack;
/** @param {{x: number, y: number}} p @param {{x: number, y: number}} a @param {{x: number, y: number}} b */
const onLine = (p, a, b) =>
  Math.abs((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) < 1 &&
  p.x >= Math.min(a.x, b.x) - 1 &&
  p.x <= Math.max(a.x, b.x) + 1 &&
  p.y >= Math.min(a.y, b.y) - 1 &&
  p.y <= Math.max(a.y, b.y) + 1;

/** @param {Layout} layout */
function check(layout) {
  const heads = layout.strips.map((s) => {
    const symbol = symbolWidth(s.symbol, layout.text + 2);
    return {
      x: s.head.x,
      y: s.head.y - layout.text,
      w: symbol + (s.label ? 6 + textWidth(s.label, layout.text) : 0),
      h: layout.text,
      id: s.id,
    };
  });
  const solid = [
    ...layout.strips.map((s) => ({ ...s, id: s.id })),
    ...layout.boxes.map((b) => ({ ...area(b), id: `box ${b.id}` })),
  ];
  for (const [k, a] of solid.entries()) {
    for (const b of solid.slice(k + 1)) assert.ok(!overlap(a, b), `${a.id} lies on ${b.id}`);
    for (const head of heads) assert.ok(!overlap(a, head), `the label of ${head.id} lies on ${a.id}`);
    assert.ok(
      a.x >= 0 && a.x + a.w <= layout.width && a.y >= 0 && a.y + a.h <= layout.height,
      `${a.id} leaves the picture`,
    );
  }
  for (const [k, a] of heads.entries()) {
    for (const b of heads.slice(k + 1)) assert.ok(!overlap(a, b), `the labels of ${a.id} and ${b.id} meet`);
  }
  const { x, y, w, h } = layout.predict;
  for (const a of solid) assert.ok(!overlap(a, { x, y, w, h }), `the next words lie on ${a.id}`);
  assert.ok(x + w <= layout.width && y + h <= layout.height, 'the next words leave the picture');
}

/** @param {Layout} layout */
function checkWires(layout) {
  const solid = [...layout.strips, ...layout.boxes.map(area), layout.predict, ...(layout.belt ? [layout.belt] : [])];
  for (const wire of layout.wires) {
    for (const end of [wire.points[0], wire.points[wire.points.length - 1]]) {
      assert.ok(end);
      const other = layout.wires.some(
        (w) =>
          w !== wire &&
          w.points.some((p, k) => {
            const next = w.points[k + 1];
            return next !== undefined && onLine(end, p, next);
          }),
      );
      const leaves = layout.labels.some((label) => label.next && touches(end, { ...label, w: 0, h: 0 }, 22));
      const meets = other || leaves || solid.some((a) => touches(end, a, 22)) || end.x >= layout.width - 40;
      assert.ok(meets, `the wire ${wire.id} ends in the air at ${end.x}, ${end.y}`);
    }
    for (const [k, p] of wire.points.entries()) {
      const next = wire.points[k + 1];
      if (next)
        assert.ok(Math.abs(p.x - next.x) < 0.6 || Math.abs(p.y - next.y) < 0.6, `the wire ${wire.id} runs askew`);
    }
  }
}

/** Wires that cross without meeting say so: a reader must not take a crossing for a knot. @param {Layout} layout */
function checkCrossings(layout) {
  const parts = layout.wires.flatMap((wire) =>
    wire.points.slice(1).map((b, k) => ({ wire, a: /** @type {typeof b} */ (wire.points[k]), b })),
  );
  for (const [k, one] of parts.entries()) {
    for (const other of parts.slice(k + 1)) {
      if (one.wire === other.wire) continue;
      for (const [level, up] of [[one, other], [other, one]]) {
        if (!level || !up || Math.abs(level.a.y - level.b.y) > 0.6 || Math.abs(up.a.x - up.b.x) > 0.6) continue;
        const p = { x: up.a.x, y: level.a.y };
        const inside =
          (p.x - level.a.x) * (p.x - level.b.x) < -1 && (p.y - up.a.y) * (p.y - up.b.y) < -1;
        if (!inside) continue;
        const told = [...(level.wire.hops ?? []), ...(up.wire.hops ?? [])].some(
          (hop) => Math.abs(hop.x - p.x) < 1 && Math.abs(hop.y - p.y) < 1,
        );
        assert.ok(told, `${level.wire.id} crosses ${up.wire.id} at ${p.x}, ${p.y}`);
      }
    }
  }
  for (const { id, hops = [] } of layout.wires) {
    for (const hop of hops) {
      const crossed = parts.some(({ wire, a, b }) => wire.id !== id && onLine(hop, a, b));
      assert.ok(crossed, `${id} hops over nothing at ${hop.x}, ${hop.y}`);
    }
  }
}

/** No wire runs through a strip or a box that it does not end at. @param {Layout} layout */
function checkWays(layout) {
  const solid = [...layout.strips, ...layout.boxes.map((box) => ({ ...area(box), id: `box ${box.id}` }))];
  for (const { id, points } of layout.wires) {
    for (const [k, b] of points.slice(1).entries()) {
      const a = /** @type {typeof b} */ (points[k]);
      const way = {
        x: Math.min(a.x, b.x) + 1,
        y: Math.min(a.y, b.y) + 1,
        w: Math.abs(a.x - b.x) - 2,
        h: Math.abs(a.y - b.y) - 2,
      };
      const line = { ...way, w: Math.max(way.w, 0.5), h: Math.max(way.h, 0.5) };
      for (const one of solid) {
        const inner = { x: one.x + 1, y: one.y + 1, w: one.w - 2, h: one.h - 2 };
        assert.ok(!overlap(line, inner), `the wire ${id} runs through ${one.id}`);
      }
    }
  }
}

for (const cell of CELLS) {
  for (const units of [1, 3, 16, 32, 128, 256]) {
    for (const width of [340, 374, 430, 679, 680, 740, 899, 900, 992, 1100, 1199, 1200, 1392, 1872, 2400]) {
      test(`${cell}, ${units} units, ${width} px`, () => {
        const info = layerOf(cell, units);
        const layout = layoutOf(cell, width, units);
        assert.equal(layout.form, width >= 900 ? 'wide' : width >= 680 ? 'medium' : 'phone');
        const expected = [...info.signals.filter(({ role }) => role !== 'position').map(({ name }) => name), ...statesOf(cell).map((name) => `${name}_prev`)];
        assert.deepEqual(layout.strips.map((s) => s.id).sort(), expected.sort());
        check(layout);
        checkWires(layout);
        checkCrossings(layout);
        checkWays(layout);
        const widths = new Set(layout.strips.filter((s) => s.units).map((s) => s.w));
        assert.equal(widths.size, 1, 'all strips of units are equally wide');
        assert.ok(layout.text >= 11);
      });
    }
  }
}

test('a picture fills the height that it is given, within bounds', () => {
  assert.equal(layoutOf('lstm', 1392, 32, 480).height, 480);
  assert.equal(layoutOf('lstm', 1392, 32, 90).height, 277);
  assert.equal(layoutOf('lstm', 992, 32, 0).height, 352);
});

for (const cell of KNOWN) {
  for (const units of [32, 256]) {
    test(`${cell}, ${units} units, in the lowest frames`, () => {
      for (const [width, height] of /** @type {const} */ ([[600, 250], [620, 250], [700, 250], [790, 270], [940, 280], [1240, 290]])) {
        const layout = layoutOf(cell, width, units, height);
        assert.notEqual(layout.form, 'phone');
        assert.ok(layout.height <= Math.max(height, 300));
        for (const look of [check, checkWires, checkCrossings, checkWays]) look(layout);
      }
    });
    test(`${cell}, ${units} units, to be read from afar`, () => {
      for (const [width, height] of /** @type {const} */ ([[976, 480], [1240, 480], [1400, 640], [1880, 800]])) {
        const layer = layerOf(cell, units);
        const layout = pictureOf(layer).layout?.({ width, height, present: true }, layer) ?? assert.fail(cell);
        assert.ok(layout.text >= 18);
        assert.equal(layout.height, height);
        for (const look of [check, checkWires, checkCrossings, checkWays]) look(layout);
      }
    });
  }
}

test('every signal is new in exactly one phase, and what it is made of is there by then', () => {
  for (const cell of CELLS) {
    const { signals } = layerOf(cell, 4);
    const { phases } = pictureOf(layerOf(cell, 4));
    /** @type {Map<string, number>} */
    const at = new Map(phases.flatMap((phase, k) => phase.signals.map((name) => [name, k])));
    const shown = signals.filter(({ role }) => role !== 'position');
    assert.equal(at.size, shown.length);
    for (const signal of shown) {
      for (const name of signal.formula.match(/[a-z_]+/g) ?? []) {
        const needed = at.get(name);
        if (needed !== undefined)
          assert.ok(needed <= Number(at.get(signal.name)), `${signal.name} comes before ${name}`);
      }
    }
  }
});

test('a peephole leads from the belt to its gate, and to no other', () => {
  const seen = { peephole: { f: 'c_prev', i: 'c_prev', o: 'c' }, 'peephole-fi': { f: 'c_prev', i: 'c_prev' } };
  for (const cell of KNOWN) {
    for (const width of [374, 992, 1392]) {
      const layout = layoutOf(cell, width);
      const dashed = layout.wires.filter((wire) => wire.dashed);
      const found = Object.fromEntries(dashed.map(({ id, symbol }) => [id.replace('-peephole', ''), symbol]));
      assert.deepEqual(found, seen[/** @type {keyof typeof seen} */ (cell)] ?? {});
      for (const { id, points } of dashed) {
        const box = layout.boxes.find((one) => `${one.id}-peephole` === id);
        const end = points[points.length - 1];
        assert.ok(box && end && touches(end, area(box), 0.6), `${id} ends at its gate's squashing`);
      }
    }
  }
});

test('a gate without weights is not on the bus', () => {
  for (const width of [374, 992, 1392]) {
    const { wires, boxes } = layoutOf('cifg', width);
    assert.deepEqual(wires.find(({ id }) => id === 'i-in')?.symbol, 'f');
    assert.deepEqual(boxes.filter(({ text }) => text === 'σ').map(({ id }) => id), ['f', 'o']);
  }
});

test('the reset stands behind the product or before it', () => {
  /** @param {string} cell @param {number} width */
  const chain = (cell, width) => {
    const { wires, boxes, strips } = layoutOf(cell, width);
    const places = [...boxes.map((box) => ({ ...area(box), id: box.id })), ...strips];
    /** @param {import('../../static/js/layout/types.js').Point | undefined} p */
    const at = (p) => places.find((place) => p && touches(p, place, 0.6))?.id;
    const way = ['h_prev'];
    let wire = wires.find(({ id }) => id === 'h_prev-past' || id === 'h_prev-reset');
    while (wire && way.length < 9) {
      const here = at(wire.points[wire.points.length - 1]);
      way.push(String(here));
      wire = wires.find(({ points }) => at(points[0]) === here);
      if (here === 'n' && wire && at(wire.points[wire.points.length - 1]) === 'n') break;
    }
    return way;
  };
  for (const width of [374, 992, 1392]) {
    assert.deepEqual(chain('gru', width).slice(0, 5), ['h_prev', 'past', 'reset', 'rh', 'n']);
    assert.deepEqual(chain('gru-before', width).slice(0, 5), ['h_prev', 'reset', 'rh', 'past', 'n']);
  }
});

test('moves name what is in the picture, and none shows a signal before its phase', () => {
  for (const cell of CELLS) {
    for (const width of [374, 992, 1392]) {
      const layout = layoutOf(cell, width);
      const ids = new Set([...layout.strips, ...layout.wires, ...layout.boxes].map(({ id }) => id));
      assert.equal(layout.moves.length, layout.phases.length);
      for (const [phase, moves] of layout.moves.entries()) {
        for (const move of moves) {
          if (move.target !== undefined) assert.ok(ids.has(move.target), move.target);
          const strip = layout.strips.find(({ id }) => id === move.target);
          if (!strip) continue;
          if (move.kind === 'travel') assert.ok(strip.phase <= phase, `${strip.id} travels before it is there`);
          else if (move.kind !== 'pulse') assert.equal(strip.phase, phase, `${strip.id} appears in the wrong phase`);
        }
        const shown = layout.strips
          .filter((strip) => strip.phase === phase)
          .map(({ id }) => id)
          .sort();
        const appearing = moves
          .filter(({ kind }) => kind === 'fill' || kind === 'emerge')
          .map(({ target }) => target)
          .sort();
        assert.deepEqual(appearing, shown, `phase ${phase} of ${cell}: what is new appears, nothing else does`);
      }
    }
  }
});

test('text breaks at words, and not at all where it needs too many lines', () => {
  assert.deepEqual(wrap('what to keep', 12, 500, 1), ['what to keep']);
  assert.deepEqual(wrap('what to keep', 12, textWidth('what to', 12) + 1, 2), ['what to', 'keep']);
  assert.deepEqual(wrap('what to keep', 12, textWidth('what to', 12) + 1, 1), []);
  assert.deepEqual(wrap('unbreakable', 12, 20, 3), []);
});

/**
 * The pointer on the belt: which symbol it is on, which cell of a strip it reads, which one it picks.
 */

/** @typedef {import('./drawing.js').BeltDrawing} BeltDrawing */
/**
 * @typedef {object} Listeners
 * @property {(unit: number, symbol: string) => void} onUnit a unit was picked, in the strip of this symbol
 * @property {(symbol: string | null) => void} onSymbol the pointer is on what carries this symbol, or on nothing
 */

/** What a pointer is on. @param {MouseEvent} event @param {BeltDrawing | null} drawing */
export function under(event, drawing) {
  const target = event.target instanceof Element ? event.target.closest('[data-symbol]') : null;
  const symbol = target?.getAttribute('data-symbol') ?? null;
  const strip = target?.hasAttribute('data-strip') && symbol !== null ? (drawing?.strip(symbol) ?? null) : null;
  const x = event.clientX - (drawing?.node.getBoundingClientRect().left ?? 0);
  return { symbol, strip, unit: strip ? strip.unitAt(x) : 0 };
}

/**
 * @param {HTMLElement} host holds the picture
 * @param {() => BeltDrawing | null} drawn the picture that it holds now
 * @param {Listeners} listeners
 */
export function followPointer(host, drawn, { onUnit, onSymbol }) {
  /** @type {string | null} */
  let hovered = null;

  /** @param {string | null} symbol */
  function hover(symbol) {
    if (symbol === hovered) return;
    hovered = symbol;
    onSymbol(symbol);
  }

  host.addEventListener('pointermove', (event) => {
    const drawing = drawn();
    const { symbol, strip, unit } = under(event, drawing);
    if (strip) drawing?.readout.show(strip, unit);
    else drawing?.readout.hide();
    hover(symbol);
  });
  host.addEventListener('pointerleave', () => {
    drawn()?.readout.hide();
    hover(null);
  });
  host.addEventListener('click', (event) => {
    const { symbol, strip, unit } = under(event, drawn());
    if (symbol !== null && strip?.spec.units) onUnit(unit, symbol);
  });
}

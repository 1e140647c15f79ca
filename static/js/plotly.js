/**
 * plotly.js, a classic script that sets a global.
 */

/**
 * Loads it into the document, unless it is there.
 * @param {string} address @param {HTMLElement} place takes the script
 * @returns {Promise<unknown>}
 */
export function loadPlotly(address, place) {
  const there = /** @type {any} */ (window).Plotly;
  return there ? Promise.resolve(there) : new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('load', () => resolve(/** @type {any} */ (window).Plotly));
    place.append(script);
  });
}

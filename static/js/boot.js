/**
 * What comes with a page of the server: its root, and the document that its first paint needs.
 */

/** @typedef {{ models: import('./api.js').Models, trace: import('./trace.js').TraceDocument | null, error: import('./api.js').Failure | null }} Boot */

/** @param {string} id @returns {HTMLElement} */
function found(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

/** The place that the page is built in. */
export const rootElement = () => found('gatewalk');

/** @returns {Boot} */
export const bootDocument = () => JSON.parse(found('boot').textContent ?? '{}');

/** Where plotly.js is. */
export const plotlyAddress = () => found('boot').dataset.plotly ?? '';

/** What can be trained live. @returns {import('./views/train/controls.js').Offers} */
export const trainingOffers = () => JSON.parse(found('boot').textContent ?? '{}');

/**
 * One file that holds a walk: page, trace and weights in one document, without a server.
 */

import { mirrorIn } from './address-bar.js';
import { createGatewalk } from './gatewalk.js';
import { windowTitle } from './labels.js';
import { documentSource } from './sources/document.js';
import { Store, isFresh, parse } from './state.js';

/** @param {string} id */
const textOf = (id) => document.getElementById(id)?.textContent ?? null;

/** plotly.js, unpacked out of the document. @param {string} packed gzip in base64 */
async function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const script = document.createElement('script');
  script.textContent = await new Response(stream).text();
  document.head.append(script);
  return /** @type {any} */ (window).Plotly;
}

const root = /** @type {HTMLElement} */ (document.getElementById('gatewalk'));
const packed = textOf('plotly');
const mirror = mirrorIn(history);
const store = new Store(parse(location.search), mirror.write);
const fresh = isFresh(location.search);
const paint = () => {
  document.documentElement.dataset.theme = store.state.theme;
};
paint();
store.subscribe(paint);

createGatewalk(root, {
  source: documentSource(JSON.parse(textOf('document') ?? '')),
  store,
  parts: ['header', 'failure', 'overview', 'stage', 'arithmetic', 'charts', 'dock', 'next', 'transport'],
  alone: true,
  keys: document,
  plotly: packed === null ? null : () => unpack(packed),
  loaded: (scene) => {
    document.title = windowTitle(scene);
  },
}).begin({ fresh });

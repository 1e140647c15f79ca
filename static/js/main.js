/**
 * The page of the server.
 */

import { mirrorIn } from './address-bar.js';
import { bootDocument, plotlyAddress, rootElement } from './boot.js';
import { createGatewalk } from './gatewalk.js';
import { windowTitle } from './labels.js';
import { loadPlotly } from './plotly.js';
import { serverSource } from './sources/server.js';
import { Store, isFresh, parse } from './state.js';

const { models, trace, error } = bootDocument();
const root = rootElement();
const mirror = mirrorIn(history);
const store = new Store(parse(location.search), mirror.write);
const fresh = isFresh(location.search);

/** The ground around the page has its theme too. */
const paint = () => {
  document.documentElement.dataset.theme = store.state.theme;
};
paint();
store.subscribe(paint);

const page = createGatewalk(root, {
  source: serverSource({ models, first: trace }),
  store,
  alone: true,
  keys: document,
  home: '/',
  links: { page: `${location.origin}/`, embed: `${location.origin}/embed`, train: '/train' },
  plotly: () => loadPlotly(plotlyAddress(), root),
  loaded: (scene) => {
    document.title = windowTitle(scene);
  },
});
setTimeout(() => page.begin({ failure: error, fresh })); // a task of its own: see gatewalk.js
window.addEventListener('popstate', () => {
  mirror.forget();
  store.restore(parse(location.search));
  page.restore();
});

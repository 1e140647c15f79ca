/**
 * The embed: the belt with its time line and transport, for slides and course pages. Its host hears each moment, so
 * that it can restore it: {type: "gatewalk:moment", search: "?…"}.
 */

import { mirrorIn } from './address-bar.js';
import { bootDocument, rootElement } from './boot.js';
import { EMBED } from './frame.js';
import { createGatewalk } from './gatewalk.js';
import { windowTitle } from './labels.js';
import { serverSource } from './sources/server.js';
import { Store, format, parse } from './state.js';

const { models, trace, error } = bootDocument();
const root = rootElement();
const mirror = mirrorIn(history);
const store = new Store(parse(location.search), mirror.write);
document.documentElement.dataset.theme = store.state.theme;
store.subscribe((state) => window.parent.postMessage({ type: 'gatewalk:moment', search: format(state) }, '*'));

const page = createGatewalk(root, {
  source: serverSource({ models, first: trace }),
  store,
  parts: EMBED,
  alone: true,
  keys: document,
  loaded: (scene) => {
    document.title = windowTitle(scene);
  },
});
root.classList.toggle('bare', !store.state.controls);
page.begin({ failure: error });

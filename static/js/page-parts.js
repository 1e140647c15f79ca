/**
 * What a part of the page around the picture is given, and what it is told of.
 */

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('./api.js').Failure} Failure */
/**
 * @typedef {object} Page what the parts of one page share
 * @property {HTMLElement} root
 * @property {import('./frame.js').Find} find
 * @property {import('./source.js').TraceSource} source
 * @property {import('./state.js').Store} store
 * @property {import('./walk.js').Walk} walk
 * @property {import('./loading.js').Loading} loading
 * @property {import('./trying.js').Trying} trying
 * @property {EventTarget} keys where keys are heard
 * @property {import('./other-run.js').OtherRun} other
 * @property {import('./director.js').Director} director
 * @property {() => void} guide begins the tour
 * @property {(symbol: string | null) => void} light
 * @property {(query: string) => MediaQueryList} media
 * @property {import('./views/share.js').Links | null} links
 * @property {(() => Promise<unknown>) | null} plotly
 */
/**
 * @typedef {object} Panel
 * @property {(scene: Scene) => void} [loaded] another trace came, or came whole
 * @property {(scene: Scene) => void} [update] the moment is another
 * @property {(failure: Failure | null) => void} [fail]
 * @property {(scene: Scene) => void} [playing] anything is another, also whether it plays
 * @property {() => void} [help]
 */
/**
 * @typedef {object} DockView a view of the dock at work
 * @property {(scene: Scene) => void} [loaded] another trace came, or came whole; told before `update`, and when it is shown
 * @property {(scene: Scene) => void} update the moment is another
 * @property {() => void} [hidden] it is on show no longer
 */

export {};

/**
 * Where the numbers come from. A source tells its models, opens a run and gives a unit's weights; the page knows no other
 * way to any of these. `sources/server.js` asks a server, `sources/document.js` reads a document that holds everything.
 */

/**
 * @typedef {object} Listener what is heard of a run
 * @property {(start: import('./trace.js').Start) => void} start
 * @property {(step: import('./trace.js').StepEvent) => void} step
 * @property {() => void} end
 * @property {(failure: import('./api.js').Failure) => void} error
 */
/** @typedef {import('./explain.js').UnitWeights} UnitWeights */
/** @typedef {{ model: string, sha256: string, scales: readonly string[], layer: string, unit: number }} Place a unit of a layer of these very weights, scaled so */
/** @typedef {{ trace: import('./trace.js').TraceData, t: number | null, symbol: string }} Asked t is null for what is said of the whole text */
/** @typedef {{ trace: import('./trace.js').TraceData, t: number, filter: number }} AskedFilter */
/**
 * @typedef {object} TraceSource
 * @property {import('./api.js').Models} models
 * @property {boolean} runs whether it can run what it does not hold
 * @property {(request: import('./run-request.js').RunRequest, listener: Listener) => () => void} open opens a run; gives what closes it
 * @property {(place: Place) => Promise<UnitWeights>} weights a unit's row of every parameter of its layer
 * @property {(asked: Asked) => Promise<import('./api.js').Logit>} logit what is said at a step, written out unit by unit
 * @property {((asked: AskedFilter) => Promise<import('./api.js').FilterSum>) | null} filter a letter filter's answer, written out; null where the filters' weights are not there
 * @property {import('./trace.js').TraceDocument | null} first a trace that came along
 */

export {};

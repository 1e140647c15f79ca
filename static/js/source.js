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
 * @typedef {object} UnitsSource
 * @property {(asked: { trace: import('./trace.js').TraceData, t: number }) => Promise<import('./units.js').Told>} here what each unit does on this text, and what is said without it
 * @property {(model: string) => Promise<import('./carried.js').Carried>} carried what the model's units carry, as measured on shipped sentences
 * @property {(asked: { model: string, carries: string, layer: string, unit: number }) => Promise<import('./carried.js').Evidence>} evidence a few of these sentences with a unit's value at each word
 */
/** @typedef {{ request: import('./run-request.js').RunRequest, against: import('./run-request.js').RunRequest, layer?: string, signal?: string }} AskedComparison with a layer and a signal, the differences of that, too */
/**
 * @typedef {object} TraceSource
 * @property {import('./api.js').Models} models
 * @property {boolean} runs whether it can run what it does not hold
 * @property {(request: import('./run-request.js').RunRequest, listener: Listener) => () => void} open opens a run; gives what closes it
 * @property {(place: Place) => Promise<UnitWeights>} weights a unit's row of every parameter of its layer
 * @property {(asked: Asked) => Promise<import('./api.js').Logit>} logit what is said at a step, written out unit by unit
 * @property {((asked: AskedFilter) => Promise<import('./api.js').FilterSum>) | null} filter a letter filter's answer, written out; null where the filters' weights are not there
 * @property {UnitsSource | null} units what units do; null where nothing can be run
 * @property {((asked: import('./gradients.js').AskedGradient) => Promise<import('./gradients.js').Gradient>) | null} gradient how strongly all before moves a prediction; null where it cannot be computed
 * @property {((asked: import('./gradients.js').AskedMap) => Promise<import('./gradients.js').GradientMap>) | null} gradientMap every prediction by every step; null likewise
 * @property {((asked: AskedComparison) => Promise<import('./api.js').Comparison>) | null} compare two runs side by side; null where no other can be run
 * @property {import('./trace.js').TraceDocument | null} first a trace that came along
 */

export {};

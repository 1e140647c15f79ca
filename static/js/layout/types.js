/**
 * The shapes of a layout: a cell's picture as plain data, in CSS pixels. No DOM, no values.
 */

/** @typedef {import('../gates.js').Signal} Signal */
/** @typedef {import('../gates.js').SymbolPart} SymbolPart */
/** @typedef {import('../scales.js').Hue} Hue */
/** @typedef {{ x: number, y: number }} Point */
/** @typedef {'wide' | 'medium' | 'phone'} Form */
/** @typedef {{ width: number, height: number, present?: boolean }} Size `height` is a wish: what is left to fill, 0 for none; present: to be read from afar */

/**
 * @typedef {object} LayerInfo a layer as the models document declares it
 * @property {string} name
 * @property {string} kind
 * @property {string} cell
 * @property {string} title "LSTM with coupled gates"
 * @property {number} units
 * @property {number} inputs
 * @property {string} [direction] "backward" for one that reads from the last word to the first
 * @property {Signal[]} signals
 * @property {string[]} [valves] the signals that can be held
 */

/**
 * @typedef {object} Caption words made from a step's numbers
 * @property {'share' | 'unit'} kind share: how much of `whole` is left in `part`; unit: the chosen unit's value
 * @property {string} part symbol id
 * @property {string} [whole] symbol id
 * @property {string} says "kept", "wrote": the verb before the number
 * @property {string} [of] words after a share
 */

/**
 * @typedef {object} Strip a vector, one cell a unit
 * @property {string} id its symbol's id: `f`, `c_prev`
 * @property {string} signal
 * @property {'now' | 'previous'} source
 * @property {number} phase from which it is shown; −1 for what was there before the step
 * @property {number} x
 * @property {number} y
 * @property {number} w
 * @property {number} h
 * @property {number} count cells in it
 * @property {boolean} units true where cell k is unit k of the layer (an input's cells are not)
 * @property {'gate' | 'signed'} scale
 * @property {Hue} hue
 * @property {string[]} bound signals that share its colour bound; none: it is ±1 (or 0 … 1)
 * @property {SymbolPart[]} symbol
 * @property {string} label the field's term, empty where there is no room for it
 * @property {string} name the field's term, always
 * @property {Point} head where symbol and label stand, on the baseline
 * @property {number} valueX right end of the chosen unit's value
 * @property {Caption | null} caption
 * @property {Point | null} captionAt
 * @property {boolean} onBelt
 */

/**
 * @typedef {object} Wire
 * @property {string} id
 * @property {string} symbol id of what runs in it
 * @property {Point[]} points corners, from where it leaves to where it ends
 * @property {number} phase
 * @property {Hue} hue
 * @property {boolean} arrow
 * @property {boolean} dot a knot where it leaves another wire
 * @property {boolean} [trunk] the line of the memory itself, where there is no belt
 * @property {boolean} [dashed] a peephole: it only looks
 * @property {Point[]} [hops] where it crosses another wire without meeting it
 */

/**
 * @typedef {object} Box
 * @property {string} id
 * @property {'node' | 'function'} kind a node combines two vectors; a function squashes one
 * @property {string} text × + σ tanh; what stands after _ is set below the line
 * @property {number} x centre
 * @property {number} y centre
 * @property {number} w
 * @property {number} h
 * @property {number} phase
 * @property {Hue} hue
 * @property {string} symbol id of what comes out
 * @property {string | null} valve the gate whose mean opening it shows
 * @property {boolean} [inverse] it is open as far as that gate is shut
 * @property {Hue} [part] of a box that is divided as its valve is: the hue of the gate's part
 */

/**
 * @typedef {object} Belt
 * @property {number} x
 * @property {number} y
 * @property {number} w
 * @property {number} h
 * @property {'right' | 'down'} direction
 * @property {{ x: number, y: number, r: number }[]} rollers
 */

/**
 * @typedef {object} Label
 * @property {number} x
 * @property {number} y baseline
 * @property {'start' | 'middle' | 'end'} anchor
 * @property {string} text
 * @property {number} [room] for the next word, where it is less than usual
 * @property {string} [next] the arrow that points to the next word, which follows the text where there is one
 */

/**
 * @typedef {object} Move one motion in a phase; times in ms at speed 1
 * @property {'fill' | 'emerge' | 'travel' | 'pulse' | 'valve' | 'tread' | 'rows'} kind
 *   fill: the strip's bars grow; emerge: it comes out of `points[0]`; travel: a copy of it goes along `points` and
 *   is gone; pulse: a spark runs along the wire; valve: the node's blades take their place; tread: the belt runs;
 *   rows: the next words appear
 * @property {number} at
 * @property {number} ms
 * @property {string} [target] id of strip, wire or box
 * @property {Point[]} [points]
 * @property {boolean} [whole] a travelling strip keeps its size
 */

/**
 * @typedef {object} Told what a phase's sentence is made from: one layer at one moment, its vectors by name
 * @property {import('../trace.js').TraceData} trace
 * @property {import('../api.js').ModelEntry} model
 * @property {LayerInfo} layer
 * @property {number} t
 * @property {number} unit
 * @property {string} word what is read, as a sentence calls it
 * @property {(signal: string) => Float32Array} now a signal of this step
 * @property {(state: string) => Float32Array} before a state of the step before
 */
/**
 * @typedef {object} Phase
 * @property {string} name
 * @property {string} title
 * @property {string[]} signals new in it
 * @property {(told: Told) => string} say what happens in it, in one sentence
 */

/**
 * @typedef {object} Layout
 * @property {Form} form
 * @property {number} width
 * @property {number} height
 * @property {number} least the least height that it can have at this width
 * @property {'right' | 'down'} flow the way that vectors pass
 * @property {number} text size of labels
 * @property {readonly Phase[]} phases
 * @property {Move[][]} moves by phase
 * @property {Move[]} carry between two words
 * @property {Belt | null} belt
 * @property {Strip[]} strips
 * @property {Wire[]} wires
 * @property {Box[]} boxes
 * @property {Label[]} labels
 * @property {{ x: number, y: number, w: number, h: number, rows: number }} predict the next words
 * @property {{ x: number, y: number, w: number, kind: 'gate' | 'signed' | 'belt', beside?: boolean }[]} legends the scales: of gates, of values between −1 and 1, of the belt; beside: its words stand before it
 */

/** @typedef {(size: Size, layer: LayerInfo) => Layout} LayoutMaker */

/** @typedef {{ state: string, kept: string, wrote: string, gate: { signal: string, name: string } | null }} Memory a state, the signals for what was kept of it and what was written, and the gate that shows it */
/**
 * @typedef {object} Picture a cell's
 * @property {readonly Phase[]} phases the same at every size
 * @property {LayoutMaker | null} layout null for what the belt does not draw
 * @property {Memory | null} memory
 */

/**
 * @typedef {object} Wiring what tells the members of the LSTM's family apart
 * @property {readonly Phase[]} phases
 * @property {readonly string[]} peepholes the gates that see the belt: f and i what was on it, o what is on it now
 * @property {boolean} coupled i is 1 − f: it has no weights, hence no place on the bus
 */

export {};

/**
 * How a signal looks: its hue, its CSS class, its symbol. Made from the model's declared signals, so that a new cell
 * needs nothing here unless it brings a gate of a new kind.
 */

/** @typedef {import('./scales.js').Hue} Hue */
/**
 * @typedef {object} Signal a signal as the models route declares it
 * @property {string} name
 * @property {'input' | 'gate' | 'candidate' | 'product' | 'state' | 'output' | 'position'} role
 * @property {[number | null, number | null]} range
 * @property {string} label
 * @property {string} description
 * @property {string} formula
 * @property {import('./formula.js').Tree | null} [tree] the formula, read
 */
/** @typedef {{ text: string, sub?: string }} SymbolPart a run of text and what is set below the line after it */

/**
 * Gates by the name that the field gives them. The GRU's have the hue of what they do: z keeps as the forget gate does,
 * r shows a part of the state as the output gate does.
 * @type {Record<string, Hue>}
 */
const BY_NAME = { f: 'forget', i: 'input', o: 'output', g: 'candidate', z: 'forget', r: 'output', n: 'candidate' };

/** Everything else by what it does. @type {Record<Signal['role'], Hue>} */
const BY_ROLE = {
  input: 'state',
  gate: 'input',
  candidate: 'candidate',
  product: 'state',
  state: 'state',
  output: 'state',
  position: 'state',
};

/**
 * The hue of a signal. A product takes the hue of the gate it is made with: f ⊙ c the forget gate's; what a gate lets in
 * by being shut, (1 − z) ⊙ n, the input gate's.
 * @param {Pick<Signal, 'name' | 'role' | 'formula'>} signal
 * @returns {Hue}
 */
export function hueOf(signal) {
  if (signal.role === 'gate' || signal.role === 'candidate') return BY_NAME[signal.name] ?? BY_ROLE[signal.role];
  if (signal.role === 'product') {
    const gate = /^(\w+) \* /.exec(signal.formula)?.[1];
    if (gate) return BY_NAME[gate] ?? BY_ROLE.product;
    if (/^\(1 - \w+\) \* /.test(signal.formula)) return 'input';
  }
  return BY_ROLE[signal.role];
}

/**
 * The class that gives an element a signal's hue: `hue-forget` sets `--hue` and `--hue-soft`.
 * @param {Hue} hue
 */
export const hueClass = (hue) => `hue-${hue}`;

/**
 * True where values go from 0 to 1 and are shown in one hue; false where they have a sign and a zero in the middle.
 * @param {Pick<Signal, 'role'>} signal
 */
export const isGate = (signal) => signal.role === 'gate';

/** The ending of a state before the step: in what reads from the last word to the first, that is the next word's. */
const [BEFORE, AFTER] = ['_prev', '_next'];

/**
 * A formula as its layer reads: backward, the state that it starts from is the next word's, c_{t+1}.
 * @param {string} written names or a whole formula @param {{ direction?: string } | null} [layer]
 */
export const asRead = (written, layer) => (layer?.direction === 'backward' ? written.replaceAll(BEFORE, AFTER) : written);

/** The id under which a name is found in every view, however its layer reads. @param {string} name */
export const idOf = (name) => name.replace(AFTER, BEFORE);

/**
 * A name of a formula as the field writes it: c_prev → c_{t−1}, c_next → c_{t+1}, x → x_t, f → f.
 * @param {string} name
 * @returns {SymbolPart}
 */
export function nameSymbol(name) {
  const [base, rest] = name.split('_', 2);
  if (base === undefined) return { text: name };
  if (rest === 'prev') return { text: base, sub: 't−1' };
  if (rest === 'next') return { text: base, sub: 't+1' };
  if (rest !== undefined) return { text: base, sub: rest };
  return ['x', 'h', 'c'].includes(base) ? { text: base, sub: 't' } : { text: base };
}

/** How a squashing function is written. */
export const SQUASH = /** @type {Record<string, string>} */ ({ sigmoid: 'σ', tanh: 'tanh', relu: 'ReLU' });

/** What stands between names. @type {Record<string, string>} */
const WRITTEN = {
  '*': ' ⊙ ',
  '@': '\u2009',
  '+': ' + ',
  '-': ' − ',
  '(': '(',
  ')': ')',
  tanh: 'tanh ',
  sigmoid: 'σ ',
};

/**
 * A signal's symbol. A product is written as what it is: f ⊙ c_{t−1}, tanh c_t, (1 − z) ⊙ n.
 * @param {Pick<Signal, 'name' | 'role' | 'formula'>} signal
 * @returns {SymbolPart[]}
 */
export function symbolOf(signal) {
  if (signal.role !== 'product') return [nameSymbol(signal.name)];
  const bare = signal.formula.replace(/(tanh|sigmoid)\((\w+)\)/g, '$1 $2');
  const parts = bare.match(/\w+|[*+@()-]/g) ?? [signal.name];
  return parts.map((part) => (part in WRITTEN ? { text: WRITTEN[part] ?? part } : nameSymbol(part)));
}

/**
 * The id of a symbol in every view: the signal's own name, or `c_prev` for a state before the step.
 * @param {string} signal @param {'now' | 'previous'} source
 */
export const symbolId = (signal, source) => (source === 'previous' ? `${signal}_prev` : signal);

/**
 * A symbol in one line of text, for labels that are read out: "c_t−1".
 * @param {SymbolPart[]} parts
 */
export const symbolText = (parts) => parts.map(({ text, sub }) => (sub ? `${text}_${sub}` : text)).join('');

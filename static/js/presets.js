/**
 * What a hand does to a memory, in the articles' words, by what a cell's gates do and not by what they are called: which one
 * keeps the state, which one lets in, which one shows. Pure; made from the formulas that a layer declares.
 */

/** @typedef {import('./formula.js').Tree} Tree */
/** @typedef {{ name: string, title: (what: What) => string, holds: readonly [signal: string, value: number][] }} Preset */
/** @typedef {{ units: 'all' | string, when: string }} What units: all of them, or "unit 11"; when: "here" */

/** @param {Tree | null | undefined} tree @param {string} [name] */
const isName = (tree, name) => tree?.op === 'name' && (name === undefined || tree.name === name);

/** @param {Pick<import('./api.js').LayerEntry, 'signals' | 'valves'>} layer */
function rolesOf({ signals, valves }) {
  const treeOf = (/** @type {string} */ name) => signals.find((one) => one.name === name)?.tree;
  /** The valve that a factor is, and the value at which the factor is 0. @param {Tree | null | undefined} tree @returns {[string, number] | null} */
  const shutBy = (tree) => {
    if (tree?.op === 'sub') {
      const inner = shutBy(tree.args?.[1]);
      return inner && [inner[0], 1 - inner[1]];
    }
    if (!tree || !isName(tree)) return null;
    return valves.includes(tree.name ?? '') ? [tree.name ?? '', 0] : shutBy(treeOf(tree.name ?? ''));
  };
  for (const { name: state, tree } of signals) {
    const parts = tree?.op === 'add' ? (tree.args ?? []).map((part) => treeOf(part.name ?? '')) : [];
    const kept = parts.find((part) => part?.op === 'mul' && part.args?.some((arg) => isName(arg, `${state}_prev`)));
    const keep = shutBy(kept?.args?.find((arg) => !isName(arg, `${state}_prev`)));
    const write = shutBy(parts.find((part) => part !== kept && part?.op === 'mul')?.args?.[0]);
    const shown = signals.find((one) => one.role === 'output' && one.name !== state)?.tree;
    const hide = shown?.op === 'mul' ? shutBy(shown.args?.[0]) : null;
    if (keep && write) return { state, keep, write, hide };
  }
  return null;
}

/** @param {What} what @param {string} everything */
const object = ({ units }, everything) => (units === 'all' ? everything : units);

/**
 * @param {Pick<import('./api.js').LayerEntry, 'signals' | 'valves' | 'states'>} layer
 * @returns {Preset[]}
 */
export function presetsOf(layer) {
  const roles = rolesOf(layer);
  const erased = roles?.state ?? layer.states[0];
  /** @type {Preset[]} */
  const made = [];
  if (roles) {
    const { keep: [keep, shut], write, hide } = roles;
    const coupled = write[0] === keep; // what it keeps, it does not write
    made.push({ name: 'forget', title: (what) => `forget ${object(what, 'everything')} ${what.when}`, holds: [[keep, shut]] });
    made.push({ name: 'remember', title: (what) => `remember ${object(what, 'everything')} ${what.when}`, holds: coupled ? [[keep, 1 - shut]] : [[keep, 1 - shut], write] });
    if (!coupled) made.push({ name: 'let-in', title: (what) => `let nothing in${what.units === 'all' ? '' : ` to ${what.units}`} ${what.when}`, holds: [write] });
    if (hide) made.push({ name: 'hide', title: (what) => `hide ${object(what, 'it')} ${what.when}`, holds: [hide] });
  }
  if (erased !== undefined && layer.valves.includes(erased)) made.push({ name: 'erase', title: (what) => `erase ${object(what, 'all units')} ${what.when}`, holds: [[erased, 0]] });
  return made;
}

/** The names of a layer's weights, as its formulas have them. @param {Pick<import('./api.js').LayerEntry, 'signals'>} layer @returns {string[]} */
export function weightsOf({ signals }) {
  const own = new Set(signals.map(({ name }) => name));
  /** @param {Tree | null | undefined} tree @returns {string[]} */
  const names = (tree) => (!tree ? [] : tree.op === 'name' ? [tree.name ?? ''] : (tree.args ?? []).flatMap(names));
  const found = [...new Set(signals.flatMap(({ tree }) => names(tree)))].filter((name) => !own.has(name) && !name.endsWith('_prev'));
  const kinds = [...new Set(found.map((name) => name.split('_')[0] ?? name))];
  return kinds.flatMap((kind) => {
    const those = found.filter((name) => name.startsWith(`${kind}_`));
    return those.length > 1 ? [kind, ...those] : found.filter((name) => name === kind || name.startsWith(`${kind}_`));
  });
}

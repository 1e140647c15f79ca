/**
 * The sum in a formula, taken apart: what is added up, term by term, and what is done with the total.
 */

/** @typedef {import('./api.js').Tree} Tree */
/**
 * @typedef {object} Row one term
 * @property {string} name of what comes in
 * @property {number | null} index of it; null for a bias
 * @property {number | null} weight null where it comes in as it is
 * @property {number | null} input null for a bias
 * @property {number} product what it adds
 */

/** Whether something in a formula adds up a matrix's row. @param {Tree} tree @returns {boolean} */
const adds = (tree) => tree.op === 'matmul' || (tree.args ?? []).some(adds);

/**
 * The parts that a formula adds up: σ(W·x + U·h + p·c + b) has four; r·(U·h + d) has two, the total of which goes on into
 * a product with the `factors` besides it.
 * @param {Tree} tree
 * @returns {{ parts: Tree[], total: number, factors: Tree[] }}
 */
export function sumOf(tree) {
  const args = tree.args ?? [];
  const inner = tree.op === 'call' ? args[0] : tree.op === 'mul' ? args.find(adds) : undefined;
  if (inner) {
    const { parts, total, factors } = sumOf(inner);
    return { parts, total, factors: [...factors, ...(tree.op === 'mul' ? args.filter((arg) => arg !== inner) : [])] };
  }
  const parts = tree.op === 'add' ? args : [tree];
  return { parts, total: parts.reduce((all, { value = 0 }) => all + value, 0), factors: [] };
}

/**
 * The terms of one part.
 * @param {Tree} part @param {number} unit whose sum it is
 * @returns {Row[]}
 */
export function rowsOf(part, unit) {
  const { value = 0, args = [], terms, source } = part;
  const name = args.at(-1)?.name ?? part.name ?? '';
  if (terms) return terms.map((term) => ({ name, ...term }));
  if (source === 'parameter') return [{ name, index: null, weight: null, input: null, product: value }];
  const [weight, input] = part.op === 'mul' ? args : [];
  return [{ name, index: unit, weight: weight?.value ?? null, input: input?.value ?? value, product: value }];
}

/** A formula's tree, as the models document has it: a small reader of what `lstm_core.formula` reads. */

/** @typedef {import('../../static/js/formula.js').Tree} Tree */

/** @param {string} text @returns {Tree} */
export function treeOf(text) {
  const words = text.match(/\w+|[@+*()-]/g) ?? [];
  /** @returns {Tree} */
  function atom() {
    const word = words.shift() ?? '';
    if (word === '(') {
      const inner = sum();
      words.shift();
      return inner;
    }
    if (/^\d+$/.test(word)) return { op: 'number', value: Number(word) };
    if (words[0] !== '(') return { op: 'name', name: word };
    words.shift();
    const args = [sum()];
    words.shift();
    return { op: 'call', fn: word, args };
  }
  /** @param {() => Tree} part @param {Record<string, string>} operators @returns {Tree} */
  function chain(part, operators) {
    let tree = part();
    while (operators[words[0] ?? '']) {
      const op = operators[words.shift() ?? ''] ?? '';
      const next = part();
      tree = op === 'add' && tree.op === 'add' ? { op, args: [...(tree.args ?? []), next] } : { op, args: [tree, next] };
    }
    return tree;
  }
  const product = () => chain(atom, { '*': 'mul', '@': 'matmul' });
  const sum = () => chain(product, { '+': 'add', '-': 'sub' });
  return sum();
}

/**
 * How many digits the numbers of what is written out are shown with: as few as make it agree. Whoever takes the numbers as
 * they stand there, computes, and rounds to as many digits as the result has, gets the result; where no number of digits up
 * to a limit does that, it is written with ≈.
 */

import { FUNCTIONS, OPERATIONS } from './formula.js';

/** @typedef {import('./formula.js').Tree} Tree */
/** @typedef {{ digits: number, most: number }} Shown */
/** @typedef {{ left: Tree, right: Tree, sparing: boolean }} Equation left: anything; right: one number; sparing: no more of its numbers get a further digit than it takes */

const TIE = 1e-9; // of the last digit's half: what lies between two roundings counts as either

const FEW = 7; // numbers of which every choice can be tried

/** Every choice of some, the smaller ones first. @param {Shown[]} all */
const subsets = (all) => Array.from({ length: 2 ** all.length }, (_, mask) => all.filter((_one, k) => mask & (2 ** k))).sort((a, b) => a.length - b.length);

/** A number by itself. @param {number} value @returns {Tree & { value: number }} */
export const alone = (value) => ({ op: 'name', name: '', value });

/** @param {Tree[]} args @returns {Tree} */
export const sum = (args) => ({ op: 'add', args });

/** @param {Tree[]} args @returns {Tree} */
export const product = (args) => ({ op: 'mul', args });

/** What a number reads as. @param {number} value @param {number} digits */
export const rounded = (value, digits) => Number(value.toFixed(digits));

/** The numbers that a tree is written with. @param {Tree} tree @returns {Tree[]} */
function numbersIn(tree) {
  if (tree.op === 'number') return [];
  return tree.op === 'name' || tree.op === 'matmul' ? [tree] : (tree.args ?? []).flatMap(numbersIn);
}

export class Digits {
  /** @param {{ least?: number, most?: number }} [how] digits after the point of what is written, unless told otherwise */
  constructor({ least = 2, most = 6 } = {}) {
    this.least = least;
    this.most = most;
    /** @type {Map<Tree, Shown>} by the node of a tree that is written as a number */
    this.shown = new Map();
    /** @type {Equation[]} */
    this.equations = [];
  }

  /** Digits that a number has from the start; what has one name has one form. @param {Tree} node @param {number} least */
  begin(node, least) {
    const alike = node.name ? [...this.shown].find(([other]) => other.name === node.name && other.op === node.op && other.value === node.value) : undefined;
    this.shown.set(node, alike?.[1] ?? { digits: least, most: Math.max(least, this.most) });
  }

  /**
   * What is written as equal: all numbers of a tree on one side, one number on the other.
   * @param {Tree} left @param {Tree} right @param {{ sparing?: boolean }} [how]
   */
  equate(left, right, { sparing = false } = {}) {
    for (const node of [...numbersIn(left), right]) if (!this.shown.has(node)) this.begin(node, this.least);
    this.equations.push({ left, right, sparing });
  }

  /** Gives digits to what an equation is computed from, until all agree that can. @returns {this} */
  settle() {
    for (;;) {
      const more = new Set(this.equations.filter((equation) => !this.right(equation)).flatMap((equation) => this.wanting(equation)));
      if (!more.size) return this;
      for (const one of more) one.digits += 1;
    }
  }

  /** The numbers of an equation that a further digit can help. @param {Equation} equation @returns {Shown[]} */
  wanting({ left, right, sparing }) {
    const all = [...new Set(numbersIn(left).flatMap((node) => this.shown.get(node) ?? []))].filter(({ digits, most }) => digits < most);
    const enough = (/** @type {Shown[]} */ some) => {
      for (const one of some) one.digits += 1;
      const found = this.right({ left, right });
      for (const one of some) one.digits -= 1;
      return found;
    };
    return (sparing && all.length <= FEW && subsets(all).find(enough)) || all;
  }

  /** @param {Tree} node */
  of(node) {
    return this.shown.get(node)?.digits ?? this.least;
  }

  /** What stands between the sides of the equations that these trees are the left sides of. @param {Tree[]} lefts */
  sign(...lefts) {
    return this.equations.filter(({ left }) => lefts.includes(left)).every((equation) => this.right(equation)) ? '=' : '≈';
  }

  /** What a tree comes to, computed from the numbers as they are shown. @param {Tree} tree @returns {number} */
  value(tree) {
    if (tree.op === 'number') return tree.value ?? NaN;
    if (tree.op === 'name' || tree.op === 'matmul') return rounded(tree.value ?? NaN, this.of(tree));
    const values = (tree.args ?? []).map((arg) => this.value(arg));
    if (tree.op === 'call') return FUNCTIONS[tree.fn ?? '']?.(values[0] ?? NaN) ?? NaN;
    const work = OPERATIONS[tree.op];
    return work ? values.reduce(work) : NaN;
  }

  /** Whether an equation agrees as it is shown. @param {Pick<Equation, 'left' | 'right'>} equation */
  right({ left, right }) {
    const digits = this.of(right);
    return Math.abs(this.value(left) - rounded(right.value ?? NaN, digits)) <= 0.5 * 10 ** -digits * (1 + TIE);
  }
}

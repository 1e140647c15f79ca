/**
 * How many digits the numbers of what is written out are shown with: as few as make it agree. Whoever takes the numbers as
 * they stand there, computes, and rounds to as many digits as the result has, gets the result; where no number of digits up
 * to a limit does that, it is written with ≈.
 */

import { FUNCTIONS, OPERATIONS } from './formula.js';

/** @typedef {import('./formula.js').Tree} Tree */
/** @typedef {{ digits: number, most: number }} Shown */
/** @typedef {{ left: Tree, right: Tree }} Equation left: anything; right: one number */

const TIE = 1e-9; // of the last digit's half: what lies between two roundings counts as either

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

  /** Digits that a number has from the start. @param {Tree} node @param {number} least */
  begin(node, least) {
    this.shown.set(node, { digits: least, most: Math.max(least, this.most) });
  }

  /**
   * What is written as equal: all numbers of a tree on one side, one number on the other.
   * @param {Tree} left @param {Tree} right
   */
  equate(left, right) {
    for (const node of [...numbersIn(left), right]) if (!this.shown.has(node)) this.begin(node, this.least);
    this.equations.push({ left, right });
  }

  /** Gives digits to what an equation is computed from, until all agree that can. @returns {this} */
  settle() {
    for (;;) {
      const wrong = this.equations.filter((equation) => !this.right(equation));
      const more = new Set(wrong.flatMap(({ left }) => numbersIn(left)).flatMap((node) => this.shown.get(node) ?? []).filter(({ digits, most }) => digits < most));
      if (!more.size) return this;
      for (const one of more) one.digits += 1;
    }
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

  /** Whether an equation agrees as it is shown. @param {Equation} equation */
  right({ left, right }) {
    const digits = this.of(right);
    return Math.abs(this.value(left) - rounded(right.value ?? NaN, digits)) <= 0.5 * 10 ** -digits * (1 + TIE);
  }
}

/**
 * As much of a document as the views need that write formulas and tables: elements with children, attributes and text.
 * With it the text that a reader sees can be made without a browser.
 */

class Text {
  /** @param {string} text */
  constructor(text) {
    this.textContent = text;
  }
}

class Element {
  /** @param {string} name */
  constructor(name) {
    this.localName = name;
    /** @type {(Element | Text)[]} */
    this.childNodes = [];
    /** @type {Map<string, string>} */
    this.attributes = new Map();
    this.style = { setProperty() {} };
  }

  /** @returns {Element[]} */
  get children() {
    return this.childNodes.filter((node) => node instanceof Element);
  }

  get firstChild() {
    return this.childNodes[0] ?? null;
  }

  /** @returns {string} */
  get textContent() {
    return this.childNodes.map((node) => node.textContent).join('');
  }

  get className() {
    return this.attributes.get('class') ?? '';
  }

  set className(text) {
    this.attributes.set('class', text);
  }

  /** @param {string} name */
  hasAttribute(name) {
    return this.attributes.has(name);
  }

  /** @param {string} name */
  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }

  /** @param {string} name @param {string} value */
  setAttribute(name, value) {
    this.attributes.set(name, value);
  }

  /** @param {string} name */
  removeAttribute(name) {
    this.attributes.delete(name);
  }

  /** @param {(Element | Text | string)[]} nodes */
  append(...nodes) {
    this.childNodes.push(...nodes.map((node) => (typeof node === 'string' ? new Text(node) : node)));
  }

  /** @param {Element | Text} node */
  removeChild(node) {
    this.childNodes.splice(this.childNodes.indexOf(node), 1);
  }

  addEventListener() {}

  showModal() {}
}

/** Lets the views make their elements here. */
export function install() {
  const createElement = (/** @type {string} */ name) => new Element(name);
  Object.assign(globalThis, { document: { createElement, createElementNS: (/** @type {string} */ _, /** @type {string} */ name) => new Element(name) } });
}

/** @param {string} name */
export const element = (name) => new Element(name);

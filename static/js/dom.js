/**
 * Makes elements. Text becomes text nodes and never markup, so a sentence with a tag in it is shown, not run.
 */

/** @typedef {string | number | Node | null | undefined | false} Child */
/** @typedef {string | number | boolean | null | undefined} Value */
/**
 * @typedef {{ [name: string]: Value | Record<string, Value> | Record<string, EventListener> } & {
 *   class?: string, data?: Record<string, Value>, on?: Record<string, EventListener> }} Attributes
 *   `data` sets data-*, `on` adds listeners; null, undefined and false leave an attribute out, true writes it empty.
 */

const SVG = 'http://www.w3.org/2000/svg';
const MATHML = 'http://www.w3.org/1998/Math/MathML';

/**
 * Sets an attribute, or takes it away for null, undefined and false; touches nothing that is already so.
 * @param {Element} element @param {string} name @param {Value} value
 */
export function set(element, name, value) {
  if (value === null || value === undefined || value === false) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
    return;
  }
  const text = value === true ? '' : String(value);
  if (element.getAttribute(name) !== text) element.setAttribute(name, text);
}

/**
 * Writes an element's text, unless it reads so already.
 * @param {Element} element @param {string} text
 */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {string} name camelCase or kebab-case */
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * @template {Element} E
 * @param {E} element @param {Attributes | null} attributes @param {Child[]} children
 * @returns {E}
 */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name === 'data') {
      for (const [key, datum] of Object.entries(/** @type {Record<string, Value>} */ (value))) {
        set(element, `data-${kebab(key)}`, datum);
      }
    } else if (name === 'on') {
      for (const [event, listener] of Object.entries(/** @type {Record<string, EventListener>} */ (value))) {
        element.addEventListener(event, listener);
      }
    } else {
      set(element, name, /** @type {Value} */ (value));
    }
  }
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    element.append(typeof child === 'number' ? String(child) : child);
  }
  return element;
}

/**
 * An HTML element.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Attributes | null} [attributes] @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function html(tag, attributes = null, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/**
 * An SVG element.
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag @param {Attributes | null} [attributes] @param {...Child} children
 * @returns {SVGElementTagNameMap[K]}
 */
export function svg(tag, attributes = null, ...children) {
  return fill(/** @type {SVGElementTagNameMap[K]} */ (document.createElementNS(SVG, tag)), attributes, children);
}

/**
 * A MathML element.
 * @template {keyof MathMLElementTagNameMap} K
 * @param {K} tag @param {Attributes | null} [attributes] @param {...Child} children
 * @returns {MathMLElementTagNameMap[K]}
 */
export function math(tag, attributes = null, ...children) {
  return fill(/** @type {MathMLElementTagNameMap[K]} */ (document.createElementNS(MATHML, tag)), attributes, children);
}

/**
 * Takes every child away.
 * @template {Node} N
 * @param {N} node
 * @returns {N}
 */
export function clear(node) {
  while (node.firstChild) node.removeChild(node.firstChild);
  return node;
}

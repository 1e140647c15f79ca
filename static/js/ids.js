/**
 * Ids for what refers to what by them (a label to its box, a dialog to its title): every one is new, so that two pages
 * in one document never share any.
 */

let made = 0;

/** @param {string} name what it is for */
export function newId(name) {
  made += 1;
  return `gatewalk-${name}-${made}`;
}

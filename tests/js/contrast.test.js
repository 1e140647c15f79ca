/** The tokens' text colours reach WCAG AA (4.5 : 1) on every surface they lie on, graphics 3 : 1, in both themes. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const css = readFileSync(new URL('../../static/css/tokens.css', import.meta.url), 'utf8');
/** @type {Map<string, [string, string]>} name → [light, dark] */
const tokens = new Map();
for (const [, name, light, dark] of css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)) {
  tokens.set(String(name), [String(light), String(dark)]);
}

/** @param {string} hex */
function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const v = parseInt(hex.slice(at, at + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * Number(r) + 0.7152 * Number(g) + 0.0722 * Number(b);
}

/** @param {string} name @param {number} theme */
function colour(name, theme) {
  const pair = tokens.get(name);
  assert.ok(pair, `--${name} is no colour of tokens.css`);
  return String(pair[theme]);
}

/** @param {string} one @param {string} other @param {number} theme */
function contrast(one, other, theme) {
  const [a, b] = [luminance(colour(one, theme)), luminance(colour(other, theme))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const SURFACES = ['page', 'surface', 'surface-2', 'well', 'belt', 'accent-soft'];
const HUES = ['forget', 'input', 'candidate', 'output', 'state'];

for (const [theme, title] of ['light', 'dark'].entries()) {
  test(`text is readable in the ${title} theme`, () => {
    for (const text of ['ink', 'ink-2', 'ink-3', 'accent', 'danger', ...HUES]) {
      for (const surface of SURFACES) {
        const ratio = contrast(text, surface, theme);
        assert.ok(ratio >= 4.5, `--${text} on --${surface}: ${ratio.toFixed(2)}`);
      }
    }
    for (const hue of HUES) assert.ok(contrast(hue, `${hue}-soft`, theme) >= 4.5, `${hue} on its soft`);
    assert.ok(contrast('on-accent', 'accent', theme) >= 4.5);
    assert.ok(contrast('danger', 'danger-soft', theme) >= 4.5);
  });

  test(`graphics stand out in the ${title} theme`, () => {
    for (const [mark, ground] of [
      ['control-line', 'surface'],
      ['control-line', 'page'],
      ['focus', 'surface'],
      ['focus', 'page'],
      ['wire', 'surface'],
      ['negative', 'zero'],
      ['positive', 'zero'],
    ]) {
      const ratio = contrast(String(mark), String(ground), theme);
      assert.ok(ratio >= 3, `--${mark} on --${ground}: ${ratio.toFixed(2)}`);
    }
  });
}

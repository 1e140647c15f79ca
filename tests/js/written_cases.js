/**
 * What the page writes out of the arithmetic that it is given on its standard input, as text, for
 * tests/around/test_written_numbers.py: a list of `{signals, arithmetic, terms, logit}`.
 */

import { readFileSync } from 'node:fs';

import { element, install } from './plain-dom.js';
import { readLines, readWindow } from './written.js';

install();
const { linesOf } = await import('../../static/js/views/arithmetic/lines.js');
const { createTerms } = await import('../../static/js/views/terms.js');
const { showLogit } = await import('../../static/js/views/logit.js');

const cases = JSON.parse(readFileSync(0, 'utf8'));
const answers = cases.map(({ signals, arithmetic, terms, logit, places }) => {
  const dialog = element('dialog');
  const windows = terms.map((name) => {
    createTerms(dialog).show(arithmetic, signals.find((one) => one.name === name), 'word');
    return readWindow(dialog);
  });
  if (logit) {
    showLogit(dialog, logit, { title: '', places, onUnit: () => {} });
    windows.push(readWindow(dialog));
  }
  const lines = linesOf({ layer: { signals }, reached: () => true }, arithmetic, () => {});
  return { lines: readLines(lines), windows };
});
process.stdout.write(JSON.stringify(answers));

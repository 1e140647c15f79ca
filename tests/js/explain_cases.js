/**
 * Explains what it is asked on its standard input, for tests/around/test_explain_in_the_page.py: a list of
 * `{trace, layers, questions}`; answers a list of lists.
 */

import { readFileSync } from 'node:fs';

import { explain } from '../../static/js/explain.js';
import { TraceData } from '../../static/js/trace.js';

const runs = JSON.parse(readFileSync(0, 'utf8'));
const answers = runs.map(({ trace, layers, questions }) => {
  const data = TraceData.fromDocument(trace);
  return questions.map(({ layer, ...question }) => explain({
    trace: data, layer: layers.find(({ name }) => name === layer), clamps: trace.clamps, ...question,
  }));
});
process.stdout.write(JSON.stringify(answers));

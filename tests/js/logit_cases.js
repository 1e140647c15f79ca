/**
 * Writes out what it is asked on its standard input, for tests/around/test_logit_in_the_page.py: a list of
 * `{document, questions}`; answers a list of lists.
 */

import { readFileSync } from 'node:fs';

import { documentSource } from '../../static/js/sources/document.js';
import { TraceData } from '../../static/js/trace.js';

const runs = JSON.parse(readFileSync(0, 'utf8'));
const answers = await Promise.all(runs.map(({ document, questions }) => {
  const [source, trace] = [documentSource(document), TraceData.fromDocument(document.trace)];
  return Promise.all(questions.map((question) => source.logit({ trace, ...question })));
}));
process.stdout.write(JSON.stringify(answers));

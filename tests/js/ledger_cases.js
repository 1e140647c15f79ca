/**
 * Keeps the ledgers that it is asked for on its standard input, for tests/around/test_ledger_in_the_page.py: a list of
 * `{trace, layer, unit}`; answers the entries of each, with the shares.
 */

import { readFileSync } from 'node:fs';

import { ledgerOf, sharesOf } from '../../static/js/ledger.js';
import { TraceData } from '../../static/js/trace.js';

const asked = JSON.parse(readFileSync(0, 'utf8'));
const answers = asked.map((/** @type {{ trace: any, layer: any, unit: number }} */ { trace, layer, unit }) =>
  ledgerOf(TraceData.fromDocument(trace), layer, unit).map((entry) => ({ ...entry, shares: sharesOf(entry) })));
process.stdout.write(JSON.stringify(answers));

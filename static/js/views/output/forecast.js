/**
 * A forecaster's card: the value that it expects after the present step, the one that came, and how far off it was,
 * beside the plainest forecast there is, the last value; and the lines over the series, in its own units. A forecast that is
 * made of forecasts has a line of its own, for nothing came that it could be held against.
 */

import { clear, html, set, write } from '../../dom.js';
import { digitsOf, forecasts, rootMeanSquare } from '../../series.js';
import { niceTicks } from '../../plot.js';
import { plain, signed } from '../../scales.js';
import { drawLines } from './lines.js';
import { sumButton } from './rows.js';

/** @type {import('./types.js').Maker} */
export function createForecast(host, heading, { onStep, onSum }) {
  const body = html('tbody');
  const table = html('table', { class: 'against' },
    html('thead', null, html('tr', null, html('td'), ...['value', 'error'].map((text) => html('th', { scope: 'col' }, text)))), body);
  const overall = html('p', { class: 'note' });
  const plot = html('div', { class: 'drawn' });
  host.append(html('div', { class: 'beside' }, html('div', { role: 'group', 'aria-label': 'forecast and what came', tabindex: '0' }, table, overall), plot));
  let at = -1;
  const sum = onSum && sumButton(() => onSum(at, 'next'));
  if (sum) set(sum, 'aria-label', 'every term of the forecast');
  /** @param {string} name @param {number | null} value @param {number | null} error @param {number} digits @param {Node | null} [beside] */
  const row = (name, value, error, digits, beside = null) => html('tr', null, html('th', { scope: 'row' }, name),
    html('td', { data: { value } }, value === null ? 'not yet' : plain(value, digits)),
    html('td', { data: { error } }, error === null ? '' : signed(error, digits)),
    html('td', null, beside));

  return ({ trace, moment, told }) => {
    const { read, came, made } = forecasts(trace);
    const t = told(moment.t) ? moment.t : moment.t - 1;
    const digits = digitsOf(trace.tokens);
    host.classList.toggle('past', t !== moment.t);
    at = t;
    const [last = null, next = null, forecast = null] = [read[t], came[t + 1], made[t]];
    const own = t >= 0 && came[t] === null;
    write(heading, t < 0 ? 'Next number' : `Next number after ${own ? `its own ${trace.told(t)}` : trace.told(t)}`);
    const off = (/** @type {number | null} */ value) => (value === null || next === null ? null : value - next);
    clear(body).append(
      row('forecast', forecast, off(forecast), digits, forecast === null ? null : sum),
      row(own ? 'last forecast' : 'last value', last, off(last), digits),
      row('came', next, null, digits));
    const past = made.flatMap((value, k) => (k <= t && value !== null && typeof came[k + 1] === 'number' ? [k] : []));
    const errors = (/** @type {(number | null)[]} */ values) => past.map((k) => (values[k] ?? 0) - (came[k + 1] ?? 0));
    write(overall, past.length < 2 ? '' : `Typical error (RMS) of ${past.length} forecasts so far: model ${plain(rootMeanSquare(errors(made)), digits)}, last value ${plain(rootMeanSquare(errors(came)), digits)}.`);
    const shown = [null, ...made].map((value, k) => (k - 1 <= t ? value : null));
    const all = [...came, ...made].filter((value) => value !== null);
    const real = came.filter((value) => value !== null).length;
    const ticks = niceTicks(Math.min(...all), Math.max(...all), 4);
    drawLines(plot, {
      label: 'The series and its forecasts', low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks, present: moment.t, count: trace.total + 1, onStep,
      lines: [
        { name: 'came', kind: 'came', values: came.map((value, k) => (k <= moment.t || k <= t + 1 ? value : null)) },
        { name: 'forecast', kind: 'model', values: shown.map((value, k) => (k <= real ? value : null)) },
        ...(trace.written ? [{ name: 'forecast of forecasts', kind: /** @type {const} */ ('fed'), values: shown.map((value, k) => (k > real ? value : null)) }] : []),
      ],
      titles: shown.map((value, k) => `${came[k] === null ? 'its own forecast' : trace.tokens[k]?.text ?? 'next'}${value === null ? '' : `, forecast ${plain(value, digits)}`}`),
    });
  };
}

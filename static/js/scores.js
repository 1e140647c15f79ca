/**
 * A model's measured scores as tables, whatever was measured: names down, and where each name has several figures, those across.
 */

/** @typedef {string | number | boolean | null} Figure */
/** @typedef {{ title: string, columns: string[], rows: { name: string, figures: (Figure | undefined)[] }[] }} Table */

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** "language_at_distance" → "language at distance" @param {string} key */
const inWords = (key) => key.replaceAll('_', ' ');

/** @param {unknown} value */
const figure = (value) => /** @type {Figure} */ (isRecord(value) || Array.isArray(value) ? JSON.stringify(value) : value);

/** @param {string} title @param {[string, unknown][]} entries @returns {Table} */
function tableOf(title, entries) {
  const nested = entries.flatMap(([, value]) => (isRecord(value) ? [value] : []));
  if (nested.length < entries.length) return { title, columns: [], rows: entries.map(([name, value]) => ({ name: inWords(name), figures: [figure(value)] })) };
  const columns = [...new Set(nested.flatMap((value) => Object.keys(value)))];
  return {
    title, columns: columns.map(inWords),
    rows: entries.map(([name, value]) => ({ name: inWords(name), figures: columns.map((key) => (isRecord(value) && key in value ? figure(value[key]) : undefined)) })),
  };
}

/**
 * @param {Record<string, unknown>} scores
 * @returns {Table[]} the single figures first, then a table for each group of them
 */
export function tablesOf(scores) {
  const entries = Object.entries(scores);
  const single = entries.filter(([, value]) => !isRecord(value));
  const groups = entries.flatMap(([key, value]) => (isRecord(value) ? [tableOf(inWords(key), Object.entries(value))] : []));
  return single.length ? [tableOf('', single), ...groups] : groups;
}

/** A figure for people. @param {Figure | undefined} value */
export function figureText(value) {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value).replace(/^-/, '−');
}

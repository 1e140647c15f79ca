/**
 * How far the units of two runs lie apart: asked for once, a signal at a time.
 */

import { ApiError } from './api.js';

/** @typedef {import('./run-request.js').RunRequest} RunRequest */
/** @typedef {(number[] | null)[]} Values a − b, a row a pair */

const KEPT = 12; // signals; the oldest go first

export class Differences {
  /** @param {import('./source.js').TraceSource} source @param {() => void} came */
  constructor(source, came) {
    this.source = source;
    this.came = came;
    /** @type {Map<string, Values | null>} */
    this.kept = new Map();
  }

  /**
   * The differences, or null while they are not here.
   * @param {RunRequest} request @param {RunRequest | null} against @param {string} layer @param {string} signal
   * @returns {Values | null}
   */
  of(request, against, layer, signal) {
    if (!against || !this.source.compare) return null;
    const key = `${request} ${against} ${layer} ${signal}`;
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    this.kept.set(key, null);
    if (this.kept.size > KEPT) this.kept.delete(/** @type {string} */ (this.kept.keys().next().value));
    this.source.compare({ request, against, layer, signal }).then(({ differences: [found] }) => {
      this.kept.set(key, found?.values ?? null);
      this.came();
    }, (error) => {
      this.kept.delete(key); // to be asked for again
      if (!(error instanceof ApiError)) throw error;
    });
    return null;
  }
}

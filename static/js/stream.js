/**
 * A trace as it is computed, by server-sent events. It reads; it draws nothing.
 */

import { NO_ANSWER } from './api.js';

const TRIES = 4; // reconnections without a word from the server before it is called gone

/**
 * Opens the stream at `url`. The browser itself resumes a lost connection after the last step that arrived.
 * @param {string} url @param {import('./source.js').Listener} listener
 * @returns {() => void} closes it
 */
export function openStream(url, listener) {
  const source = new EventSource(url);
  let failures = 0;
  /** @param {(data: any) => void} take */
  const reading = (take) => (/** @type {MessageEvent} */ event) => {
    failures = 0;
    take(JSON.parse(event.data));
  };
  source.addEventListener('start', reading(listener.start));
  source.addEventListener('step', reading(listener.step));
  source.addEventListener('end', () => {
    source.close();
    listener.end();
  });
  source.addEventListener('error', (event) => {
    if (event instanceof MessageEvent) {
      source.close();
      listener.error(JSON.parse(event.data).error);
      return;
    }
    failures += 1;
    if (failures < TRIES && source.readyState !== EventSource.CLOSED) return;
    source.close();
    listener.error(NO_ANSWER);
  });
  return () => source.close();
}

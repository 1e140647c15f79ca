/**
 * What is computed as it is computed, by server-sent events. It reads; it draws nothing.
 */

import { NO_ANSWER } from './api.js';

const TRIES = 4; // reconnections without a word from the server before it is called gone

/**
 * Opens the stream at `url`. The browser itself resumes a lost connection after the last event that arrived with an id.
 * @param {string} url
 * @param {Record<string, (data: any) => void>} heard by the kind of event
 * @param {(data: any) => void} end
 * @param {(failure: import('./api.js').Failure) => void} failed
 * @returns {() => void} closes it
 */
export function openEvents(url, heard, end, failed) {
  const source = new EventSource(url);
  let failures = 0;
  for (const [kind, take] of Object.entries(heard)) {
    source.addEventListener(kind, (event) => {
      failures = 0;
      take(JSON.parse(event.data));
    });
  }
  source.addEventListener('end', (event) => {
    source.close();
    end(JSON.parse(event.data));
  });
  source.addEventListener('error', (event) => {
    if (event instanceof MessageEvent) {
      source.close();
      failed(JSON.parse(event.data).error);
      return;
    }
    failures += 1;
    if (failures < TRIES && source.readyState !== EventSource.CLOSED) return;
    source.close();
    failed(NO_ANSWER);
  });
  return () => source.close();
}

/**
 * A run's stream.
 * @param {string} url @param {import('./source.js').Listener} listener
 */
export const openStream = (url, { start, step, end, error }) => openEvents(url, { start, step }, end, error);

/**
 * The run that was, beside the one that a hand makes of it.
 */

import { RunRequest } from './run-request.js';

/**
 * What stands beside a run that a hand makes: the run as it was before the first touch; nothing any more once the hand comes
 * back to it.
 * @param {string} against what stands there by now @param {import('./run-request.js').RunRequest} was @param {import('./run-request.js').RunRequest} now
 */
export const before = (against, was, now) => (against === '' ? String(was) : RunRequest.parse(against).equals(now) ? '' : against);

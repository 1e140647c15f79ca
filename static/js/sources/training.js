/**
 * The live server as a source of trainings.
 */

import { openEvents } from '../stream.js';

/**
 * @typedef {object} TrainingListener what is heard of a training
 * @property {(start: import('../train/course.js').CourseStart) => void} start
 * @property {(frame: import('../train/course.js').FrameEvent) => void} frame
 * @property {(outcome: import('../train/course.js').Outcome) => void} end
 * @property {(failure: import('../api.js').Failure) => void} error
 */

/**
 * Opens a training; gives what closes it, which ends it on the server.
 * @param {URLSearchParams} query @param {TrainingListener} listener
 */
export const openTraining = (query, { start, frame, end, error }) => openEvents(`/api/v1/train/stream?${query}`, { start, frame }, end, error);

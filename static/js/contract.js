/**
 * The version of the trace contract that the page reads.
 */

export const VERSION = 1;

/**
 * Why a trace cannot be read; null where it can.
 * @param {{ version?: unknown }} trace the beginning of a stream, or a document
 * @returns {import('./api.js').Failure | null}
 */
export const unreadable = ({ version }) => (version === VERSION ? null : {
  code: 'unknown_version',
  message: version === undefined ? 'The trace does not say which version of the contract it follows.' : `The trace follows version ${version} of the contract.`,
  expected: `This page reads version ${VERSION}.`,
  action: 'Reload the page, or use the one that came with this server.',
  field: null,
});

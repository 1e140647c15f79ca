export const pictureFrom = (/** @type {any} */ layer) => /** @type {any} */ (layer);

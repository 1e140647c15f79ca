/** Signs that not every font has. */

import { svg } from '../dom.js';

/** The corners of a screen: it fills the whole of it. */
export const screenIcon = () => svg('svg', { class: 'icon', viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
  svg('path', { d: 'M1.5 5V1.5H5M11 1.5h3.5V5M14.5 11v3.5H11M5 14.5H1.5V11', fill: 'none', stroke: 'currentColor', 'stroke-width': 2 }));

/**
 * Reads a page as an eye does: which of its text is cut, covered, on other text or outside of the window, and which
 * control lies below the transport. Every text is taken as the box of its letters, turned text as a turned box.
 */

(scrolls) => {
  const root = document.querySelector('.gatewalk');
  const bar = document.querySelector('.transport');
  const floor = bar?.checkVisibility() ? bar.getBoundingClientRect().top : innerHeight;
  const faults = new Set();
  const EDGE = 0.4; // of a line's height
  const AIR = [0.2, 0.16]; // of a line's height above and below its letters
  const UNSEEN = 'option, textarea, title, dialog:not([open]), .visually-hidden, script, style';

  /** The corners of a box in the window, from the left upper one on. */
  const cornersOf = (left, top, right, bottom) => [[left, top], [right, top], [right, bottom], [left, bottom]];
  const bounds = (corners) => {
    const [xs, ys] = [0, 1].map((k) => corners.map((corner) => corner[k]));
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  };
  const letters = ({ left, top, right, bottom }) => cornersOf(left, top + AIR[0] * (bottom - top), right, bottom - AIR[1] * (bottom - top));

  function drawn(text) {
    const { x, y, width, height } = text.getBBox();
    const matrix = text.getScreenCTM();
    return letters({ left: x, top: y, right: x + width, bottom: y + height })
      .map(([px, py]) => new DOMPoint(px, py).matrixTransform(matrix)).map((point) => [point.x, point.y]);
  }

  /** What stays at the left edge of what scrolls lies over the rest of it, as an edge does. */
  const gutters = [...root.querySelectorAll('.overview *')].filter((one) => getComputedStyle(one).position === 'sticky' && one.checkVisibility());

  /** What of a box is left by whatever clips it; null where nothing is. */
  function seen(element, box, what) {
    let left = { ...box };
    let cuts = '';
    for (const gutter of gutters) {
      const edge = gutter.getBoundingClientRect();
      if (!gutter.parentElement.contains(element) || gutters.some((one) => one.contains(element)) || edge.bottom < box.top || edge.top > box.bottom) continue;
      left = { ...left, left: Math.max(left.left, edge.right) };
    }
    if (left.right - left.left < 1) return null;
    for (let up = element; up && up !== document.body; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
      if (style.display === 'inline') continue;
      const frame = up.getBoundingClientRect();
      const [x, y] = [style.overflowX !== 'visible', style.overflowY !== 'visible'];
      const over = { x: x && (left.left < frame.left - 1 || left.right > frame.right + 1), y: y && (left.top < frame.top - 1 || left.bottom > frame.bottom + 1) };
      if (x) left = { ...left, left: Math.max(left.left, frame.left), right: Math.min(left.right, frame.right) };
      if (y) left = { ...left, top: Math.max(left.top, frame.top), bottom: Math.min(left.bottom, frame.bottom) };
      if (left.right - left.left < 1 || left.bottom - left.top < 1) return null;
      // What can be scrolled is not lost, and what shows but an edge of itself is scrolled away.
      if (over.y && /auto|scroll/.test(style.overflowY) && left.bottom - left.top < EDGE * (box.bottom - box.top)) return null;
      if ((over.x && !/auto|scroll/.test(style.overflowX)) || (over.y && !/auto|scroll/.test(style.overflowY))) cuts = up.className?.baseVal ?? up.className;
    }
    if (cuts) faults.add(`cut by ${cuts}: ${what}`);
    return left;
  }

  /** Whether what is hit at a point is the text itself, what it stands in, or what is painted before it. */
  function covers(hit, element) {
    if (!hit) return false;
    if (hit === element || element.contains(hit) || hit.contains(element)) return false;
    const common = element.closest('button, a, label, summary, li, math, text');
    if (common?.contains(hit)) return false;
    if (hit.closest('svg') && hit.closest('svg') === element.closest('svg')) {
      const later = element.compareDocumentPosition(hit) & Node.DOCUMENT_POSITION_FOLLOWING;
      const { fill, stroke } = getComputedStyle(hit);
      return later && !(/rgba\(0, 0, 0, 0\)|none|transparent/.test(fill) && stroke === 'none');
    }
    return true;
  }

  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  const done = new Set();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const whole = parent.closest('text') ?? parent;
    const what = (whole === parent ? node.textContent : whole.textContent).trim().replace(/\s+/g, ' ').slice(0, 60);
    if (!node.textContent.trim() || node.textContent === '\u200b' || done.has(whole) || parent.closest(UNSEEN)) continue;
    if (!whole.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (getComputedStyle(parent).fontSize === '0px') continue;
    const fixed = bar?.contains(parent) ?? false;
    const shortened = getComputedStyle(parent).textOverflow === 'ellipsis' && parent.scrollWidth > parent.clientWidth + 1;
    const add = (corners) => {
      const box = seen(whole.closest('svg') ?? whole, bounds(corners), what);
      if (box) texts.push({ element: whole, what, corners, box, fixed, shortened });
    };
    if (whole.tagName === 'text') {
      done.add(whole);
      add(drawn(whole));
    } else {
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) if (rect.width > 1) add(letters(rect));
      if (shortened) faults.add(`shortened: ${what}`);
    }
  }

  for (const { element, what, corners, box, fixed } of texts) {
    const out = bounds(corners);
    if (box.right > innerWidth + 1 || box.left < -1) faults.add(`beside the window: ${what}`);
    if (!scrolls && (out.top < -1 || box.bottom > innerHeight + 1)) faults.add(`outside of the window: ${what}`);
    if (box.top < 0 || box.bottom > (fixed ? innerHeight : floor)) {
      if (!scrolls && !fixed) faults.add(`below the transport: ${what}`);
      continue;
    }
    if (getComputedStyle(element).pointerEvents === 'none') continue;
    for (const part of [0.04, 0.5, 0.96]) {
      const turned = Math.abs(corners[0][1] - corners[1][1]) > 1;
      const [from, to] = turned
        ? [[0, 3], [1, 2]].map(([a, b]) => [0, 1].map((k) => (corners[a][k] + corners[b][k]) / 2))
        : [[box.left, (box.top + box.bottom) / 2], [box.right, (box.top + box.bottom) / 2]];
      const hit = document.elementFromPoint(...[0, 1].map((k) => from[k] + part * (to[k] - from[k])));
      if (covers(hit, element)) faults.add(`covered by ${hit.tagName} ${hit.className?.baseVal ?? hit.className}: ${what}`);
    }
  }

  /** How far two turned boxes lie in each other, at the least. */
  function depth(a, b) {
    let least = Infinity;
    for (const box of [a, b]) {
      for (const k of [0, 1]) {
        const [dx, dy] = [box[k + 1][0] - box[k][0], box[k + 1][1] - box[k][1]];
        const length = Math.hypot(dx, dy);
        if (!length) return 0;
        const along = (corners) => corners.map(([x, y]) => (x * dx + y * dy) / length);
        const [p, q] = [along(a), along(b)];
        least = Math.min(least, Math.min(Math.max(...p), Math.max(...q)) - Math.max(Math.min(...p), Math.min(...q)));
      }
    }
    return least;
  }

  texts.forEach((one, k) => {
    for (const other of texts.slice(0, k)) {
      if (one.fixed !== other.fixed && scrolls) continue;
      if (one.element === other.element && other.shortened) continue;
      const [a, b] = [one.box, other.box];
      if (a.left > b.right || b.left > a.right || a.top > b.bottom || b.top > a.bottom) continue;
      if (one.element.closest('math') && one.element.closest('math') === other.element.closest('math')) continue;
      if (depth(one.corners, other.corners) > 1.5) faults.add(`${one.what} on ${other.what}`);
    }
  });

  for (const control of root.querySelectorAll('button, select, input, textarea, a[href]')) {
    if (!control.checkVisibility({ visibilityProperty: true }) || control.closest(UNSEEN) || bar?.contains(control)) continue;
    const rect = control.getBoundingClientRect();
    const box = rect.width && seen(control, rect, control.getAttribute('aria-label') ?? control.textContent);
    if (box && !scrolls && box.bottom > floor + 1) faults.add(`control below the transport: ${control.getAttribute('aria-label') ?? control.textContent}`);
  }
  for (const bars of root.querySelectorAll('.belt:not([hidden]) .strip:not(.empty) .bars'))
    if (!bars.checkVisibility({ visibilityProperty: true })) faults.add(`no bars: ${bars.closest('.strip').dataset.strip}`);
  const { scrollWidth, scrollHeight } = document.documentElement;
  if (scrollWidth > innerWidth) faults.add(`the page is ${scrollWidth} px wide`);
  if (!scrolls && scrollHeight > innerHeight) faults.add(`the page is ${scrollHeight} px high`);
  return [...faults];
}

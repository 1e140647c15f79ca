/** Every text with the size of its letters, px, as drawn. */

() => [...document.querySelectorAll('.gatewalk *')].flatMap((one) => {
  if (!one.checkVisibility({ visibilityProperty: true }) || one.closest('option, title, .visually-hidden, dialog, textarea, select')) return [];
  if (![...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.replace('\u200b', '').trim())) return [];
  const scale = one.closest('svg') ? Math.abs(one.getScreenCTM?.().a ?? one.closest('text').getScreenCTM().a) : 1;
  return [[one.closest('text, button, p, li')?.textContent ?? one.textContent, parseFloat(getComputedStyle(one).fontSize) * scale]];
})

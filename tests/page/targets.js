/** The controls that are smaller than a finger, with all that can be hit of them. */

(least) => [...document.querySelectorAll('.gatewalk :is(button, select, input, textarea, a[href])')].flatMap((one) => {
  if (!one.checkVisibility({ visibilityProperty: true }) || one.closest('dialog:not([open]), .brand')) return [];
  const [box, more] = [one.getBoundingClientRect(), getComputedStyle(one, '::after')];
  const reach = more.content === 'none' || more.position !== 'absolute' ? 0 : -parseFloat(more.top) - parseFloat(more.bottom);
  const row = one.closest('.next li')?.getBoundingClientRect() ?? box; // all of a row can be hit
  const [width, height] = [Math.max(box.width, row.width), Math.max(box.height + reach, row.height)];
  return width < least - 0.5 || height < least - 0.5 ? [`${one.ariaLabel ?? one.textContent}: ${width} × ${height}`] : [];
})

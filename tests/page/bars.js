/** Every bar of the belt as it is drawn: its value, its ends, its colour's contrast with the ground that it stands on. */

() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const light = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    if (a !== 255) throw new Error(`${colour} is not solid`);
    const [x, y, z] = [r, g, b].map((one) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  return [...document.querySelectorAll('[data-strip]')].flatMap((strip) => {
    const well = strip.querySelector('.well');
    const ground = light(getComputedStyle(well).fill);
    const zero = strip.querySelector('.zero')?.y1.baseVal.value ?? null;
    const floor = well.y.baseVal.value + well.height.baseVal.value - 2;
    return [...strip.querySelectorAll('rect[data-unit][data-value]')].map((bar) => {
      const style = getComputedStyle(bar);
      const own = light(style.fill);
      const [top, height] = [bar.y.baseVal.value, bar.height.baseVal.value];
      return { strip: `${strip.dataset.strip}/${strip.dataset.source}`, belt: strip.matches('.on-belt'), value: Number(bar.dataset.value),
        contrast: (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05), opacity: Number(style.opacity),
        top, foot: top + height, height, zero, floor, full: zero === null ? floor - well.y.baseVal.value - 2 : floor - zero, fill: style.fill };
    });
  });
}

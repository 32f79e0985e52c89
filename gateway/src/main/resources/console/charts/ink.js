// ECharts cannot read light-dark() or color-mix(): each token is resolved by the browser and read back as plain rgb.
const names = [
  'canvas',
  'raised',
  'sunken',
  'line',
  'line-strong',
  'ink',
  'ink-2',
  'ink-3',
  'on-ink',
  'accent',
  'data',
  'data-2',
  'data-3',
  'in-mark',
  'in-text',
  'out-mark',
  'out-text',
  ...['healthy', 'watch', 'at_risk', 'critical'].flatMap((band) => [`${band}-mark`, `${band}-text`, `${band}-zone`]),
  'unknown-mark',
  'unknown-text',
];

/** The tokens as they look in the present theme. */
export function currentInk() {
  const probe = document.createElement('i');
  probe.hidden = true;
  document.body.append(probe);
  const pixel = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const ink = {};
  for (const name of names) {
    probe.style.color = `var(--${name})`;
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = getComputedStyle(probe).color;
    pixel.fillRect(0, 0, 1, 1);
    const [red, green, blue] = pixel.getImageData(0, 0, 1, 1).data;
    ink[name] = `rgb(${red},${green},${blue})`;
  }
  probe.remove();
  ink.font = getComputedStyle(document.body).fontFamily;
  return ink;
}

export const withAlpha = (colour, alpha) => colour.replace('rgb(', 'rgba(').replace(')', `,${alpha})`);

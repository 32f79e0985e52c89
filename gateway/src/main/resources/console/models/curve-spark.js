import {html, svg} from 'lit';
import {curveWords, linePath, spanOf} from './curve-shape.js';
import {drawable} from './model-reading.js';

const WIDTH = 72;
const HEIGHT = 28;
const EDGE = 3;

/** A curve at a glance: from few points at the bottom to 100 at the top. */
export function curveSpark(signal) {
  const points = drawable(signal.curve);
  const span = spanOf([signal.curve]);
  const x = (value) => EDGE + ((value - span.from) / (span.to - span.from)) * (WIDTH - 2 * EDGE);
  const y = (given) => HEIGHT - EDGE - (Math.min(100, Math.max(0, given)) / 100) * (HEIGHT - 2 * EDGE);
  return html`<svg class="cspark" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Curve: ${curveWords(signal)}">
    <path class="ground" d="M0 ${HEIGHT - 0.5}H${WIDTH}"></path>
    <path d=${linePath(signal, span, x, y)}></path>
    ${points.map(([value, given]) => svg`<circle cx=${x(value)} cy=${y(given)} r="1.8"></circle>`)}
  </svg>`;
}

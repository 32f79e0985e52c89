import {html, nothing, svg} from 'lit';
import {curveWords, linePath, sameCurve, spanOf, valueText} from './curve-shape.js';
import {drawable} from './model-reading.js';

const LEFT = 30;
const INSET = 8;
const RIGHT = 14;
const TOP = 12;
const BOTTOM = 26;
const LABEL = 42;

/**
 * A curve with its points, at a width in pixels; type never scales. `before` is the signal in the model it is compared with, drawn
 * dashed and named where the two are another.
 */
export function curveChart(signal, {width, height = 240, before, beforeName, edited}) {
  const curves = before ? [signal.curve, before.curve] : [signal.curve];
  const span = spanOf(curves);
  const x = (value) => LEFT + INSET + ((value - span.from) / (span.to - span.from)) * (width - LEFT - INSET - RIGHT);
  const y = (given) => TOP + (1 - Math.min(100, Math.max(0, given)) / 100) * (height - TOP - BOTTOM);
  const points = drawable(signal.curve);
  const isOther = before && !sameCurve(before, signal);
  const was = isOther ? ` In ${beforeName}: ${curveWords(before)}.` : '';
  return html`<svg class="cchart" viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img" aria-label="${curveWords(signal)}, level outside.${was}">
    ${[0, 25, 50, 75, 100].map(
      (given) =>
        svg`<line class="grid ${given ? '' : 'ground'}" x1=${LEFT} x2=${width - RIGHT} y1=${y(given)} y2=${y(given)}></line
          ><text class="e" x=${LEFT - 7} y=${y(given) + 4}>${given}</text>`,
    )}
    ${labelled(points, x).map(([value]) => svg`<text class="m" x=${x(value)} y=${height - 8}>${valueText(value, signal.measure)}</text>`)}
    ${points.map(([value, given]) => svg`<line class="drop" x1=${x(value)} x2=${x(value)} y1=${y(given)} y2=${y(0)}></line>`)}
    ${isOther ? beforeLine(before, beforeName, span, x, y, width) : nothing}
    <path class="line ${edited ? 'edited' : ''}" d=${linePath(signal, span, x, y)}></path>
    ${points.map(([value, given]) => svg`<circle class="point ${edited ? 'edited' : ''}" cx=${x(value)} cy=${y(given)} r="4.5"></circle>`)}
  </svg>`;
}

/** The other curve, named on its longest slope. */
function beforeLine(before, name, span, x, y, width) {
  const points = drawable(before.curve);
  const slopes = points.slice(1).map(([value, given], index) => {
    const [fromValue, fromGiven] = points[index];
    return {at: (fromValue + value) / 2, given: (fromGiven + given) / 2, rises: given > fromGiven, length: Math.abs(given - fromGiven)};
  });
  const longest = slopes.sort((a, b) => b.length - a.length)[0];
  const left = longest && (longest.rises ? x(longest.at) > LEFT + 90 : x(longest.at) > width - RIGHT - 100);
  return svg`<path class="line before" d=${linePath(before, span, x, y)}></path>
    ${longest ? svg`<text class="name ${left ? 'e' : ''}" x=${x(longest.at) + (left ? -10 : 10)} y=${y(longest.given) - 8}>${name}</text>` : nothing}`;
}

/** Points whose values have room below the axis. */
function labelled(points, x) {
  let last = -Infinity;
  return points.filter(([value]) => {
    const fits = x(value) - last >= LABEL;
    last = fits ? x(value) : last;
    return fits;
  });
}

import {isShare} from './measure-reading.js';
import {drawable} from './model-reading.js';
import {numberText, percentText} from './shares.js';

/** From where to where curves are drawn: their points, and a little of where they stay level. */
export function spanOf(curves) {
  const xs = curves.flatMap((curve) => drawable(curve).map(([x]) => x));
  if (!xs.length) {
    return {from: 0, to: 1};
  }
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const beyond = (last - first || Math.abs(last) || 1) * 0.12;
  // Nothing that is measured falls below zero.
  return {from: first >= 0 ? Math.max(0, first - beyond) : first - beyond, to: last + beyond};
}

/** The line through a curve's points, level outside of them and in its steps, as the path of an SVG; '' when there is none. */
export function linePath({curve, shape}, {from, to}, x, y) {
  const points = drawable(curve);
  if (!points.length) {
    return '';
  }
  const drawn = shape === 'step' ? points.flatMap((point, index) => (index ? [[point[0], points[index - 1][1]], point] : [point])) : points;
  const line = [[from, drawn[0][1]], ...drawn, [to, drawn.at(-1)[1]]];
  return line.map(([value, given], index) => `${index ? 'L' : 'M'}${x(value).toFixed(1)} ${y(given).toFixed(1)}`).join('');
}

/** A value of a curve as people read it: 70% where it is a share. */
export const valueText = (value, measure) => (isShare(measure) ? `${percentText(value)}%` : numberText(value));

export const sameCurve = (one, other) => one.shape === other.shape && JSON.stringify(drawable(one.curve)) === JSON.stringify(drawable(other.curve));

/** "0% gives 0, 70% gives 60", in steps "from 70% on 60": the curve in words. */
export function curveWords({curve, shape, measure}) {
  const points = drawable(curve);
  const told = ([x, y]) => (shape === 'step' ? `from ${valueText(x, measure)} on ${numberText(y)}` : `${valueText(x, measure)} gives ${numberText(y)}`);
  return points.length ? points.map(told).join(', ') : 'No curve';
}

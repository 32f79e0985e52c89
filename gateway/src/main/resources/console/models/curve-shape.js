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

/** The line through a curve's points, level outside of them, as the path of an SVG; '' when there is none. */
export function linePath(curve, {from, to}, x, y) {
  const points = drawable(curve);
  if (!points.length) {
    return '';
  }
  const line = [[from, points[0][1]], ...points, [to, points.at(-1)[1]]];
  return line.map(([value, given], index) => `${index ? 'L' : 'M'}${x(value).toFixed(1)} ${y(given).toFixed(1)}`).join('');
}

/** A value of a curve as people read it: 70% where it is a share. */
export const valueText = (value, measure) => (isShare(measure) ? `${percentText(value)}%` : numberText(value));

/** "0% gives 0, 70% gives 60": the curve in words. */
export function curveWords({curve, measure}) {
  const points = drawable(curve);
  return points.length ? points.map(([x, y]) => `${valueText(x, measure)} gives ${numberText(y)}`).join(', ') : 'No curve';
}

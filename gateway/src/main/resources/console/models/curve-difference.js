import {curveWords, sameCurve, valueText} from './curve-shape.js';
import {drawable} from './model-reading.js';
import {numberText} from './shares.js';

/** {before, after} in words where two signals' curves differ: only the points that do, when the values are the same; else null. */
export function curveDifference(from, to) {
  const [before, after] = [drawable(from.curve), drawable(to.curve)];
  if (sameCurve(from, to)) {
    return null;
  }
  const sameValues = from.shape === to.shape && before.length === after.length && before.every(([x], index) => x === after[index][0]);
  if (!sameValues) {
    return {before: curveWords(from), after: curveWords(to)};
  }
  const moved = after.flatMap(([, y], index) => (y === before[index][1] ? [] : [index]));
  const words = (points, measure) => moved.map((index) => `${valueText(points[index][0], measure)} gives ${numberText(points[index][1])}`).join(', ');
  return {before: words(before, from.measure), after: words(after, to.measure)};
}

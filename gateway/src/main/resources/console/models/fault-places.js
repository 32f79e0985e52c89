import {covers, pointerOf, stepsOf} from './pointers.js';
import {bandWords} from '../core/wording.js';

const fields = [
  /^\/axes\/\d+(\/signals\/\d+)?\/weight$/,
  /^\/axes\/\d+\/signals\/\d+\/curve(\/points)?\/\d+\/[01]$/,
  /^\/bands\/(healthy|watch|at_risk)\/(enter|leave)$/,
  /^\/bands\/(worseFor|keep)$/,
  /^\/axes\/\d+\/signals\/\d+\/missing\/(score|days)$/,
  /^\/coverageFloor$/,
  /^\/prior\/probabilities\/\w+$/,
];

const hasField = (pointer) => fields.some((field) => field.test(pointer));

/** What the list of weights or a curve as a whole has wrong is mended in its first field. */
const firstField = {'/axes': '/0/weight', signals: '/0/weight', curve: '/0/0', point: '/1', threshold: '/enter'};

function fieldOf(pointer) {
  const kind =
    pointer === '/axes'
      ? '/axes'
      : /\/signals$/.test(pointer)
        ? 'signals'
        : /\/curve(\/points)?$/.test(pointer)
          ? 'curve'
          : /\/curve(\/points)?\/\d+$/.test(pointer)
            ? 'point'
            : /^\/bands\/(healthy|watch|at_risk)$/.test(pointer)
              ? 'threshold'
              : null;
  return kind ? pointer + firstField[kind] : pointer;
}

const signalIn = (model, pointer) => model.signals.find((signal) => covers(signal.pointer, pointer));
const axisIn = (model, pointer) => model.axes.find((axis) => covers(axis.pointer, pointer));

/** Where a fault is mended: which view, which signal is open there, and the place of the field; JSON is for what has no field. */
export function placeOf(model, {pointer, code}) {
  const field = fieldOf(pointer);
  const isWhole = field !== pointer && code !== 'weights_sum' && code !== 'invalid_curve' && code !== 'unreachable_band';
  if (!hasField(field) || isWhole) {
    return {view: 'json', pointer};
  }
  if (!field.startsWith('/axes')) {
    return {view: 'bands', pointer: field};
  }
  return {view: '', signal: signalIn(model, field)?.key, pointer: field};
}

const curvePoint = /\/curve(?:\/points)?\/(\d+)/;
const named = {
  weight: 'weight',
  signals: 'weights of its signals',
  curve: 'curve',
  measure: 'measure',
  missing: 'without data',
  key: 'key',
  name: 'name',
  unit: 'unit',
  enter: 'entered at',
  leave: 'left below',
};
const parts = {'': 'Model', '/axes': 'Weights of the axes', '/coverageFloor': 'Coverage needed for a score', '/bands/keep': 'A worse band is kept', '/bands/worseFor': 'A worse band is taken'};

/** A place in the words of the page: "Weekly active users, point 3 of the curve". */
export function placeWords(model, pointer) {
  if (Object.hasOwn(parts, pointer)) {
    return parts[pointer];
  }
  const around = signalIn(model, pointer) ?? axisIn(model, pointer);
  if (around) {
    const inside = pointer.slice(around.pointer.length);
    const [first, ...rest] = stepsOf(inside);
    const point = curvePoint.exec(inside);
    const words = point ? `point ${Number(point[1]) + 1} of the curve` : first && (named[first] ?? first) + rest.map((step) => `, ${step}`).join('');
    return words ? `${around.name}, ${words}` : around.name;
  }
  const [first, second, ...rest] = stepsOf(pointer);
  if (first === 'bands' && bandWords[second]) {
    return [`Band ${bandWords[second].toLowerCase()}`, ...rest.map((step) => named[step] ?? step)].join(', ');
  }
  if (first === 'prior') {
    return ['Churn probability', ...[second === 'probabilities' ? null : second, ...rest].filter(Boolean).map((step) => bandWords[step] ?? step)].join(', ');
  }
  return pointerOf(first, ...(second === undefined ? [] : [second, ...rest])).slice(1);
}

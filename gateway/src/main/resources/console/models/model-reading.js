import {bandOrder} from '../core/wording.js';
import {pointerOf} from './pointers.js';
import {shareOf, sumOf} from './shares.js';

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const object = (value) => (isObject(value) ? value : {});
const list = (value) => (Array.isArray(value) ? value : []);
const text = (value, otherwise = '') => (typeof value === 'string' ? value : otherwise);
const number = (value) => (typeof value === 'number' ? value : null);

/** The bands that have a threshold, best first. */
export const thresholdBands = ['healthy', 'watch', 'at_risk'];

/** A model as the page shows it, each part with its place. A draft in the making may lack anything. */
export function readModel(document) {
  const model = object(document);
  const bands = object(model.bands);
  const prior = object(model.prior);
  const axes = list(model.axes).map((axis, index) => readAxis(object(axis), pointerOf('axes', index)));
  return {
    key: text(model.key),
    version: number(model.version),
    name: text(model.name, 'Without a name'),
    floor: number(model.coverageFloor),
    axes,
    signals: axes.flatMap((axis) => axis.signals),
    sum: sumOf(axes.map(({weight}) => weight ?? 0)),
    bands: thresholdBands.map((band) => {
      const {enter, leave} = object(bands[band]);
      return {band, enter: number(enter), leave: number(leave), pointer: pointerOf('bands', band)};
    }),
    worseFor: text(bands.worseFor),
    keep: text(bands.keep),
    prior: {
      label: text(prior.label),
      months: number(prior.months),
      bands: bandOrder.map((band) => ({
        band,
        probability: number(object(prior.probabilities)[band]),
        pointer: pointerOf('prior', 'probabilities', band),
      })),
    },
  };
}

function readAxis(axis, pointer) {
  const weight = number(axis.weight);
  const signals = list(axis.signals).map((signal, index) => readSignal(object(signal), weight ?? 0, `${pointer}${pointerOf('signals', index)}`));
  return {
    key: text(axis.key),
    name: text(axis.name, 'Axis without a name'),
    weight,
    signals,
    sum: sumOf(signals.map((signal) => signal.weight ?? 0)),
    pointer,
  };
}

function readSignal(signal, ofAxis, pointer) {
  const weight = number(signal.weight);
  return {
    key: text(signal.key),
    name: text(signal.name, 'Signal without a name'),
    unit: text(signal.unit),
    weight,
    ofScore: shareOf(ofAxis, weight ?? 0),
    measure: signal.measure,
    ...readCurve(signal.curve, `${pointer}/curve`),
    missing: readPolicy(signal.missing),
    pointer,
  };
}

/** A list of points is a curve of straight lines; an object says what lies between its points. */
function readCurve(curve, pointer) {
  const points = isObject(curve) ? curve.points : curve;
  return {
    curve: list(points).map((point) => list(point).map(number)),
    shape: isObject(curve) && curve.shape === 'step' ? 'step' : 'linear',
    written: curve,
    pointsPointer: isObject(curve) ? `${pointer}/points` : pointer,
  };
}

/** What counts without data; a model that says nothing redistributes. */
function readPolicy(missing) {
  const {policy, score, days} = object(missing);
  return {policy: text(policy, 'redistribute'), score: number(score), days: number(days)};
}

/** The points of a curve that can be drawn. */
export const drawable = (curve) => curve.filter(([x, y]) => typeof x === 'number' && typeof y === 'number');

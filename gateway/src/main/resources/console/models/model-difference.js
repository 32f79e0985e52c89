import {bandWords} from '../core/wording.js';
import {curveDifference} from './curve-difference.js';
import {durationWords} from './duration-words.js';
import {baselineWords, measureWords, policyWords} from './measure-reading.js';
import {readModel} from './model-reading.js';
import {pointerOf} from './pointers.js';
import {numberText, percentText} from './shares.js';

const percents = (share) => (share === null ? 'none' : `${percentText(share)}%`);
const numbers = (number) => (number === null ? 'none' : numberText(number));
const texts = (text) => text || 'none';

/**
 * What is another in the second of two models, in words: [{part, what, before, after, pointer}]. Axes and signals are the same
 * when their keys are; the place is that in the second. The version does not count: publishing gives it.
 */
export function differences(fromDocument, toDocument) {
  const from = readModel(fromDocument);
  const to = readModel(toDocument);
  return [...ofTheWhole(from, to), ...ofAxes(from, to), ...ofBands(from, to), ...ofPrior(from, to)];
}

/** Collects what differs of one part. */
function comparing(part, rows = []) {
  return {
    rows,
    tell(what, before, after, words, pointer) {
      if (before !== after) {
        rows.push({part, what, before: words(before), after: words(after), pointer});
      }
      return this;
    },
  };
}

const ofTheWhole = (from, to) =>
  comparing('Model')
    .tell('Name', from.name, to.name, texts, '/name')
    .tell('Key', from.key, to.key, texts, '/key')
    .tell('Coverage needed for a score', from.floor, to.floor, percents, '/coverageFloor').rows;

function ofAxes(from, to) {
  const rows = [];
  for (const axis of to.axes) {
    const before = from.axes.find(({key}) => key === axis.key);
    if (before) {
      comparing(axis.name, rows)
        .tell('Name', before.name, axis.name, texts, `${axis.pointer}/name`)
        .tell('Weight', before.weight, axis.weight, percents, `${axis.pointer}/weight`);
    } else {
      rows.push({part: axis.name, what: 'Axis', before: 'none', after: `added, weight ${percents(axis.weight)}`, pointer: axis.pointer});
    }
    for (const signal of axis.signals) {
      rows.push(...ofSignal(from, axis, signal));
    }
  }
  for (const {key, name} of gone(from.signals, to.signals)) {
    rows.push({part: name, what: 'Signal', before: homeOf(from, key).name, after: 'removed', pointer: '/axes'});
  }
  for (const {name, weight} of gone(from.axes, to.axes)) {
    rows.push({part: name, what: 'Axis', before: `weight ${percents(weight)}`, after: 'removed', pointer: '/axes'});
  }
  return rows;
}

function ofSignal(from, axis, signal) {
  const {pointer} = signal;
  const before = from.signals.find(({key}) => key === signal.key);
  if (!before) {
    const after = `added to ${axis.name}, weight ${percents(signal.weight)} in it`;
    return [{part: signal.name, what: 'Signal', before: 'none', after, pointer}];
  }
  const same = (text) => text ?? 'none';
  const told = comparing(signal.name)
    .tell('Name', before.name, signal.name, texts, `${pointer}/name`)
    .tell('Axis', homeOf(from, signal.key).key, axis.key, (key) => [...from.axes, axis].findLast((one) => one.key === key).name, pointer)
    .tell('Weight in axis', before.weight, signal.weight, percents, `${pointer}/weight`)
    .tell('Unit', before.unit, signal.unit, texts, `${pointer}/unit`)
    .tell('Measure', measureWords(before.measure), measureWords(signal.measure), same, `${pointer}/measure`)
    .tell('Baseline', baselineWords(before.measure), baselineWords(signal.measure), same, `${pointer}/measure`)
    .tell('Without data', policyWords(before.missing), policyWords(signal.missing), same, `${pointer}/missing`);
  const curve = curveDifference(before, signal);
  return curve ? [...told.rows, {part: signal.name, what: 'Curve', ...curve, pointer: `${pointer}/curve`}] : told.rows;
}

function ofBands(from, to) {
  const rows = to.bands.flatMap(({band, enter, leave, pointer}) => {
    const before = from.bands.find((one) => one.band === band);
    return comparing(`Band ${bandWords[band].toLowerCase()}`)
      .tell('Entered at', before.enter, enter, numbers, `${pointer}/enter`)
      .tell('Left below', before.leave, leave, numbers, `${pointer}/leave`).rows;
  });
  return comparing('Bands', rows)
    .tell('A worse band is taken after', from.worseFor, to.worseFor, durationWords, pointerOf('bands', 'worseFor'))
    .tell('A worse band is kept for', from.keep, to.keep, durationWords, pointerOf('bands', 'keep')).rows;
}

function ofPrior(from, to) {
  const told = comparing('Prior')
    .tell('Label', from.prior.label, to.prior.label, texts, pointerOf('prior', 'label'))
    .tell('Months', from.prior.months, to.prior.months, numbers, pointerOf('prior', 'months'));
  for (const {band, probability, pointer} of to.prior.bands) {
    const before = from.prior.bands.find((one) => one.band === band);
    told.tell(bandWords[band], before.probability, probability, percents, pointer);
  }
  return told.rows;
}

const gone = (from, to) => from.filter(({key}) => !to.some((one) => one.key === key));
const homeOf = (model, key) => model.axes.find((axis) => axis.signals.some((signal) => signal.key === key));

/** One difference as a sentence: "Weekly active users: weight in axis 60% → 65%". */
export const differenceWords = ({part, what, before, after}) => `${part}: ${what.toLowerCase()} ${before} → ${after}`;

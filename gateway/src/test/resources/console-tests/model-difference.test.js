import {equal, test} from './runner.js';
import {smallModel} from './scoring-models.js';
import {differences, differenceWords} from '/console/models/model-difference.js';

/** What differs after a change of the small model, in words. */
function after(change) {
  const model = smallModel();
  change(model);
  return differences(smallModel(), model).map(differenceWords);
}

test('finds nothing between a model and itself under another number', () => {
  equal(
    after((model) => (model.version = 7)),
    [],
  );
});

test('tells weights in per cent', () => {
  equal(
    after((model) => {
      model.axes[0].weight = 0.65;
      model.axes[1].weight = 0.35;
      model.axes[0].signals[0].weight = 0.625;
    }),
    ['Use: weight 70% → 65%', 'People: weight in axis 60% → 62.5%', 'Money: weight 30% → 35%'],
  );
});

test('tells only the points of a curve that moved', () => {
  equal(
    after((model) => (model.axes[0].signals[0].curve[1][1] = 55)),
    ['People: curve 70% gives 60 → 70% gives 55'],
  );
});

test('tells the whole curve when it has other values', () => {
  equal(
    after((model) => model.axes[1].signals[0].curve.push([90, 0])),
    ['Days overdue: curve 0 gives 100, 60 gives 0 → 0 gives 100, 60 gives 0, 90 gives 0'],
  );
});

test('knows a signal by its key wherever it went', () => {
  equal(
    after((model) => {
      const [seats] = model.axes[0].signals.splice(1, 1);
      model.axes[1].signals.push(seats);
    }),
    ['Seats: axis Use → Money'],
  );
});

test('tells what was added and what was removed', () => {
  equal(
    after((model) => {
      model.axes[0].signals[1].key = 'licences';
      model.axes.pop();
    }),
    [
      'Seats: signal none → added to Use, weight 40% in it',
      'Seats: signal Use → removed',
      'Days overdue: signal Money → removed',
      'Money: axis weight 30% → removed',
    ],
  );
});

test('tells bands, times, coverage and the prior', () => {
  equal(
    after((model) => {
      model.coverageFloor = 0.4;
      model.bands.healthy = {enter: 80, leave: 72};
      model.bands.keep = 'PT48H';
      model.prior.probabilities.at_risk = 0.3;
    }),
    [
      'Model: coverage needed for a score 50% → 40%',
      'Band healthy: entered at 75 → 80',
      'Band healthy: left below 70 → 72',
      'Bands: a worse band is kept for 72 hours → 48 hours',
      'Prior: at risk 25% → 30%',
    ],
  );
});

test('tells a measure in words', () => {
  equal(
    after((model) => (model.axes[0].signals[1].measure.days = 14)),
    ['Seats: measure People active in the last 28 days per paid seat → People active in the last 14 days per paid seat'],
  );
});

test('survives a model in the making', () => {
  for (const broken of [null, 7, {}, {axes: 7}, {axes: [null, {signals: [null, {curve: [[1], 'x', null]}]}]}, {bands: [], prior: 'x'}]) {
    equal(Array.isArray(differences(smallModel(), broken)), true);
    equal(Array.isArray(differences(broken, smallModel())), true);
  }
});

import {equal, test} from './runner.js';
import {smallModel} from './scoring-models.js';
import {withPoint} from '/console/models/curve-points.js';
import {curveWords, linePath, sameCurve, spanOf} from '/console/models/curve-shape.js';
import {faultWords} from '/console/models/fault-words.js';
import {baselineWords, measureWords, policyWords, scaleWords} from '/console/models/measure-reading.js';
import {readModel} from '/console/models/model-reading.js';

test('gives every signal its weight of the whole score', () => {
  const model = readModel(smallModel());
  equal(
    model.signals.map(({key, ofScore}) => [key, ofScore]),
    [
      ['people', 0.42],
      ['seats', 0.28],
      ['overdue', 0.3],
    ],
  );
  equal([model.sum, ...model.axes.map(({sum}) => sum)], [1, 1, 1]);
});

test('reads a model in the making without falling over', () => {
  const model = readModel({axes: [{weight: '?', signals: [{curve: [[1, 2], 'x', [null, 3]]}]}]});
  equal(model.axes[0].weight, null);
  equal(model.signals[0].curve, [[1, 2], [], [null, 3]]);
  equal(curveWords(model.signals[0]), '1 gives 2');
  equal(readModel(null).axes, []);
});

test('reads a curve in steps as one that holds until its next point', () => {
  const points = [
    [0, 20],
    [2, 80],
  ];
  const [steps, line] = readModel({axes: [{signals: [{curve: {shape: 'step', points}}, {curve: points}]}]}).signals;
  const drawn = (signal) => linePath(signal, {from: -1, to: 3}, Number, Number);
  equal([steps.curve, steps.shape, steps.pointsPointer], [points, 'step', '/axes/0/signals/0/curve/points']);
  equal(drawn(steps), 'M-1.0 20.0L0.0 20.0L2.0 20.0L2.0 80.0L3.0 80.0');
  equal(drawn(line), 'M-1.0 20.0L0.0 20.0L2.0 80.0L3.0 80.0');
  equal([curveWords(steps), curveWords(line)], ['from 0 on 20, from 2 on 80', '0 gives 20, 2 gives 80']);
  equal([sameCurve(steps, line), sameCurve(steps, {...steps})], [false, true]);
});

test('says what counts without data', () => {
  const words = (missing) => policyWords(readModel({axes: [{signals: [{missing}]}]}).signals[0].missing);
  equal(words(undefined), 'Its weight goes to the other signals of its axis');
  equal(words({policy: 'penalise', score: 30}), 'It counts as 30 of 100');
  equal(words({policy: 'carry', days: 14}), 'The last reading counts for 14 days; then its weight goes to the other signals of its axis');
});

test('says what a signal measures that a model declares of its own', () => {
  const events = {kind: 'event_ratio', events: ['error'], of: ['call', 'sync'], days: 7};
  const pulse = {kind: 'fact_value', types: ['csm_pulse'], days: 90, take: 'latest'};
  const roles = {kind: 'stakeholder_coverage', roles: ['champion', 'executive_sponsor'], days: 90};
  equal(measureWords(events), 'Uses of error per use of call or sync in the last 7 days');
  equal(measureWords(pulse), 'Latest value of csm pulse in the last 90 days');
  equal(measureWords(roles), 'Share of the roles with somebody active in the last 90 days: champion and executive sponsor');
  equal(measureWords({kind: 'survey_score', survey: 'nps', days: 180}), 'NPS of the last 180 days');
  equal(scaleWords({measure: roles, unit: 'ratio'}), '% of roles');
});

test('says what a signal measures', () => {
  const words = (measure) => measureWords(measure);
  equal(words({kind: 'severe_tickets', days: 30, severities: ['high', 'urgent']}), 'Tickets of severity high or urgent opened in the last 30 days');
  equal(words({kind: 'silence', interactions: ['ticket', 'meeting', 'survey']}), 'Days since the last ticket, meeting or survey answer');
  equal(words({kind: 'mood'}), 'Measure “mood”');
  equal(words(undefined), 'No measure');
  equal(
    baselineWords(smallModel().axes[0].signals[0].measure),
    'Median of the 8 weeks before, 4 of them with use; an account that stops keeps it for 13 weeks',
  );
  equal(baselineWords({kind: 'days_overdue'}), null);
});

test('tells the values of a curve over a share in per cent', () => {
  const [people, , overdue] = readModel(smallModel()).signals;
  equal(curveWords(people), '0% gives 0, 70% gives 60, 100% gives 100');
  equal(curveWords(overdue), '0 gives 100, 60 gives 0');
  equal([scaleWords(people), scaleWords(overdue)], ['% of own baseline', 'days']);
});

test('draws a curve level outside of its points, and nothing below zero', () => {
  const {from, to} = spanOf([[[0, 0], [100, 100]]]);
  equal([from, to], [0, 112]);
  const path = linePath({curve: [[30, 100], [60, 0]], shape: 'linear'}, {from: 0, to: 100}, (x) => x, (y) => y);
  equal(path, 'M0.0 100.0L30.0 100.0L60.0 0.0L100.0 0.0');
  equal(linePath({curve: []}, {from: 0, to: 1}, (x) => x, (y) => y), '');
});

test('adds a point where there is most room and leaves the curve as it is', () => {
  equal(withPoint([[0, 0], [0.4, 20], [1, 100]]), [[0, 0], [0.4, 20], [0.7, 60], [1, 100]]);
  equal(withPoint([[3, 50]]), [[3, 50], [4, 50]]);
});

test('tells weights that do not sum up in per cent', () => {
  equal(faultWords({detail: 'The weights sum to 1.05; they must sum to 1'}), 'They sum to 105%, 5% too much');
  equal(faultWords({detail: 'The weights sum to 0.9; they must sum to 1'}), 'They sum to 90%, 10% missing');
  equal(faultWords({detail: "'name' is missing"}), "'name' is missing");
});

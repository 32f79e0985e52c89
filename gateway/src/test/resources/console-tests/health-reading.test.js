import {equal, test} from './runner.js';
import {bandFloors, lingering, missingOf, readHealth} from '/console/account/health-reading.js';

const signal = (key, weight, score, points) => ({key, name: key, weight, score, points, evidence: `${key} evidence`});
const total = (numbers) => Number(numbers.reduce((a, b) => a + b, 0).toFixed(1));

const health = {
  at: '2026-11-22T09:00:00Z',
  score: 41.03,
  band: 'at_risk',
  axes: [
    {key: 'use', name: 'Use', weight: 0.65, score: 30, signals: [signal('people', 0.39, 20, 7.8), signal('features', 0.26, 45.5, 11.83)]},
    {key: 'support', name: 'Support', weight: 0.35, score: 61.142857, signals: [signal('tickets', 0.35, 61.142857, 21.4)]},
  ],
};

test('takes from 100 what each signal costs, to the printed tenth', () => {
  const {rows, axes, printedScore} = readHealth(health);
  equal(printedScore, 41);
  equal(total(rows.map(({printed}) => printed)), 59);
  equal(total(axes.map(({printed}) => printed)), 59);
  equal(rows[0].printed, 31.2);
});

test('prints changes that add up to the change of the score, also of a signal that is gone', () => {
  const before = {
    ...health,
    score: 60.5,
    axes: [
      {...health.axes[0], signals: [signal('people', 0.26, 70, 18.2), signal('features', 0.26, 60, 15.6), signal('gone', 0.13, 50, 6.5)]},
      {...health.axes[1], signals: [signal('tickets', 0.35, 57.714286, 20.2)]},
    ],
  };
  const {rows, printedScore, printedBefore} = readHealth(health, before);
  const gone = total([printedScore - printedBefore, -total(rows.map(({change}) => change))]);
  equal(printedBefore, 60.5);
  equal(gone, 6.5);
});

test('takes the points of the signals to the computed score and adds an override to it', () => {
  const overridden = {...health, score: 80, computedScore: 41.03, override: {score: 80, reason: 'New sponsor', by: 'ada', expiresOn: '2026-12-01'}};
  const {rows, printedScore, printedComputed, override} = readHealth(overridden);
  equal(printedScore, 80);
  equal(printedComputed, 41);
  equal(total(rows.map(({printed}) => printed)), 59);
  equal(override.printed, 39);
  equal(readHealth({...overridden, computedScore: null}), null);
});

test('reads nothing from an account without a score', () => {
  equal(readHealth({...health, score: null}), null);
  equal(readHealth(undefined), null);
});

test('does not call a signal absent that counts without data', () => {
  const penalised = {...signal('seats', 0.1, 30, 3), evidence: 'no data: No contract'};
  const missing = [{key: 'seats', axis: 'use', why: 'No contract', policy: 'penalise'}];
  equal(missingOf({...health, axes: [{...health.axes[0], signals: [penalised]}], missing}), []);
});

test('keeps a signal without data with its axis and its reason', () => {
  const absent = {...signal('seats', 0, null, 0), evidence: 'No contract'};
  const unknown = {
    ...health,
    axes: [{...health.axes[0], signals: [absent]}],
    missing: [{key: 'charges', axis: 'billing', why: 'No invoice'}],
  };
  equal(missingOf(unknown), [
    {key: 'seats', axis: 'use', name: 'seats', why: 'No contract'},
    {key: 'charges', axis: 'billing', name: 'Charges', why: 'No invoice'},
  ]);
});

test('tells a band that is left later than its score says from one that is kept before it improves', () => {
  const thresholds = {thresholds: {healthy: 75, watch: 60, atRisk: 40}, leaveBelow: {healthy: 70, watch: 55, atRisk: 35}};
  equal(lingering({...thresholds, score: 73, band: 'healthy'}), {leftBelow: 70, scoreBand: 'watch'});
  equal(lingering({...thresholds, score: 80, band: 'watch'}), {leftBelow: null, scoreBand: 'healthy'});
  equal(lingering({...thresholds, score: 65, band: 'watch'}), null);
});

test('takes the floors of the model, and the shipped ones without them', () => {
  equal(bandFloors({thresholds: {healthy: '80', watch: 65, atRisk: 45}}), {healthy: 80, watch: 65, at_risk: 45});
  equal(bandFloors(undefined), {healthy: 75, watch: 60, at_risk: 40});
});

test('prints weights that add up, and the change between printed scores', () => {
  const third = (key) => signal(key, 1 / 3, 50, 50 / 3);
  const thirds = {...health, score: 50.06, axes: [{key: 'use', name: 'Use', weight: 1, score: 50, signals: ['a', 'b', 'c'].map(third)}]};
  const {rows, change} = readHealth(thirds, {...thirds, score: 74.75});
  equal(
    rows.map(({weight}) => weight),
    [0.334, 0.333, 0.333],
  );
  equal(Number(change.toFixed(4)), -24.7);
});

import {equal, test} from './runner.js';
import {aucPlace} from '/console/models/auc-scale.js';
import {aucWords, figures, outcomeWords, progressOf, suggestedAxes} from '/console/models/backtest-reading.js';

const report = {
  departures: 24,
  precision: {capacity: 10, picked: 500, hits: 150, share: 0.3, baseRate: 0.06, lift: 5},
  warning: {departures: 20, warned: 15, warnedShare: 0.75, medianLeadDays: 41.5, alarms: 60, falseAlarms: 30, falseAlarmsPerWeek: 0.5},
};

test('says how far a backtest has come, and what came out', () => {
  equal(outcomeWords({status: 'queued', progress: {accounts: 0, done: 0}}), 'Waits for its turn');
  equal(outcomeWords({status: 'running', progress: {accounts: 0, done: 0}}), 'Runs');
  equal(outcomeWords({status: 'running', progress: {accounts: 200, done: 50}}), 'Runs, 25%');
  equal(outcomeWords({status: 'done', verdict: 'leak_suspected'}), 'Leak suspected');
  equal(outcomeWords({status: 'failed'}), 'Failed');
  equal(progressOf({progress: {accounts: 0, done: 0}}), null);
});

test('says an AUC with its interval, and without when there is none', () => {
  equal(aucWords({value: 0.7149, low: 0.65, high: 0.78}), '0.71 (0.65 to 0.78)');
  equal(aucWords({value: 0.7, low: null, high: null}), '0.70');
  equal(aucWords(null), 'not known');
});

test('places an AUC on a scale from 0.3 to 1 and never beside it', () => {
  equal([0.1, 0.3, 0.65, 1].map(aucPlace).map(Math.round), [0, 0, 50, 100]);
});

test('says each figure with what it means', () => {
  equal(
    figures(report, 90).map(([name, value]) => [name, value]),
    [
      ['Precision', '30.0%'],
      ['Lift', '5.0×'],
      ['Lead time', '42 days'],
      ['Warned', '75%'],
      ['False alarms a week', '0.5'],
    ],
  );
});

test('says none where nothing can be said', () => {
  const empty = {
    departures: 0,
    precision: {capacity: 10, picked: 0, hits: 0, share: null, baseRate: null, lift: null},
    warning: {departures: 0, warned: 0, warnedShare: null, medianLeadDays: null, alarms: 0, falseAlarms: 0, falseAlarmsPerWeek: null},
  };
  equal(
    figures(empty, 90).map(([, value]) => value),
    ['none', 'none', 'none', 'none', 'none'],
  );
});

test('puts the suggested weights of signals below that of their axis', () => {
  equal(
    suggestedAxes([
      {axis: 'use', today: 0.5, suggested: 0.6},
      {axis: 'use', signal: 'people', today: 1, suggested: 1},
    ]),
    [{axis: 'use', today: 0.5, suggested: 0.6, signals: [{key: 'people', today: 1, suggested: 1}]}],
  );
});

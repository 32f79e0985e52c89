import {equal, test} from './runner.js';
import {bridgeSteps, gap, rowsOf, together, trimmed, wonAndLost} from '/console/revenue/ledger-reading.js';

const zero = {new: '0', reactivation: '0', expansion: '0', contraction: '0', churn: '0', fx: '0', restatement: '0'};
const row = (period, start, movements, end) => ({period, start, ...zero, ...movements, end});
const october = row('2026-10', '100', {new: '20.5', churn: '-10.25'}, '110.25');
const november = row('2026-11', '110.25', {expansion: '9.4', contraction: '-0.4'}, '119.25');

test('says exactly by how much a month does not close', () => {
  equal(gap(october), 0n);
  equal(gap({...november, end: '119.25000001'}), 1n);
});

test('leaves out the months before the first movement', () => {
  equal(
    trimmed([row('2026-09', '0', {}, '0'), october, november]).map(({period}) => period),
    ['2026-10', '2026-11'],
  );
  equal(trimmed([row('2026-09', '0', {}, '0')]), []);
});

test('takes a month, its quarter so far, or the year that ends with it', () => {
  const rows = ['2026-06', '2026-07', '2026-08', '2026-09'].map((period) => row(period, '0', {}, '0'));
  const periods = (span) => rowsOf(rows, '2026-08', span).map(({period}) => period);
  equal(periods('month'), ['2026-08']);
  equal(periods('quarter'), ['2026-07', '2026-08']);
  equal(periods('year'), ['2026-06', '2026-07', '2026-08']);
});

test('makes one row of several months that still closes', () => {
  const both = together([october, november]);
  equal([both.start, both.end, both.from, both.to], ['100', '119.25', '2026-10', '2026-11']);
  equal(gap(both), 0n);
});

test('draws steps from the printed start to the printed end', () => {
  const {start, end, steps} = bridgeSteps(together([october, november]));
  equal([start, end], [100, 119]);
  equal(steps.at(-1).to, end);
  equal(
    steps.map(({name}) => name),
    ['new', 'expansion', 'contraction', 'churn'],
  );
});

test('splits churn by kind where the platform does', () => {
  const split = {...october, churnByKind: {voluntary: '-4.25', involuntary: '-6', unclassified: '0'}};
  equal(
    bridgeSteps(together([split])).steps.map(({name}) => name),
    ['new', 'expansion', 'contraction', 'voluntary', 'involuntary'],
  );
});

test('tells what customers added from what they took away', () => {
  equal(wonAndLost(october), {won: 20.5, lost: 10.25});
});

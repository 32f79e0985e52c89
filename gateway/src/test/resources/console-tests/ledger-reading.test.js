import {equal, test} from './runner.js';
import {bridgeSteps, gap, printedChange, rowsOf, together, trimmed, wonAndLost} from '/console/revenue/ledger-reading.js';

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

test('tells a change in amounts that add up as printed, rates and restatements included', () => {
  const told = printedChange(together([row('2026-11', '594126.41', {new: '9175.83', expansion: '4187.9', churn: '-3905', fx: '787.88'}, '604373.02')]));
  equal(told, {end: 604373, change: 10247, won: 13364, lost: 3905, fx: 788, restatement: 0});
  equal(told.won - told.lost + told.fx, told.change);
  equal(printedChange(together([row('2026-11', '100', {restatement: '-40'}, '60')])), {end: 60, change: -40, won: 0, lost: 0, fx: 0, restatement: -40});
});

test('counts the accounts of every step by the single movements, each account once', () => {
  const split = {...october, accounts: {new: 2, churn: 3}, churnByKind: {voluntary: '-4.25', involuntary: '-6', unclassified: '0'}};
  const one = (accountId, kind, churnKind = null) => ({accountId, kind, churnKind});
  const singles = [
    one('a', 'new'),
    one('b', 'new'),
    one('b', 'new'),
    one('c', 'churn', 'voluntary'),
    one('d', 'churn', 'involuntary'),
    one('e', 'churn', 'involuntary'),
  ];
  const counts = (known) => bridgeSteps(together([split]), known).steps.map(({name, accounts}) => [name, accounts]);
  equal(counts(singles), [
    ['new', 2],
    ['expansion', 0],
    ['contraction', 0],
    ['voluntary', 1],
    ['involuntary', 2],
  ]);
  equal(counts(undefined)[0], ['new', 2]);
  equal(counts(undefined)[3], ['voluntary', undefined]);
});

test('gives exact amounts without zeros that say nothing', () => {
  equal(
    bridgeSteps(together([october])).steps.map(({exact}) => exact),
    ['20.5', '0', '0', '-10.25'],
  );
});

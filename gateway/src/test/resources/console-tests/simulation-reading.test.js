import {equal, test} from './runner.js';
import {csv} from '/console/core/csv.js';
import {csvColumns, directions, nextSort, sorted} from '/console/models/simulation-reading.js';

const accounts = [
  {accountId: 'a', name: 'Alder', arr: '900', scoreBefore: 70, scoreAfter: 50, from: 'watch', to: 'at_risk'},
  {accountId: 'b', name: 'Birch', arr: '12000', scoreBefore: 50, scoreAfter: 80, from: 'at_risk', to: 'healthy'},
  {accountId: 'c', name: 'Cedar', arr: null, scoreBefore: null, scoreAfter: 60, from: 'unknown', to: 'watch'},
];
const ids = (sort) => sorted(accounts, sort).map(({accountId}) => accountId);

test('sorts by each column, both ways, bands from best to worst', () => {
  equal(ids('name'), ['a', 'b', 'c']);
  equal(ids('-arr'), ['b', 'a', 'c']);
  equal(ids('-change'), ['b', 'c', 'a']);
  equal(ids('from'), ['a', 'b', 'c']);
  equal(ids('to'), ['b', 'c', 'a']);
});

test('turns the order of a column, figures downwards first', () => {
  equal(nextSort('name', 'arr'), '-arr');
  equal(nextSort('-arr', 'arr'), 'arr');
  equal(nextSort('-arr', 'name'), 'name');
  equal(nextSort('name', 'name'), '-name');
});

test('adds up who goes to a better band and who to a worse one; unknown is neither', () => {
  equal(
    directions([
      {from: 'watch', to: 'at_risk', accounts: 2, arr: '100.5'},
      {from: 'healthy', to: 'watch', accounts: 1, arr: '10'},
      {from: 'at_risk', to: 'healthy', accounts: 3, arr: '7'},
      {from: 'unknown', to: 'watch', accounts: 1, arr: '0'},
    ]),
    {better: {accounts: 3, arr: 7}, worse: {accounts: 3, arr: 110.5}, other: {accounts: 1, arr: 0}},
  );
});

test('writes who is held by an override as a line that stays', () => {
  const held = {accountId: 'd', name: 'Dogwood', arr: '5', band: 'critical', computedBand: 'watch'};
  equal(csv(csvColumns, [held]).split('\r\n')[1], 'd,Dogwood,critical,critical,watch,,,5');
});

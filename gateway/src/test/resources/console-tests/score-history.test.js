import {equal, test} from './runner.js';
import {gathered, scoreHistoryChart} from '/console/account/score-history-chart.js';

const WIDTH = 900;
const event = (at, kind = 'ticket', lane = 'event') => ({at: `${at}T00:00:00Z`, kind, lane, title: `${kind} ${at}`});
const group = (happenings) => gathered(happenings, '2026-08-24', '2026-11-22', WIDTH);

test('lets neighbours in time share a mark, by lane', () => {
  const groups = group([event('2026-09-01'), event('2026-09-02'), event('2026-09-02', 'alert', 'alert'), event('2026-11-01')]);
  equal(
    groups.map(({lane, happenings}) => [lane, happenings.length]),
    [
      ['event', 2],
      ['alert', 1],
      ['event', 1],
    ],
  );
});

test('never has more marks than can be told apart, and tells the weightiest of each', () => {
  const days = Array.from({length: 60}, (_, index) => new Date(Date.UTC(2026, 7, 25 + index)).toISOString().slice(0, 10));
  const groups = group(days.map((day, index) => event(day, index % 7 ? 'invoice' : 'meeting')));
  equal(groups.length <= 9, true);
  equal(
    groups.every(({happenings, more}) => happenings.length <= 2 && more >= 0),
    true,
  );
  equal(
    groups.reduce((n, {happenings, more}) => n + happenings.length + more, 0),
    60,
  );
});

test('says how the score moved', () => {
  const items = [
    {at: '2026-10-01T00:00:00Z', score: 79, band: 'healthy'},
    {at: '2026-11-01T00:00:00Z', score: null, band: 'unknown'},
    {at: '2026-11-22T00:00:00Z', score: 41, band: 'at_risk'},
  ];
  const floors = {healthy: 75, watch: 60, at_risk: 40};
  const {says, marks} = scoreHistoryChart({items, groups: [], floors, from: '2026-10-01', to: '2026-11-22', band: 'at_risk'});
  equal(/^The score fell from 79 on .* to 41 on .*\.$/.test(says), true);
  equal(marks.length, 2);
});

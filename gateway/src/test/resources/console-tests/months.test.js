import {equal, test} from './runner.js';
import {lastDayOf, monthOf, monthsAfter, monthsBetween} from '/console/core/months.js';

test('counts months over the turn of the year', () => {
  equal(monthsAfter('2026-11', 2), '2027-01');
  equal(monthsAfter('2026-01', -11), '2025-02');
});

test('knows the last day of each month', () => {
  equal(['2026-02', '2028-02', '2026-12'].map(lastDayOf), ['2026-02-28', '2028-02-29', '2026-12-31']);
});

test('names every month of a span', () => {
  equal(monthsBetween('2025-11', '2026-01'), ['2025-11', '2025-12', '2026-01']);
  equal(monthsBetween('2026-02', '2026-01'), []);
});

test('takes the month of an instant in UTC', () => {
  equal(monthOf(new Date('2026-01-31T23:59:59Z')), '2026-01');
});

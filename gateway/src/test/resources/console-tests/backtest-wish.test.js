import {equal, test} from './runner.js';
import {fieldOf, readWish, usualWish, weeksBetween} from '/console/models/backtest-wish.js';

const NOW = '2026-11-23T09:00:00Z';
const usual = usualWish(NOW);
const faulty = (changes) => Object.keys(readWish({...usual, ...changes}, NOW).faults ?? {});

test('asks for 78 weeks up to yesterday unless somebody says otherwise', () => {
  equal(usual.to, '2026-11-22');
  equal(weeksBetween(usual.from, usual.to), 78);
  equal(readWish(usual, NOW).body, {from: usual.from, to: '2026-11-22', horizonDays: 90, capacity: 10, segmentBy: undefined});
});

test('counts the Sundays, on which weeks end', () => {
  equal(weeksBetween('2026-11-22', '2026-11-22'), 1);
  equal(weeksBetween('2026-11-16', '2026-11-21'), 0);
  equal(weeksBetween('2026-11-15', '2026-11-22'), 2);
});

test('says at its field what is wrong', () => {
  equal(faulty({horizonDays: '6'}), ['horizonDays']);
  equal(faulty({horizonDays: '731', capacity: '0'}), ['horizonDays', 'capacity']);
  equal(faulty({capacity: '1.5'}), ['capacity']);
  equal(faulty({to: '2026-11-24'}), ['to']);
  equal(faulty({from: '', to: ''}), ['from', 'to']);
  equal(faulty({from: '2026-11-16', to: '2026-11-21'}), ['from']);
  equal(faulty({from: '2020-01-01'}), ['from']);
});

test('finds the field of what the platform refuses', () => {
  equal(fieldOf({code: 'invalid_window', message: "'to' is 2027-01-01"}), 'to');
  equal(fieldOf({code: 'invalid_backtest', message: "A horizon's days are 7 to 730, not 3"}), 'horizonDays');
  equal(fieldOf({code: 'too_many_backtests', message: '10 are queued'}), null);
});

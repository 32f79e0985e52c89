import {equal, test} from './runner.js';
import {
  dated,
  day,
  fixed,
  initials,
  money,
  movedMoney,
  percent,
  person,
  placesOf,
  plural,
  price,
  score,
  shortMoney,
  signed,
  since,
  words,
} from '/console/core/wording.js';

const NOW = '2026-11-22T09:00:00Z';

test('prints whole amounts with a true minus and never a negative zero', () => {
  equal(money('14800.49', 'USD'), '$14,800');
  equal(money('-1300.5', 'USD'), '−$1,301');
  equal(money('-0.2', 'USD'), '$0');
  equal(money(null, 'USD'), '');
});

test('prints the direction of money', () => {
  equal(movedMoney('2406.25', 'USD'), '+$2,406');
  equal(movedMoney('-246.4', 'EUR'), '−€246');
  equal(movedMoney('0', 'USD'), '$0');
});

test('abbreviates only from a thousand and changes to millions before it would print 1,000k', () => {
  equal(shortMoney('999', 'USD'), '$999');
  equal(shortMoney('177600', 'USD'), '$177.6k');
  equal(shortMoney('999949', 'USD'), '$999.9k');
  equal(shortMoney('999950', 'USD'), '$1.000M');
  equal(shortMoney('-2471900', 'USD', 2), '−$2.47M');
});

test('gives a ratio a decimal only below one per cent', () => {
  equal(percent(0.38), '38%');
  equal(percent(0.006), '0.6%');
  equal(percent(0), '0%');
  equal(percent('-0.123', 1), '−12.3%');
  equal(percent(null), '');
});

test('signs figures without a signed zero', () => {
  equal(signed(-0.04, 1), '0.0');
  equal(signed(12.6, 1), '+12.6');
  equal(fixed(-23), '−23.0');
});

test('prints no score as a dash', () => {
  equal(score(null), '–');
  equal(score(41.03), '41');
});

test('names the year of a day only when it is another one', () => {
  equal(day('2026-09-30', NOW), '30 Sep');
  equal(day('2027-09-30', NOW), '30 Sep 27');
  equal(day('2026-12-31T23:59:59.999Z', NOW), '31 Dec');
  equal(day(null), '');
});

test('reads dates inside a sentence like every other date', () => {
  equal(dated('Last interaction 100 days ago: meeting on 2026-08-14', NOW), 'Last interaction 100 days ago: meeting on 14 Aug');
  equal(dated('Invoice INV-2318 is 24 days overdue', NOW), 'Invoice INV-2318 is 24 days overdue');
  equal(dated(undefined, NOW), '');
});

test('tells a time that has passed in the unit of a glance', () => {
  equal([1_000, 90_000, 7_200_000, 172_800_000].map(since), ['1 s', '2 min', '2 h', '2 days']);
});

test('shortens a person, and a thing to its words', () => {
  equal(person('ana.rivera@larkfield.example'), 'A. Rivera');
  equal(person('billing@larkfield.example'), 'Billing');
  equal(initials('Ana Maria Rivera'), 'AR');
  equal(words('weekly_active_users'), 'Weekly active users');
  equal(words('fx'), 'FX');
  equal([plural(1, 'account'), plural(1200, 'entry', 'entries')], ['1 account', '1,200 entries']);
});

test('never rounds a price', () => {
  equal(['2801.2', '2801.20000000', '25', '25.00', '0.0125'].map((value) => price(value, 'USD')), ['$2,801.20', '$2,801.20', '$25', '$25', '$0.0125']);
  equal(price(null, 'USD'), '');
});

test('gives a column of shares the decimals that its narrowest needs', () => {
  equal(placesOf([0.35, 0.29 + 1e-9]), 0);
  equal(placesOf([0.35, 0.075]), 1);
});

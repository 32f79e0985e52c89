import {equal, test} from './runner.js';
import {besidesTitle, byWeight, isOpen, revenueBehind} from '/console/alerts/alert-reading.js';

test('leaves out the reason that the title tells', () => {
  const alert = {
    title: 'Weekly active users 9 against 40 (−78%), now critical',
    reasons: [
      {sentence: 'Weekly active users 9, own baseline 40 over 8 weeks (−78%)'},
      {sentence: 'Licence utilisation 30%: 9 of 30 seats'},
    ],
  };
  equal(besidesTitle(alert), ['Licence utilisation 30%: 9 of 30 seats']);
  equal(besidesTitle({title: 'Payment failed', reasons: null}), []);
});

test('counts an account once, however many alerts it has', () => {
  const alert = (accountId, revenueAtRisk) => ({accountId, revenueAtRisk});
  equal(revenueBehind([alert('a', '100.5'), alert('a', '100.5'), alert('b', null)]), 100.5);
});

test('puts the most revenue first, then the newest', () => {
  const alerts = [
    {revenueAtRisk: '9', at: '2026-11-02'},
    {revenueAtRisk: '10', at: '2026-11-01'},
    {revenueAtRisk: null, at: '2026-11-03'},
    {revenueAtRisk: '9', at: '2026-11-04'},
  ];
  equal(
    alerts.toSorted(byWeight).map(({at}) => at),
    ['2026-11-01', '2026-11-04', '2026-11-02', '2026-11-03'],
  );
});

test('takes an acknowledged alert for open', () => {
  equal(
    ['open', 'acknowledged', 'closed'].map((state) => isOpen({state})),
    [true, true, false],
  );
});

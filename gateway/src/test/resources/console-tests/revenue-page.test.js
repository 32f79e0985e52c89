import {equal, test} from './runner.js';
import {all, goTo, read, show, until, withPlatform} from './platform.js';
import '/console/portfolio/band-totals.js';
import '/console/revenue/revenue-page.js';

const zero = {new: '0', reactivation: '0', expansion: '0', contraction: '0', churn: '0', fx: '0', restatement: '0'};
const books = {
  currency: 'USD',
  asOf: '2026-11-22',
  rows: [
    {period: '2026-10', start: '0', ...zero, new: '594126.4', end: '594126.4', accounts: {new: 9}},
    {
      ...{period: '2026-11', start: '594126.4', ...zero, new: '13363.74', churn: '-4151.4', fx: '787.88', end: '604126.62'},
      ...{accounts: {new: 2, churn: 2}, churnByKind: {voluntary: '-2006.4', involuntary: '-2145.00000000', unclassified: '0'}},
    },
  ],
};
const singles = [
  {accountId: 'opalgate', name: 'Opalgate', on: '2026-11-13', kind: 'churn', churnKind: 'involuntary', amount: '-2145'},
  {accountId: 'ridgeline', name: 'Ridgeline', on: '2026-11-16', kind: 'churn', churnKind: 'voluntary', amount: '-2006.4'},
];
const platform = [
  [/mrr-movements$/, () => books],
  [/metrics\/movements$/, () => ({items: singles})],
  [/metrics\/summary$/, () => ({})],
  [/metrics\//, () => ({rows: []})],
];

const onRevenue = (query, body) =>
  withPlatform(platform, async (asked) => {
    goTo(`/revenue${query}`);
    const page = await show('revenue-page');
    await until(() => all(page, 'largest-movements').some((list) => read(list).includes('Opalgate')));
    await body(page, asked);
  });

test('tells the change in figures that add up', () =>
  onRevenue('', (page) => {
    equal(
      read(all(page, 'revenue-story')[0]).trim().startsWith('MRR grew by $10,001 to $604,127 in November 2026: $13,364 won, $4,151 lost, +$788 by exchange rates.'),
      true,
    );
    equal(read(all(page, 'revenue-figures')[0]).includes('+$10,001.'), true);
  }));

test('asks for single movements once', () =>
  onRevenue('', (page, asked) => {
    equal(asked.filter((path) => path.includes('metrics/movements')).length, 1);
  }));

test('saves the steps that are shown', () =>
  onRevenue('', async (page) => {
    const own = URL.createObjectURL;
    let saved;
    URL.createObjectURL = (blob) => (saved = blob) && 'data:,';
    all(all(page, 'mrr-bridge')[0], 'button[aria-label="Download CSV"]')[0].click();
    URL.createObjectURL = own;
    equal((await saved.text()).trim().split('\r\n'), [
      'step,churn_kind,accounts,mrr,currency',
      'start,,,594126.4,USD',
      'new,,0,13363.74,USD',
      'expansion,,0,0,USD',
      'contraction,,0,0,USD',
      'churn,voluntary,1,-2006.4,USD',
      'churn,involuntary,1,-2145,USD',
      'fx,,0,787.88,USD',
      'end,,,604126.62,USD',
    ]);
  }));

test('leaves a month out of the address that is in no row of the books', () =>
  onRevenue('?period=2019-01&span=quarter', async () => {
    await until(() => location.search === '?span=quarter');
  }));

test('prints bands that add up to their total', () =>
  withPlatform([], async () => {
    const [bands, mrrs] = [
      ['healthy', 'watch', 'at_risk', 'critical', 'unknown'],
      ['352849', '148849', '76449', '20449', '5531'],
    ];
    const rows = bands.map((band, index) => ({band, accounts: 1, mrr: mrrs[index], revenueAtRisk: '100'}));
    const value = {bands: rows, accounts: 5, mrr: '604127', revenueAtRisk: '500', currency: 'USD'};
    const table = await show('band-totals', {portfolio: {value}});
    const printed = all(table, 'tr').slice(1).map((row) => Number(read(row.children[2]).replace(/[$k]/g, '')));
    equal(
      printed
        .slice(0, -1)
        .reduce((a, b) => a + b)
        .toFixed(1),
      '604.1',
    );
    equal(printed.at(-1), 604.1);
  }));

import {equal, test} from './runner.js';
import {all, goTo, press, read, route, show, until, withPlatform} from './platform.js';
import '/console/portfolio/account-table.js';

const AT = '2026-11-22T09:30:00Z';
const account = (accountId, more = {}) => ({
  ...{accountId, name: accountId, ownerEmail: null, score: 50, band: 'watch', sparkline: [], topDriver: null, currency: 'USD'},
  ...{mrr: '100', revenueAtRisk: '96', probability: 0.08, renewsOn: '2027-06-02', churnedOn: null, ...more},
});
const churned = (accountId, mrr = '0') =>
  account(accountId, {score: null, band: 'unknown', mrr, revenueAtRisk: mrr, renewsOn: '2025-01-01', churnedOn: '2025-01-01'});

/** Pages of the accounts that stay, or of those that left. */
const paged = (accounts) => [
  /\/accounts$/,
  ({limit, cursor = 0, churned: left}) => {
    const listed = accounts.filter(({churnedOn}) => Boolean(churnedOn) === (left === 'true'));
    const end = Number(cursor) + Number(limit);
    return {items: listed.slice(Number(cursor), end), ...(end < listed.length && {next: String(end)})};
  },
];
const names = (table) => all(table, 'tbody th').map((cell) => read(cell).trim());
const cells = (table, row) => [...all(table, 'tbody tr')[row].children].map((cell) => read(cell).trim());
const many = (n, make = account) => Array.from({length: n}, (_, index) => make(`${make.name}-${String(index).padStart(3, '0')}`));

const onThePortfolio = (query, accounts, body) =>
  withPlatform([paged(accounts)], async (asked) => {
    goTo(`/portfolio${query}`);
    const table = await show('account-table', {currency: 'USD', at: AT});
    await until(() => all(table, 'tbody tr').length || read(table).includes('0 accounts'));
    await body(table, asked);
  });

test('shows who stays', () =>
  onThePortfolio('?sort=score', [churned('x'), account('a'), account('b')], async (table) => {
    equal(names(table), ['a', 'b']);
  }));

test('shows who left when asked, without figures', () =>
  onThePortfolio('?band=churned', [account('a'), churned('x'), churned('y', null)], async (table) => {
    equal(names(table), ['x', 'y']);
    equal(cells(table, 0).slice(-4), ['none', 'none', 'none', 'none']);
    equal(cells(table, 0).slice(-4), cells(table, 1).slice(-4));
  }));

test('offers to look among those that left when nobody else fits', () =>
  onThePortfolio('?q=x', [churned('x')], async (table) => {
    press(table, 'Look among churned');
    await until(() => names(table).length === 1);
    equal(names(table), ['x']);
  }));

test('saves what is shown', () =>
  onThePortfolio('', [account('a'), churned('x')], async (table) => {
    const made = [];
    const own = URL.createObjectURL;
    URL.createObjectURL = (blob) => made.push(blob) && 'data:,';
    press(table, 'CSV');
    const [blob] = await until(() => made.length && made);
    URL.createObjectURL = own;
    const lines = (await blob.text()).trim().split('\r\n').slice(1);
    equal(
      lines.map((line) => line.split(',')[0]),
      ['a'],
    );
  }));

test('tells a renewal that lapsed from one to come', () =>
  onThePortfolio('', [account('a', {renewsOn: '2026-09-28'}), account('b', {renewsOn: '2026-11-22'})], async (table) => {
    equal(cells(table, 0).at(-4), 'lapsed 28 Sep');
    equal(cells(table, 1).at(-4), '22 Nov');
  }));

test('asks once for a page that does not come, and again when a person does', () =>
  onThePortfolio('?sort=score', many(60), async (table, asked) => {
    await until(() => names(table).length >= 50);
    const own = window.fetch;
    let refused = 0;
    window.fetch = async (path, options) => (String(path).includes('cursor=') ? (refused++, Promise.reject(new Error('away'))) : own(path, options));
    route.set({sort: '-score'});
    await until(() => {
      scrollTo(0, document.documentElement.scrollHeight);
      return refused;
    });
    await new Promise(requestAnimationFrame);
    equal(refused, 1);
    window.fetch = own;
    press(table, 'Load more');
    await until(() => names(table).length === 60);
    equal(asked.some((path) => path.includes('sort=-score') && path.includes('cursor=50')), true);
  }));

test('leads back to the row it was left from', () =>
  onThePortfolio('', many(180), async (table) => {
    await until(() => names(table).length >= 50);
    await until(() => {
      scrollTo(0, document.documentElement.scrollHeight);
      return names(table).length > 120;
    });
    scrollTo(0, 900);
    const before = history.length;
    route.go('/accounts/account-100');
    table.remove();
    equal(scrollY, 0);
    equal(history.length > before, true);
    history.back();
    await until(() => location.pathname === '/portfolio');
    const again = await show('account-table', {currency: 'USD', at: AT});
    await until(() => scrollY === 900);
    equal(names(again).length > 120, true);
  }));

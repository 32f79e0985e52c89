import {equal, test} from './runner.js';
import {goTo, press, read, route, show, until, withPlatform} from './platform.js';
import '/console/account/account-page.js';
import {notices} from '/console/core/notices.js';

const AT = '2026-11-22T09:30:00Z';
const platform = [
  [/\/health$/, ({asOf}) => ({at: asOf ?? AT, score: 71, band: 'watch', bandSince: '2026-10-01T00:00:00Z', coverage: 1, axes: []})],
  [/\/accounts\/a$/, () => ({accountId: 'a', name: 'Ardent', churnedOn: null, mrr: '0', arr: '0', currency: 'USD'})],
];

const onTheAccount = (query, body) =>
  withPlatform(platform, async (asked) => {
    goTo(`/accounts/a${query}`);
    const page = await show('account-page');
    await until(() => asked.some((path) => path.includes('/health/history')));
    await body(asked, page);
  });

test('asks for another range as soon as it is chosen', () =>
  onTheAccount('', async (asked, page) => {
    await until(() => asked.some((path) => /history\?from=2026-08-24/.test(path)));
    press(page, '180');
    await until(() => asked.some((path) => /history\?from=2026-05-26/.test(path)));
    equal(location.search, '?range=180');
  }));

test('compares with the end of a day, as the history shows it', () =>
  onTheAccount('', async (asked) => {
    const compared = await until(() => asked.find((path) => path.includes('/health?asOf=')));
    equal(compared, '/api/v1/accounts/a/health?asOf=2026-10-23T23%3A59%3A59Z');
  }));

const documents = (page) => [...page.renderRoot.querySelectorAll('.head a[target=_blank]')].map((link) => link.getAttribute('href'));

test('leads to the documents to print, of the same day', async () => {
  await onTheAccount('', async (_, page) => {
    await until(() => documents(page).length);
    equal(documents(page), ['/api/v1/accounts/a/data-sheet?format=html', '/api/v1/accounts/a/value-report?format=html']);
  });
  await onTheAccount('?asOf=2026-10-23T23:59:59Z', async (_, page) => {
    await until(() => documents(page).length);
    equal(documents(page)[1], '/api/v1/accounts/a/value-report?format=html&asOf=2026-10-23T23%3A59%3A59Z');
  });
});

test('asks nothing about the page that it is left for', () =>
  onTheAccount('', async (asked, page) => {
    route.go('/portfolio');
    await page.updateComplete;
    page.requestUpdate();
    await page.updateComplete;
    equal(
      asked.filter((path) => path.includes('undefined')),
      [],
    );
  }));

test('leads from an account that was merged to the one it is, and says so once', async () => {
  const said = [];
  const listen = ({detail}) => said.push(detail.text);
  notices.addEventListener('toast', listen);
  const merged = {status: 404, code: 'account_merged', accountId: 'a', detail: 'merged'};
  const gone = [/\/accounts\/gone/, () => new Response(JSON.stringify(merged), {status: 404})];
  await withPlatform([gone, ...platform], async () => {
    goTo('/accounts/gone?range=365');
    const page = await show('account-page');
    await until(() => read(page).includes('Ardent'));
    equal(location.pathname + location.search, '/accounts/a?range=365');
    equal(said, ['gone was merged into a, which this page shows.']);
    equal(read(page).includes('never had'), false);
  });
  notices.removeEventListener('toast', listen);
});

test('shows now, says so and mends the address when its day says nothing', async () => {
  const said = [];
  const listen = ({detail}) => said.push(detail.text);
  notices.addEventListener('toast', listen);
  await onTheAccount('?asOf=rubbish&range=365', async () => {
    equal(said, ['The address said asOf=rubbish, which is no day. It was left out.']);
    equal(location.search, '?range=365');
  });
  notices.removeEventListener('toast', listen);
});

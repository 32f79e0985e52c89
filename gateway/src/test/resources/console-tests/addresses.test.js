import {equal, test} from './runner.js';
import {accountPath, address} from '/console/core/api.js';
import {accountLink, backtestLink, modelLink, pageAt} from '/console/core/route.js';

const NOW = Date.parse('2026-11-22T09:00:00Z');
const at = (path) => pageAt(new URL(path, location.origin), NOW);

test('leaves empty values out of an address', () => {
  equal(address('/api/v1/accounts', {band: 'at_risk', q: '', owner: null, limit: 50}), '/api/v1/accounts?band=at_risk&limit=50');
});

test('encodes an account id as one segment and reads it back', () => {
  const id = 'a/b;c%d\\e & Söhne';
  equal(accountPath(id, '/health').split('/').length, 6);
  equal(at(accountLink(id)).params, {accountId: id});
});

test('knows the pages and their queries', () => {
  equal(at('/').page, 'portfolio');
  equal(at('/revenue?period=2026-05&span=year'), {page: 'revenue', params: {}, query: {period: '2026-05', span: 'year'}, wrong: []});
  equal(at('/accounts/a/b').page, 'nowhere');
  equal(at('/accounts/%zz').page, 'nowhere');
});

test('knows the list of models and one of them', () => {
  equal(at('/models').page, 'models');
  equal(at(`${modelLink('enterprise-v1')}?view=bands&signal=silence_days`), {
    page: 'model',
    params: {modelId: 'enterprise-v1'},
    query: {view: 'bands', signal: 'silence_days'},
    wrong: [],
  });
  equal(at('/models/a?view=mirror').query, {});
});

test('knows the backtests of a model and one of them', () => {
  equal(at(`${modelLink('small-v1')}?view=backtests`).query, {view: 'backtests'});
  equal(at(`${modelLink('small-v1')}?view=simulation`).query, {view: 'simulation'});
  equal(at(backtestLink('small-v1', 'b 1')), {page: 'backtest', params: {modelId: 'small-v1', backtestId: 'b 1'}, query: {}, wrong: []});
});

test('takes a day for its end', () => {
  equal(at('/accounts/a?asOf=2026-10-23').query, {asOf: '2026-10-23T23:59:59Z'});
  equal(at('/accounts/a?asOf=2026-10-23T08:00:00%2B02:00').query, {asOf: '2026-10-23T08:00:00+02:00'});
});

test('keeps what says nothing out of the query and tells why', () => {
  const wrong = {
    '/accounts/a?asOf=rubbish': 'asOf is no day',
    '/accounts/a?asOf=2026-02-31': 'asOf is no day',
    '/accounts/a?asOf=2026-10-23T25:00:00Z': 'asOf is no day',
    '/accounts/a?asOf=2026-11-22T09:00:01Z': 'asOf is later than now',
    '/accounts/a?range=7': 'range is none of 90, 180, 365',
    '/revenue?period=2026-13': 'period is no month',
    '/revenue?period=2026-12': 'period is a month to come',
    '/portfolio?band=purple': 'band is none of ',
    '/portfolio?sort=-luck': 'sort is none of ',
  };
  for (const [path, expected] of Object.entries(wrong)) {
    const read = at(path);
    equal(read.query, {});
    equal(
      read.wrong.map(({name, why}) => `${name} ${why}`.startsWith(expected)),
      [true],
    );
  }
});

test('leaves alone what is no part of the page', () => {
  equal(at('/revenue?asOf=rubbish&constructor=1'), {page: 'revenue', params: {}, query: {}, wrong: []});
});

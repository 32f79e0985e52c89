import {equal, test} from './runner.js';
import {accountPath, address} from '/console/core/api.js';
import {accountLink, pageAt} from '/console/core/route.js';

const at = (path) => pageAt(new URL(path, location.origin));

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
  equal(at('/revenue?period=2026-05&span=year'), {page: 'revenue', params: {}, query: {period: '2026-05', span: 'year'}});
  equal(at('/accounts/a/b').page, 'nowhere');
  equal(at('/accounts/%zz').page, 'nowhere');
});

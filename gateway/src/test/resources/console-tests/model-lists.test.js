import {equal, test} from './runner.js';
import {draft, inForce, smallModel} from './scoring-models.js';
import {beginnings, comparedWith, originOf, reviewOf, sortedOut} from '/console/models/model-lists.js';

const second = {...inForce({...smallModel(), version: 2}), id: 'small-v2', publishedAt: '2026-06-01T00:00:00Z'};
const first = {...inForce(), inForce: false};
const mine = draft();
const items = [mine, first, second];
const NOW = Date.parse('2027-02-20T15:00:00Z');

test('says until when a version was in force', () => {
  const {published, drafts} = sortedOut(items);
  equal(
    published.map(({id, until}) => [id, until]),
    [
      ['small-v2', null],
      ['small-v1', '2026-06-01T00:00:00Z'],
    ],
  );
  equal(
    drafts.map(({id}) => id),
    [mine.id],
  );
});

test('compares with the model in force, and that with the one before', () => {
  equal(comparedWith(mine, items).id, 'small-v2');
  equal(comparedWith(first, items).id, 'small-v2');
  equal(comparedWith(second, items).id, 'small-v1');
  equal(comparedWith(inForce(), [inForce()]), undefined);
});

test('begins with the model in force first, and with what comes with Holdfast', () => {
  equal(
    beginnings(items).map(({id}) => id),
    ['small-v2', 'small-v1', 'enterprise-v2', 'enterprise-v1', 'full-relationship-v1', 'starter-v1'],
  );
});

test('knows what a draft was begun from', () => {
  equal(originOf(mine), 'small-v1');
  equal(originOf(draft({name: 'New'})), null);
});

test('marks a review that is due or overdue', () => {
  const on = (reviewDueOn) => reviewOf({reviewDueOn}, NOW);
  equal(on('2027-06-01'), {state: 'later', words: 'Review due 1 Jun'});
  equal(on('2027-03-22'), {state: 'soon', words: 'Review due in 30 days'});
  equal(on('2027-02-20'), {state: 'soon', words: 'Review due today'});
  equal(on('2027-02-19'), {state: 'over', words: 'Review overdue by 1 day'});
});

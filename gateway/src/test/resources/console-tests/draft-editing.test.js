import {equal, test} from './runner.js';
import {withPlatform} from './platform.js';
import {draft, smallModel} from './scoring-models.js';
import {DraftEditing} from '/console/models/draft-editing.js';

const WEIGHT = '/axes/0/weight';
const tagged = (item, tag) => new Response(JSON.stringify(item), {status: 200, headers: {'Content-Type': 'application/json', ETag: tag}});
const problem = (status, body) => new Response(JSON.stringify({status, ...body}), {status});

/** A draft as it was just read. */
function begun(item = draft()) {
  sessionStorage.clear();
  return new DraftEditing({item, tag: '"1"'}, () => {});
}

test('reads a field as it is typed and writes it anew when it is left', () => {
  const editing = begun();
  editing.type(WEIGHT, 'percent', '65,');
  equal([editing.document.axes[0].weight, editing.typedAt(WEIGHT), editing.dirty], [0.65, '65,', true]);
  editing.settle(WEIGHT);
  equal(editing.typedAt(WEIGHT), undefined);
});

test('keeps the last value while a field says nothing, and does not save', () =>
  withPlatform([], async (asked) => {
    const editing = begun();
    editing.type(WEIGHT, 'percent', 'much');
    equal(editing.document.axes[0].weight, 0.7);
    equal(editing.faultsAt(WEIGHT).length, 1);
    equal(editing.toMend, []);
    equal(await editing.save(), false);
    equal([asked.length, editing.toMend.length], [0, 1]);
  }));

test('is as it was when an edit is typed back', () => {
  const editing = begun();
  editing.type(WEIGHT, 'percent', '65');
  editing.type(WEIGHT, 'percent', '70');
  equal(editing.dirty, false);
});

test('saves only over what was read, and goes on from what was saved', () =>
  withPlatform(
    [[/scoring-models/, (_, path, {method, headers, body}) => (method === 'PUT' && headers['If-Match'] === '"1"' ? tagged({...draft(body.model), changedAt: '2026-06-15T17:30:00Z'}, '"2"') : problem(400, {}))]],
    async () => {
      const editing = begun();
      editing.type(WEIGHT, 'percent', '65');
      equal(await editing.save(), true);
      equal([editing.dirty, editing.document.axes[0].weight, editing.item.changedAt], [false, 0.65, '2026-06-15T17:30:00Z']);
      editing.hear({item: draft(), tag: '"1"'});
      equal(editing.document.axes[0].weight, 0.65);
    },
  ));

test('tells every fault at its place until the place is edited', () =>
  withPlatform(
    [
      [
        /scoring-models/,
        () =>
          problem(422, {
            code: 'faulty_model',
            errors: [
              {pointer: '/axes', code: 'weights_sum', detail: 'The weights sum to 1.1; they must sum to 1'},
              {pointer: '/axes/0/signals/0/curve/1', code: 'invalid_curve', detail: 'one way'},
              {pointer: '/axes/0/signals/0/curve/2', code: 'invalid_curve', detail: 'one way'},
              {pointer: '/name', code: 'missing', detail: "'name' is missing"},
            ],
          }),
      ],
    ],
    async () => {
      const editing = begun();
      editing.type(WEIGHT, 'percent', '80');
      equal(await editing.save(), false);
      equal(editing.toMend.length, 4);
      equal(editing.faultsIn('/axes/0').length, 2);
      editing.type(WEIGHT, 'percent', '70');
      editing.type('/axes/0/signals/0/curve/1/1', 'number', '60');
      equal(
        editing.toMend.map(({pointer}) => pointer),
        ['/name'],
      );
    },
  ));

const theirs = () => ({...draft({...smallModel(), name: 'Theirs'}), changedAt: '2026-06-15T18:00:00Z'});

test('does not overwrite what somebody else saved, and loses nothing', () =>
  withPlatform(
    [[/scoring-models/, (_, path, {method, headers, body}) => (method === 'PUT' ? (headers['If-Match'] === '"9"' ? tagged(draft(body.model), '"10"') : problem(412, {code: 'changed_meanwhile'})) : tagged(theirs(), '"9"'))]],
    async () => {
      const editing = begun();
      editing.type(WEIGHT, 'percent', '65');
      equal(await editing.save(), false);
      equal([editing.overtaken.item.model.name, editing.document.axes[0].weight, editing.dirty], ['Theirs', 0.65, true]);
      editing.keepMine();
      equal(await editing.save(), true);
      equal(editing.document.name, 'Small');
    },
  ));

test('follows somebody else while nothing is edited, and can take theirs', () => {
  const editing = begun();
  editing.hear({item: theirs(), tag: '"9"'});
  equal([editing.document.name, editing.dirty], ['Theirs', false]);

  const other = begun();
  other.type(WEIGHT, 'percent', '65');
  other.hear({item: theirs(), tag: '"9"'});
  equal(other.document.name, 'Small');
  other.takeTheirs();
  equal([other.document.name, other.dirty, other.overtaken], ['Theirs', false, null]);
});

test('keeps edits that are not saved while the page is left', () => {
  const editing = begun();
  editing.type(WEIGHT, 'percent', '65');
  const back = new DraftEditing({item: draft(), tag: '"1"'}, () => {});
  equal([back.document.axes[0].weight, back.dirty, back.overtaken], [0.65, true, null]);
  const late = new DraftEditing({item: theirs(), tag: '"9"'}, () => {});
  equal([late.document.axes[0].weight, late.overtaken.tag], [0.65, '"9"']);
  back.revert();
  equal(new DraftEditing({item: draft(), tag: '"1"'}, () => {}).dirty, false);
});

test('takes the whole as JSON and says why it cannot be read', () => {
  const editing = begun();
  editing.typeJson('{"name": "Whole"}');
  equal([editing.document, editing.text, editing.unreadable], [{name: 'Whole'}, '{"name": "Whole"}', '']);
  editing.typeJson('{"name": ');
  equal([Boolean(editing.unreadable), editing.document.name, editing.text], [true, 'Whole', '{"name": ']);
  editing.typeJson('[1]');
  equal(editing.unreadable, 'A model is an object: { … }');
  const undo = editing.revert();
  equal([editing.dirty, editing.document.name], [false, 'Small']);
  undo();
  equal(editing.document.name, 'Whole');
});

test('publishes only what was reviewed', () =>
  withPlatform([[/publish$/, (_, path, {headers, body}) => ({id: 'small-v2', ...body, tag: headers['If-Match']})]], async () => {
    const editing = begun();
    equal(await editing.publish('Review'), {id: 'small-v2', reason: 'Review', tag: '"1"'});
  }));

test('shows what somebody else saved before it publishes that', () =>
  withPlatform(
    [[/scoring-models/, (_, path, {method}) => (method === 'POST' ? problem(412, {code: 'changed_meanwhile'}) : tagged(theirs(), '"9"'))]],
    async () => {
      const editing = begun();
      equal(await editing.publish('Review'), undefined);
      equal([editing.document.name, editing.overtaken, editing.dirty], ['Theirs', null, false]);
      equal(editing.refusal, 'R. Castel saved the draft meanwhile. It is shown as it is now; look at it again.');
    },
  ));

test('says that a draft is gone', () =>
  withPlatform([[/scoring-models/, () => problem(404, {code: 'unknown_model'})]], async () => {
    const editing = begun();
    equal(await editing.discard(), false);
    equal(editing.refusal, 'The draft is gone: somebody published or discarded it.');
  }));

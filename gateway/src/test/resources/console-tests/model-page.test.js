import {equal, test} from './runner.js';
import {all, goTo, press, read, show, until, withPlatform} from './platform.js';
import {draft, inForce, smallModel} from './scoring-models.js';
import '/console/models/model-page.js';
import '/console/models/models-page.js';

const edited = () => {
  const model = smallModel();
  model.axes[0].weight = 0.65;
  return draft(model);
};
const one = (item) => () => new Response(JSON.stringify(item), {headers: {ETag: '"1"', 'Content-Type': 'application/json'}});

/** The page of one model, when it shows what is asked for. */
async function opened(item, body, {others = [], query = ''} = {}) {
  sessionStorage.clear();
  const items = [...new Map([inForce(), item, ...others].map((each) => [each.id, each])).values()];
  await withPlatform(
    [
      [new RegExp(`/scoring-models/${item.id}$`), (_, path, request) => (request.method === 'GET' ? one(item)() : body.answer(request))],
      [/\/scoring-models$/, () => ({items})],
    ],
    async (asked) => {
      goTo(`/models/${item.id}${query}`);
      const page = await show('model-page');
      await until(() => read(page).includes(item.model.name) && all(page, 'model-weights, model-bands, model-differences, model-json').length);
      await until(() => page.models.value);
      await page.updateComplete;
      await body(page, asked);
    },
  );
}

const fieldAt = (page, pointer) => all(page, 'input').find((field) => field.dataset.pointer === pointer);

function type(page, pointer, text) {
  const field = fieldAt(page, pointer);
  field.value = text;
  field.dispatchEvent(new Event('input'));
  field.dispatchEvent(new Event('change'));
}

test('shows a published model with its weights, measures and curves, and no field', () =>
  opened(inForce(), async (page) => {
    const said = read(page);
    for (const words of ['In force', 'by C. Whitlock: Quarterly review', 'People active in the last 7 days, against the own baseline', '42%', 'of own baseline']) {
      equal([words, said.includes(words)], [words, true]);
    }
    equal(
      all(page, '.cspark').map((curve) => curve.getAttribute('aria-label')),
      ['Curve: 0% gives 0, 70% gives 60, 100% gives 100', 'Curve: 30% gives 0, 80% gives 100', 'Curve: 0 gives 100, 60 gives 0'],
    );
    equal(all(page, 'input').length, 0);
    await until(() => all(page, 'button').some((button) => read(button).trim() === 'New draft'));
  }));

test('says how bands are entered and that the prior is not learnt', () =>
  opened(
    inForce(),
    async (page) => {
      const said = read(page);
      for (const words of ['prior, not learnt', 'below 40', '72 hours', 'at once', 'less than 50% of the weight']) {
        equal([words, said.includes(words)], [words, true]);
      }
    },
    {query: '?view=bands'},
  ));

test('shows the sum of a draft while it is typed', () =>
  opened(edited(), async (page) => {
    await until(() => fieldAt(page, '/axes/0/weight'));
    equal(read(page).includes('Sum is 95%, 5% missing'), true);
    type(page, '/axes/0/weight', '75');
    await until(() => read(page).includes('Sum is 105%, 5% too much'));
    type(page, '/axes/0/weight', '70');
    await until(() => !read(page).includes('Sum is'));
    equal(read(page).includes('no difference yet'), true);
  }));

test('shows to who may not edit all of a draft and no way to change it', () =>
  opened(edited(), async (page) => {
    page.mayEdit = false;
    await page.updateComplete;
    await until(() => all(page, 'input').length === 0);
    equal(read(page).includes('Draft, 1 difference'), true);
    equal(
      all(page, 'button').map((button) => read(button).trim()).filter(Boolean),
      [],
    );
  }));

test('leads from a fault to its field', () => {
  const body = async (page) => {
    await until(() => fieldAt(page, '/axes/0/weight'));
    type(page, '/axes/0/weight', '60');
    await page.updateComplete;
    press(page, 'Save draft');
    await until(() => read(page).includes('Not saved: 2 faults to mend'));
    press(page, 'Days overdue, point 2 of the curve');
    const field = await until(() => fieldAt(page, '/axes/1/signals/0/curve/1/1'));
    equal(field.getAttribute('aria-invalid'), 'true');
    equal(new URLSearchParams(location.search).get('signal'), 'overdue');
    press(page, 'Model');
    await until(() => all(page, 'textarea').some((area) => area.value.startsWith('{')));
  };
  body.answer = () =>
    new Response(
      JSON.stringify({
        status: 422,
        code: 'faulty_model',
        errors: [
          {pointer: '/axes/1/signals/0/curve/1', code: 'invalid_curve', detail: 'A curve goes one way'},
          {pointer: '', code: 'invalid_model', detail: 'Something else'},
        ],
      }),
      {status: 422},
    );
  return opened(edited(), body);
});

test('asks for a reason before it publishes', () =>
  opened(edited(), async (page, asked) => {
    await until(() => all(page, 'publish-draft').length && all(page, 'dialog').length);
    all(page, 'publish-draft')[0].renderRoot.querySelector('button').click();
    const dialog = await until(() => all(page, 'dialog').find((each) => each.open));
    equal(read(dialog).includes('1 difference to small-v1'), true);
    dialog.querySelector('button[type=submit]').click();
    await until(() => read(dialog).includes('Say in a sentence'));
    equal(
      asked.some((path) => path.endsWith('/publish')),
      false,
    );
    dialog.close();
  }));

test('tells what another model says otherwise, against any one chosen', () => {
  const other = {...inForce({...smallModel(), name: 'Older'}), id: 'small-v0', inForce: false, publishedAt: '2025-01-01T00:00:00Z'};
  return opened(
    edited(),
    async (page) => {
      equal(read(page).includes('Older'), true);
      equal(
        all(all(page, 'model-differences')[0], 'tbody tr').map((row) => read(row).trim().replace(/\s+/g, ' ')),
        ['Model Name Older → Small', 'Use Weight 70% → 65%'],
      );
    },
    {others: [other], query: '?view=differences&against=small-v0'},
  );
});

test('lists the model in force, drafts and earlier versions', () =>
  withPlatform([[/\/scoring-models$/, () => ({items: [inForce(), edited()]})]], async () => {
    goTo('/models');
    const page = await show('models-page');
    await until(() => read(page).includes('Published versions'));
    const said = read(page);
    for (const words of ['small-v1 in force since', '1 draft, 1 published version', '1 difference', 'R. Castel', 'Quarterly review']) {
      equal([words, said.includes(words)], [words, true]);
    }
  }));

test('offers nothing on the page of models that a person may not see', () =>
  withPlatform([[/\/scoring-models$/, () => new Response(JSON.stringify({status: 403, title: 'Forbidden'}), {status: 403})]], async () => {
    goTo('/models');
    const page = await show('models-page');
    await until(() => read(page).includes('Models need the scope models:read'));
    equal(all(page, 'button').length, 0);
  }));

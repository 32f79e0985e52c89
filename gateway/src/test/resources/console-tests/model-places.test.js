import {equal, test} from './runner.js';
import {smallModel} from './scoring-models.js';
import {placeOf, placeWords} from '/console/models/fault-places.js';
import {jsonPlaces, lineOf} from '/console/models/json-places.js';
import {jsonText} from '/console/models/json-text.js';
import {readModel} from '/console/models/model-reading.js';
import {covers, pointerOf, valueAt, withValueAt} from '/console/models/pointers.js';

const model = readModel(smallModel());

test('finds a value by its pointer, and nothing where there is none', () => {
  equal(valueAt(smallModel(), '/axes/0/signals/1/weight'), 0.4);
  equal(valueAt({'a/b': {'~': 1}}, pointerOf('a/b', '~')), 1);
  equal(valueAt({a: 1}, '/a/b/c'), undefined);
  equal(valueAt({a: 1}, '/constructor'), undefined);
});

test('puts a value into a copy and leaves the original and the rest alone', () => {
  const before = smallModel();
  const after = withValueAt(before, '/axes/0/signals/0/curve/1/1', 55);
  equal(before, smallModel());
  equal(after.axes[0].signals[0].curve[1], [0.7, 55]);
  equal(after.axes[1] === before.axes[1], true);
});

test('tells a place around another from one that only begins alike', () => {
  equal([covers('/axes/1', '/axes/1/weight'), covers('/axes/1', '/axes/1'), covers('/axes/1', '/axes/10'), covers('', '/axes')], [true, true, false, true]);
});

test('writes JSON as the models that come with Holdfast are written', () => {
  const lines = jsonText(smallModel()).split('\n');
  equal(JSON.parse(lines.join('\n')), smallModel());
  equal(lines.includes('    "healthy": { "enter": 75, "leave": 70 },'), true);
  equal(lines.includes('          "curve": [[0, 0], [0.7, 60], [1, 100]]'), true);
});

test('finds the line of a place however the JSON is laid out', () => {
  const text = '{\n "a" : [1,\n  {"b/c": "x,]}\\"",\n   "d": -1.5e3 }\n ],\n "e": {},\n "f": []\n}';
  const places = jsonPlaces(text);
  equal(
    ['', '/a', '/a/0', '/a/1', '/a/1/b~1c', '/a/1/d', '/e', '/f', '/a/1/gone', '/gone'].map((place) => lineOf(text, places, place)),
    [1, 2, 2, 3, 3, 4, 6, 7, 3, 1],
  );
});

test('leads a fault to the field where it is mended', () => {
  const to = (pointer, code = 'out_of_range') => placeOf(model, {pointer, code});
  equal(to('/axes/0/signals/1/weight'), {view: '', signal: 'seats', pointer: '/axes/0/signals/1/weight'});
  equal(to('/axes', 'weights_sum').pointer, '/axes/0/weight');
  equal(to('/axes/1/signals', 'weights_sum').pointer, '/axes/1/signals/0/weight');
  equal(to('/axes/0/signals/0/curve/2', 'invalid_curve'), {view: '', signal: 'people', pointer: '/axes/0/signals/0/curve/2/1'});
  equal(to('/bands/watch', 'unreachable_band'), {view: 'bands', pointer: '/bands/watch/enter'});
  equal(to('/coverageFloor').view, 'bands');
  equal(to('/prior/probabilities/at_risk').view, 'bands');
});

test('leads a fault without a field to its line in the JSON', () => {
  const to = (pointer, code) => placeOf(model, {pointer, code}).view;
  equal([to('/name', 'missing'), to('/axes/0/signals/0/measure', 'unknown_measure'), to('/axes', 'missing'), to('/bands/watch', 'wrong_type')], ['json', 'json', 'json', 'json']);
});

test('names a place in the words of the page', () => {
  equal(
    ['/axes', '/axes/0/signals', '/axes/0/signals/1/weight', '/axes/0/signals/0/curve/2/0', '/bands/at_risk/enter', '/prior/probabilities/at_risk', '/nonsense'].map((place) =>
      placeWords(model, place),
    ),
    ['Weights of the axes', 'Use, weights of its signals', 'Seats, weight', 'People, point 3 of the curve', 'Band at risk, entered at', 'Churn probability, At risk', 'nonsense'],
  );
});

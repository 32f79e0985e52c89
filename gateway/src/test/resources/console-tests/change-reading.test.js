import {equal, test} from './runner.js';
import {changeWords, partWords} from '/console/account/change-reading.js';

test('tells how far the score moved, and from where to where', () => {
  equal(
    changeWords({change: -12.4, scoreFrom: 74.2, scoreTo: 61.8, parts: [{}]}),
    'The score fell by 12.40 points, from 74.20 to 61.80.',
  );
});

test('tells a score that stands still from one whose parts made up for each other', () => {
  equal(changeWords({change: 0, scoreTo: 74.2, parts: []}), 'The score is 74.20 as it was, and nothing moved it.');
  equal(changeWords({change: 0, scoreTo: 74.2, parts: [{}, {}]}), 'The score is 74.20 as it was: what moved it made up for each other.');
});

test('says why there is no change', () => {
  equal(changeWords({change: null, sentence: 'No change can be given', parts: []}), 'No change can be given.');
});

test('does not repeat the name of a part', () => {
  equal(partWords({name: 'Silence', sentence: 'Silence: last meeting 40 days ago; before: 10 days ago'}), 'Last meeting 40 days ago; before: 10 days ago');
  equal(partWords({name: 'Scoring model', sentence: 'Scored by enterprise-v2'}), 'Scored by enterprise-v2');
});

import {equal, test} from './runner.js';
import {SteadyRows} from '/console/portfolio/steady-rows.js';

const rows = (...names) => names.map((accountId) => ({accountId, score: 50}));
const ids = ({rows: shown}) => shown.map(({accountId}) => accountId);

test('keeps the order until it is asked for the new one', () => {
  const steady = new SteadyRows();
  steady.of('q', rows('a', 'b', 'c'));
  const changed = steady.of('q', rows('c', 'a', 'b'));
  equal(ids(changed), ['a', 'b', 'c']);
  equal(changed.moved, 3);
  steady.release();
  equal(ids(steady.of('q', rows('c', 'a', 'b'))), ['c', 'a', 'b']);
});

test('adds newcomers at the end and drops who is gone', () => {
  const steady = new SteadyRows();
  steady.of('q', rows('a', 'b'));
  equal(ids(steady.of('q', rows('new', 'b'))), ['b', 'new']);
});

test('starts anew with another question', () => {
  const steady = new SteadyRows();
  steady.of('q', rows('a', 'b'));
  equal(ids(steady.of('other', rows('b', 'a'))), ['b', 'a']);
});

test('tells what a score was', () => {
  const steady = new SteadyRows();
  steady.of('q', rows('a'));
  equal([...steady.of('q', [{accountId: 'a', score: 41}]).changed], [['a', 'Score was 50']]);
});

import {equal, test} from './runner.js';
import {csv} from '/console/core/csv.js';

const columns = [
  ['name', (row) => row.name],
  ['change', (row) => row.change],
];
const lines = (...rows) => csv(columns, rows).split('\r\n').slice(1, -1);

test('quotes what holds a comma, a quote or a line', () => {
  equal(lines({name: 'Brück, "Söhne"', change: 1}, {name: 'two\nlines', change: null}), ['"Brück, ""Söhne""",1', '"two\nlines",']);
});

test('keeps numbers numbers and makes formulas text', () => {
  equal(lines({name: '=cmd()', change: -12.5}, {name: '-cmd', change: '+1'}), ["'=cmd(),-12.5", "'-cmd,'+1"]);
});

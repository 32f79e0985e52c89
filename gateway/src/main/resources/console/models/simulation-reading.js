import {sum, toNumber, units} from '../core/exact.js';
import {bandOrder, bandWords} from '../core/wording.js';
import {isKnown} from '../core/known.js';

const place = (band) => bandOrder.indexOf(band);
const compareUnits = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const compare = {
  name: (a, b) => a.name.localeCompare(b.name),
  from: (a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to),
  to: (a, b) => place(a.to) - place(b.to) || place(a.from) - place(b.from),
  arr: (a, b) => compareUnits(units(a.arr), units(b.arr)),
  change: (a, b) => changeOf(a) - changeOf(b),
};

/** How far the score moves; without one of the two it does not. */
export const changeOf = ({scoreBefore, scoreAfter}) => (isKnown(scoreBefore) && isKnown(scoreAfter) ? Number(scoreAfter) - Number(scoreBefore) : 0);

/** `sort` is a column, with a minus before it for the other way round. */
export function sorted(accounts, sort) {
  const by = compare[sort.replace(/^-/, '')];
  const sign = sort.startsWith('-') ? -1 : 1;
  return accounts.toSorted((a, b) => sign * by(a, b) || a.name.localeCompare(b.name));
}

/** The next order when the head of a column is pressed: names and bands begin upwards, figures downwards. */
export function nextSort(sort, column) {
  const first = column === 'arr' || column === 'change' ? `-${column}` : column;
  const other = first.startsWith('-') ? column : `-${column}`;
  return sort === first ? other : first;
}

/** Who would go to a better band and who to a worse one: {better: {accounts, arr}, worse, other}; unknown is neither. */
export function directions(moves) {
  const kinds = {better: [], worse: [], other: []};
  for (const move of moves) {
    const isUnknown = move.from === 'unknown' || move.to === 'unknown';
    kinds[isUnknown ? 'other' : place(move.to) < place(move.from) ? 'better' : 'worse'].push(move);
  }
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, of]) => [
      kind,
      {accounts: of.reduce((total, {accounts}) => total + accounts, 0), arr: toNumber(sum(of.map(({arr}) => arr)))},
    ]),
  );
}

/** Those who move and those who are held where they are, as lines of a file. */
export const csvColumns = [
  ['account_id', (row) => row.accountId],
  ['account', (row) => row.name],
  ['from_band', (row) => row.from ?? row.band],
  ['to_band', (row) => row.to ?? row.band],
  ['band_without_override', (row) => row.computedBand],
  ['score_before', (row) => row.scoreBefore],
  ['score_after', (row) => row.scoreAfter],
  ['arr', (row) => row.arr],
];

export const wordOf = (band) => bandWords[band] ?? bandWords.unknown;

import {apportion, sum, toNumber, units} from '../core/exact.js';

export const movements = ['new', 'reactivation', 'expansion', 'contraction', 'churn', 'fx', 'restatement'];
const churnKinds = ['voluntary', 'involuntary', 'unclassified'];
const decimal = (value) => {
  const digits = String(value < 0n ? -value : value).padStart(9, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -8)}.${digits.slice(-8)}`.replace(/\.?0+$/, '');
};

/** Months before the first MRR say nothing. */
export function trimmed(rows) {
  const first = rows.findIndex((row) => [row.start, row.end, ...movements.map((name) => row[name])].some((value) => units(value) !== 0n));
  return first < 0 ? [] : rows.slice(first);
}

/** The rows of the chosen span: a month, its quarter so far, or the twelve months that end with it. */
export function rowsOf(rows, period, span) {
  const end = rows.findIndex((row) => row.period === period);
  const length = span === 'year' ? 12 : span === 'quarter' ? ((Number(period.slice(5)) - 1) % 3) + 1 : 1;
  return rows.slice(Math.max(0, end - length + 1), end + 1);
}

/** One row over several months: first start, summed movements, last end. Accounts are counted only within one month. */
export function together(rows) {
  const [first, last] = [rows[0], rows.at(-1)];
  const all = {
    start: first.start,
    end: last.end,
    from: first.period,
    to: last.period,
    accounts: rows.length === 1 ? first.accounts : undefined,
  };
  for (const name of movements) {
    all[name] = decimal(sum(rows.map((row) => row[name] ?? '0')));
  }
  if (rows.every((row) => row.churnByKind)) {
    all.churnByKind = Object.fromEntries(churnKinds.map((kind) => [kind, decimal(sum(rows.map((row) => row.churnByKind[kind] ?? '0')))]));
  }
  return all;
}

/** What is missing to closing, in exact units: zero. */
export const gap = (row) => units(row.end) - units(row.start) - movements.reduce((total, name) => total + units(row[name] ?? '0'), 0n);

/**
 * The steps of the bridge with printed whole amounts that add up from the printed start to the printed end. How many
 * accounts are in each is told by the single movements, once they are known; until then by the row where it can.
 */
export function bridgeSteps(row, singles) {
  const core = new Set(['new', 'expansion', 'contraction', 'churn', 'voluntary', 'involuntary']);
  const split = row.churnByKind;
  const steps = movements
    .flatMap((name) =>
      name === 'churn' && split
        ? churnKinds.map((kind) => ({name: kind, movement: 'churn', kind, exact: decimal(units(split[kind] ?? '0'))}))
        : [{name, movement: name, exact: decimal(units(row[name] ?? '0'))}],
    )
    .filter(({name, exact}) => core.has(name) || exact !== '0');
  const [start, end] = [Math.round(toNumber(units(row.start))), Math.round(toNumber(units(row.end)))];
  const printed = apportion(
    steps.map(({exact}) => Number(exact)),
    end - start,
  );
  let level = start;
  return {
    start,
    end,
    steps: steps.map((step, index) => {
      const from = level;
      level += printed[index];
      return {
        ...step,
        printed: printed[index],
        from,
        to: level,
        accounts: singles ? accountsIn(singles, step) : step.kind ? undefined : row.accounts?.[step.movement],
      };
    }),
  };
}

const accountsIn = (singles, {movement, kind}) =>
  new Set(singles.filter((one) => one.kind === movement && (!kind || one.churnKind === kind)).map(({accountId}) => accountId)).size;

const won = ['new', 'reactivation', 'expansion'];
const gone = ['contraction', 'churn'];
const added = (row, names) => toNumber(sum(names.map((name) => row[name] ?? '0')));

/** What customers added and what they took away. */
export const wonAndLost = (row) => ({won: added(row, won), lost: -added(row, gone)});

/** The change of a row in the printed amounts of its bridge, so that the sentence adds up as it is read. */
export function printedChange(row) {
  const {start, end, steps} = bridgeSteps(row);
  const of = (names) => steps.reduce((total, {movement, printed}) => total + (names.includes(movement) ? printed : 0), 0);
  return {end, change: end - start, won: of(won), lost: -of(gone), fx: of(['fx']), restatement: of(['restatement'])};
}

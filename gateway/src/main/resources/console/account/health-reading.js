import {apportion} from '../core/exact.js';
import {isKnown} from '../core/known.js';
import {words} from '../core/wording.js';

const total = (numbers) => numbers.reduce((sum, number) => sum + number, 0);

export const bandFloors = (health) => {
  const given = health?.thresholds ?? {};
  return {healthy: Number(given.healthy ?? 75), watch: Number(given.watch ?? 60), at_risk: Number(given.atRisk ?? given.at_risk ?? 40)};
};

const natural = (score, floors) =>
  score >= floors.healthy ? 'healthy' : score >= floors.watch ? 'watch' : score >= floors.at_risk ? 'at_risk' : 'critical';

/**
 * Where the band stands apart from the score: bands are left later than they are entered, and kept for a while before
 * they improve. `leftBelow` is the score under which a band is left downwards, null when it is being kept.
 */
export function lingering(health) {
  const score = Number(health.score);
  const order = ['critical', 'at_risk', 'watch', 'healthy'];
  const apart = order.indexOf(health.band) - order.indexOf(natural(score, bandFloors(health)));
  if (!isKnown(health.score) || health.band === 'unknown' || apart === 0) {
    return null;
  }
  const leave = {healthy: health.leaveBelow?.healthy, watch: health.leaveBelow?.watch, at_risk: health.leaveBelow?.atRisk}[health.band];
  return {leftBelow: apart > 0 && leave !== undefined ? Number(leave) : null, scoreBand: natural(score, bandFloors(health))};
}

/** The score that the signals give, whatever a person judged. */
const computedScore = (health) => (health?.override ? health.computedScore : health?.score);

/** A person's judgement in the place of the computed score, with what it adds to that. */
function overrideOf(health, before) {
  const {override} = health;
  const change = Number((addedTo(health) - (before ? addedTo(before) : 0)).toFixed(1));
  return override ? {...override, printed: addedTo(health), change} : null;
}

/** What an override adds to the computed score, to the printed tenth. */
const addedTo = (health) => Number((Number(Number(health.score).toFixed(1)) - Number(Number(computedScore(health)).toFixed(1))).toFixed(1));

/**
 * The explanation as points taken from 100. Weights are those in force: what is missing has given its weight to the
 * others, so 100 minus all points taken is the score that the signals give. `before` is the explanation some days
 * earlier. An override is added to it.
 */
export function readHealth(health, before) {
  if (!isKnown(computedScore(health))) {
    return null;
  }
  const now = takenBy(health);
  const then = isKnown(computedScore(before)) ? takenBy(before) : null;
  const printedComputed = Number(Number(computedScore(health)).toFixed(1));
  const computedBefore = then ? Number(Number(computedScore(before)).toFixed(1)) : null;
  const printedScore = Number(Number(health.score).toFixed(1));
  const printedBefore = then ? Number(Number(before.score).toFixed(1)) : null;
  const printed = apportion(
    now.map(({taken}) => taken),
    100 - printedComputed,
    1,
  );
  const changes = then ? printedChanges(now, then, printedComputed - computedBefore) : null;
  const weights = apportion(
    now.map(({weight}) => weight),
    1,
    3,
  );
  const rows = now.map((row, index) => ({...row, weight: weights[index], printed: printed[index], change: changes?.[index] ?? null}));
  const absent = missingOf(health);
  const ofModel = (health.axes ?? []).filter(({key}) => key !== 'override');
  const axes = ofModel.map((axis) => axisOf(axis, rows, absent, Boolean(then)));
  const homeless = absent.filter(({axis}) => !axes.some(({key}) => key === axis));
  return {
    printedScore,
    printedComputed,
    printedBefore,
    change: then ? printedScore - printedBefore : null,
    override: overrideOf(health, then ? before : null),
    axes,
    missing: homeless,
    rows,
  };
}

function takenBy(health) {
  const axes = (health.axes ?? [])
    .map((axis) => ({axis, signals: (axis.signals ?? []).filter(({score}) => isKnown(score))}))
    .filter(({signals}) => signals.length);
  const axesWeight = total(axes.map(({axis}) => Number(axis.weight)));
  return axes.flatMap(({axis, signals}) => {
    const share = Number(axis.weight) / axesWeight;
    const inAxis = total(signals.map(({weight}) => Number(weight ?? 1)));
    return signals.map((signal) => {
      const weight = weightInForce(signal, (share * Number(signal.weight ?? 1)) / inAxis);
      return {
        axisKey: axis.key,
        key: signal.key,
        name: signal.name ?? words(signal.key),
        evidence: signal.evidence ?? '',
        sentence: signal.sentence ?? `${signal.name ?? words(signal.key)} ${signal.evidence ?? ''}`,
        score: Number(signal.score),
        weight,
        taken: Math.max(0, 100 * weight - Number(signal.points)),
        facts: {nominalWeight: weight, ...signal, name: signal.name ?? words(signal.key), weight},
      };
    });
  });
}

/** Points say the weight exactly wherever the signal has a score above zero. */
function weightInForce({points, score}, computed) {
  const told = Number(score) > 0 ? Number(points) / Number(score) : computed;
  return Math.abs(told - computed) < 0.002 ? computed : told;
}

function printedChanges(now, then, change) {
  const before = new Map(then.map((row) => [row.key, row.taken]));
  const gone = total(then.filter((row) => !now.some(({key}) => key === row.key)).map(({taken}) => taken));
  const changes = now.map((row) => (before.get(row.key) ?? 0) - row.taken);
  return apportion([...changes, gone], change, 1).slice(0, changes.length);
}

function axisOf(axis, rows, absent, compared) {
  const signals = rows.filter(({axisKey}) => axisKey === axis.key);
  return {
    key: axis.key,
    name: axis.name ?? words(axis.key),
    score: isKnown(axis.score) && signals.length ? Number(axis.score) : null,
    weight: total(signals.map(({weight}) => weight)),
    printed: total(signals.map(({printed}) => printed)),
    change: compared && signals.length ? total(signals.map(({change}) => change ?? 0)) : null,
    signals,
    absent: absent.filter((signal) => signal.axis === axis.key),
  };
}

/** Signals without data that count nothing, each with its axis and the reason, wherever the answer states them. */
export function missingOf(health) {
  const counted = (health.axes ?? []).flatMap((axis) => (axis.signals ?? []).filter(({score}) => isKnown(score)).map(({key}) => key));
  const inAxes = (health.axes ?? []).flatMap((axis) =>
    (axis.signals ?? []).filter(({score}) => !isKnown(score)).map((signal) => ({...signal, axis: axis.key, why: signal.evidence})),
  );
  const stated = (health.missing ?? []).map((item) => (typeof item === 'string' ? {key: item} : item)).filter(({key}) => !counted.includes(key));
  const all = new Map([...inAxes, ...stated].map((item) => [item.key ?? item.signal, item]));
  return [...all].map(([key, item]) => ({key, axis: item.axis, name: item.name ?? words(key), why: item.why ?? ''}));
}

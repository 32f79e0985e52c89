import {fixed, percent, plural} from '../core/wording.js';
import {isKnown} from '../core/known.js';

/** What the verdict comes down to, best first. */
export const verdictWords = {
  usable: 'Usable',
  no_usable_signal: 'No usable signal',
  too_little_history: 'Too little history',
  leak_suspected: 'Leak suspected',
};

const meanings = {
  usable: '0.5 is a coin, 1 is perfect; useful models for churn are mostly between 0.65 and 0.85.',
  no_usable_signal: 'The score may as well be a coin, or little better. Publishing is advised against.',
  too_little_history: 'Fewer than ten accounts left, or fewer than ten stayed. Take a longer time, or wait.',
  leak_suspected: 'A signal seems to know the outcome rather than foresee it. Figures with it in are too good to be true.',
};

const suspicions = {too_good: 'Too good', only_at_the_end: 'Only at the end', known_later: 'Known later'};

export const verdictMeaning = (code) => meanings[code] ?? '';

/** Why a signal is suspected, in two words. */
export const suspicionWords = (why) => suspicions[why] ?? 'Suspected';

export const isOpen = ({status}) => status === 'queued' || status === 'running';

/** How far it has come: 0 to 1, or null as long as nobody knows how much there is. */
export const progressOf = ({progress}) => (progress?.accounts ? Math.min(1, progress.done / progress.accounts) : null);

/** One glance at a list: its state, or what came out. */
export function outcomeWords(one) {
  if (one.status === 'queued') {
    return 'Waits for its turn';
  }
  if (one.status === 'running') {
    const share = progressOf(one);
    return share === null ? 'Runs' : `Runs, ${percent(share, 0)}`;
  }
  return one.status === 'failed' ? 'Failed' : (verdictWords[one.verdict] ?? 'Done');
}

/** 0.71, and nothing when nothing can be said. */
export const aucText = (value) => (isKnown(value) ? fixed(value, 2) : '');

/** 0.71 (0.65 to 0.77) */
export const aucWords = (auc) => (auc ? `${aucText(auc.value)}${isKnown(auc.low) && isKnown(auc.high) ? ` (${aucText(auc.low)} to ${aucText(auc.high)})` : ''}` : 'not known');

/** The figures beside the AUC, each with what it says: [[name, value, sentence], …]. */
export function figures({precision, warning, departures}, horizonDays) {
  const none = 'none';
  return [
    [
      'Precision',
      isKnown(precision.share) ? percent(precision.share, 1) : none,
      precision.picked
        ? `With ${plural(precision.capacity, 'call')} a week: of ten, ${fixed(precision.share * 10, 1)} left within ${horizonDays} days`
        : 'No week whose horizon is over',
    ],
    ['Lift', isKnown(precision.lift) ? `${fixed(precision.lift, 1)}×` : none, isKnown(precision.baseRate) ? `Calling anybody finds ${percent(precision.baseRate, 1)}` : 'Needs accounts that left'],
    [
      'Lead time',
      isKnown(warning.medianLeadDays) ? plural(Math.round(warning.medianLeadDays), 'day') : none,
      'Median, from entering at risk or critical to leaving',
    ],
    [
      'Warned',
      isKnown(warning.warnedShare) ? percent(warning.warnedShare, 0) : none,
      warning.departures ? `${warning.warned} of ${warning.departures} were at risk or critical the week before` : `${plural(departures, 'account')} left`,
    ],
    [
      'False alarms a week',
      isKnown(warning.falseAlarmsPerWeek) ? fixed(warning.falseAlarmsPerWeek, 1) : none,
      `${warning.falseAlarms} of ${plural(warning.alarms, 'alarm')} were of accounts that stayed`,
    ],
  ];
}

/** Axes with their own weight and those of their signals: [{axis, today, suggested, signals: [{key, today, suggested}]}]. */
export function suggestedAxes(suggestions) {
  const axes = new Map();
  for (const {axis, signal, today, suggested} of suggestions) {
    const found = axes.get(axis) ?? {axis, today: null, suggested: null, signals: []};
    axes.set(axis, found);
    if (signal) {
      found.signals.push({key: signal, today: Number(today), suggested: Number(suggested)});
    } else {
      found.today = Number(today);
      found.suggested = Number(suggested);
    }
  }
  return [...axes.values()];
}

import {plural} from '../core/wording.js';

// What a signal measures, in words. The curve of some is drawn over a share, which people read in per cent.
const shares = {active_people: 'of own baseline', core_feature_use: 'of own baseline', licence_use: 'of paid seats'};

const last = (days) => (days === 1 ? 'the last day' : `the last ${days} days`);
const listed = (words, or = 'or') =>
  !words?.length ? 'nothing' : words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} ${or} ${words.at(-1)}`;
const interactionWords = {survey: 'survey answer'};

const sentences = {
  active_people: ({days}) => `People active in ${last(days)}, against the own baseline`,
  licence_use: ({days}) => `People active in ${last(days)} per paid seat`,
  core_feature_use: ({days}) => `Uses of each core feature in ${last(days)}, against its own baseline; the mean, each at most 100%`,
  severe_tickets: ({days, severities}) => `Tickets of severity ${listed(severities)} opened in ${last(days)}`,
  silence: ({interactions}) => `Days since the last ${listed(interactions?.map((kind) => interactionWords[kind] ?? kind))}`,
  days_overdue: () => 'Days the oldest unpaid invoice is past its due date',
  failed_charges: ({days}) => `Charges that failed in ${last(days)} and were not made good`,
};

const isObject = (value) => value !== null && typeof value === 'object';

/** In a sentence; a measure that this console does not know by its own name. */
export function measureWords(measure) {
  if (!isObject(measure)) {
    return 'No measure';
  }
  return sentences[measure.kind]?.(measure) ?? `Measure “${measure.kind ?? ''}”`;
}

/** What is usual for the account itself; null for a measure without a baseline. */
export function baselineWords(measure) {
  if (!isObject(measure) || !measure.baselineSpans) {
    return null;
  }
  const span = (n) => (measure.days === 7 ? plural(n, 'week') : plural(n, `span of ${measure.days} days`, `spans of ${measure.days} days`));
  const carried = measure.baselineCarried ? `; an account that stops keeps it for ${span(measure.baselineCarried)}` : '';
  return `Median of the ${span(measure.baselineSpans)} before, ${measure.baselineMinimum} of them with use${carried}`;
}

/** Whether the curve is drawn over a share, to be told in per cent. */
export const isShare = (measure) => isObject(measure) && Object.hasOwn(shares, measure.kind);

/** What the values of the curve are: "% of own baseline", "days". */
export const scaleWords = ({measure, unit}) => (isShare(measure) ? `% ${shares[measure.kind]}` : unit || 'value');

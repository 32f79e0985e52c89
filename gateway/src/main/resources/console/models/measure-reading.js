import {plural} from '../core/wording.js';

// What a signal measures, in words. The curve of some is drawn over a share, which people read in per cent.
const shares = {
  active_people: 'of own baseline',
  core_feature_use: 'of own baseline',
  licence_use: 'of paid seats',
  feature_breadth: 'of core features',
  event_trend: 'of own baseline',
  event_ratio: 'of uses',
  stakeholder_coverage: 'of roles',
};

const last = (days) => (days === 1 ? 'the last day' : `the last ${days} days`);
const listed = (words, or = 'or') =>
  !words?.length ? 'nothing' : words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} ${or} ${words.at(-1)}`;
const interactionWords = {survey: 'survey answer'};
const spoken = (key) => key.replaceAll('_', ' ');
const either = (keys) => listed(keys?.map(spoken));
const takes = {latest: 'Latest value of', mean: 'Mean of the values of', sum: 'Sum of the values of'};
const survey = (name) => (name === 'exit' ? 'Exit survey' : (name ?? '').toUpperCase());

const sentences = {
  active_people: ({days}) => `People active in ${last(days)}, against the own baseline`,
  licence_use: ({days}) => `People active in ${last(days)} per paid seat`,
  core_feature_use: ({days}) => `Uses of each core feature in ${last(days)}, against its own baseline; the mean, each at most 100%`,
  severe_tickets: ({days, severities}) => `Tickets of severity ${listed(severities)} opened in ${last(days)}`,
  silence: ({interactions}) => `Days since the last ${listed(interactions?.map((kind) => interactionWords[kind] ?? kind))}`,
  days_overdue: () => 'Days the oldest unpaid invoice is past its due date',
  failed_charges: ({days}) => `Charges that failed in ${last(days)} and were not made good`,
  feature_breadth: ({days}) => `Share of the core features used in ${last(days)}`,
  event_count: ({events, days}) => `Uses of ${listed(events)} in ${last(days)}`,
  event_trend: ({events, days}) => `Uses of ${listed(events)} in ${last(days)}, against the own baseline`,
  event_ratio: ({events, of, days}) => `Uses of ${listed(events)} per use of ${listed(of)} in ${last(days)}`,
  event_age: ({events}) => `Days since ${listed(events)} was last used, at most 166`,
  ticket_age: ({severities}) => `Days the oldest unresolved ticket of severity ${listed(severities)} is open`,
  procurement_delay: () => 'Days the last procurement step is past its day without a contract that began since',
  fact_count: ({types, days}) => `Facts noted in ${last(days)}: ${either(types)}`,
  fact_value: ({types, days, take}) => `${takes[take] ?? 'Value of'} ${either(types)} in ${last(days)}`,
  fact_age: ({types}) => `Days since the last ${either(types)}`,
  missed_facts: ({types, days}) => `Facts that came due in ${last(days)} and were not told as met: ${either(types)}`,
  time_to_value: ({types, within}) => `Days from the start of the account to its first ${either(types)}; no data after ${within} days`,
  survey_score: ({survey: name, days}) => `${survey(name)} of ${last(days)}`,
  survey_trend: ({survey: name, days}) => `${survey(name)} of ${last(days)} less that of the ${days} days before`,
  meetings: ({kinds, days}) => `Meetings in ${last(days)} to which somebody came: ${either(kinds)}`,
  contact_silence: ({roles}) => `Days since a person who is ${either(roles)} was last active, at most 166`,
  stakeholder_coverage: ({roles, days}) => `Share of the roles with somebody active in ${last(days)}: ${listed(roles?.map(spoken), 'and')}`,
  active_stakeholders: ({roles, days}) => `People active in ${last(days)} who are ${either(roles)}`,
  role_departures: ({roles, days}) => `People who left in ${last(days)} and were ${either(roles)}`,
};

const isObject = (value) => value !== null && typeof value === 'object';

/** In a sentence; a measure that this console does not know by its own name. */
export function measureWords(measure) {
  if (!isObject(measure)) {
    return 'No measure';
  }
  return sentences[measure.kind]?.(measure) ?? `Measure “${measure.kind ?? ''}”`;
}

/** What counts without data. */
export function policyWords({policy, score, days}) {
  const shared = 'its weight goes to the other signals of its axis';
  const words = {
    redistribute: `I${shared.slice(1)}`,
    penalise: `It counts as ${score ?? '?'} of 100`,
    carry: `The last reading counts for ${plural(days ?? 0, 'day')}; then ${shared}`,
  };
  return words[policy] ?? `Policy “${policy}”`;
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

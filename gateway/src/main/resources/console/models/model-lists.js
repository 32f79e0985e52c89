import {day, daysBetween, plural} from '../core/wording.js';

const SOON = 30;
const DAY = 86_400_000;

/** Models that come with Holdfast, published or not: a draft can begin with each. */
export const shipped = [
  {id: 'enterprise-v2', name: 'Enterprise'},
  {id: 'enterprise-v1', name: 'Enterprise'},
  {id: 'full-relationship-v1', name: 'Full relationship'},
  {id: 'starter-v1', name: 'Starter'},
];

/** Drafts, and published versions newest first, each with the day until which it was in force. */
export function sortedOut(items) {
  const published = items
    .filter(({state}) => state === 'published')
    .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt))
    .map((item, index, all) => ({...item, until: item.inForce ? null : (all[index - 1]?.publishedAt ?? null)}));
  const drafts = items.filter(({state}) => state === 'draft').sort((a, b) => b.changedAt.localeCompare(a.changedAt));
  return {inForce: published.find(({inForce}) => inForce), published, drafts};
}

/** What a model is compared with when nobody says: a published one that was replaced with what came before it. */
export function comparedWith(item, items) {
  const {inForce, published} = sortedOut(items);
  return item.inForce ? published.find(({publishedAt}) => publishedAt < item.publishedAt) : inForce;
}

/** What a draft can begin with, the model in force first. */
export function beginnings(items) {
  const {inForce, published} = sortedOut(items);
  const known = [inForce, ...published.filter((item) => item !== inForce)].filter(Boolean).map((item) => ({
    id: item.id,
    words: `${item.model.name}, ${item.id}${item.inForce ? ', in force' : ''}`,
  }));
  const others = shipped
    .filter(({id}) => !known.some((item) => item.id === id))
    .map(({id, name}) => ({id, words: `${name}, ${id}, comes with Holdfast`}));
  return [...known, ...others];
}

/** Which model a draft was begun from: it keeps key and version until it is published. */
export const originOf = ({model}) => (model?.key && model?.version ? `${model.key}-v${model.version}` : null);

/** Whether the yearly review waits for somebody: {state: later | soon | over, words}. */
export function reviewOf({reviewDueOn}, now = Date.now()) {
  const today = new Date(Math.floor(now / DAY) * DAY);
  const left = daysBetween(today, new Date(`${reviewDueOn}T00:00:00Z`));
  if (left < 0) {
    return {state: 'over', words: `Review overdue by ${plural(-left, 'day')}`};
  }
  if (left <= SOON) {
    return {state: 'soon', words: left === 0 ? 'Review due today' : `Review due in ${plural(left, 'day')}`};
  }
  return {state: 'later', words: `Review due ${day(`${reviewDueOn}T00:00:00Z`, today)}`};
}

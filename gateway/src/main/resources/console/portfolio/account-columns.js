import {html} from 'lit';
import {bandScore, bandWord} from '../pieces/band-shape.js';
import {scoreTrend} from '../pieces/score-trend.js';
import {isKnown} from '../core/known.js';
import {accountLink} from '../core/route.js';
import {dated, day, money, percent, person, signed} from '../core/wording.js';

const driver = (row) =>
  row.churnedOn
    ? `Churned ${day(row.churnedOn)}`
    : dated(row.topDriver?.sentence) || (row.band === 'unknown' ? 'Too little data for a score' : 'Nothing takes points');

const none = html`<span class="i3">none</span>`;
const gone = ({churnedOn}, cell) => (churnedOn ? none : cell());

/** A date that has passed is no date to come. */
function renewal({renewsOn}, now) {
  if (!renewsOn) {
    return none;
  }
  const lapsed = renewsOn < now.slice(0, 10);
  return lapsed ? html`<span class="lapsed">lapsed ${day(renewsOn, now)}</span>` : day(renewsOn, now);
}

/** The columns of the account table: word, sort key of the API, cell. */
export const columns = [
  {word: 'Account', sort: 'name', cell: (row) => html`<a class="open-name" href=${accountLink(row.accountId)}>${row.name}</a>`},
  {word: 'Score', sort: 'score', class: 'sc', cell: (row) => bandScore(row.band, row.score)},
  {word: 'Band', class: 'low', cell: (row) => (row.churnedOn ? html`<span class="i3">Churned</span>` : bandWord(row.band))},
  {word: '30 days', class: 'num d30', cell: (row) => (isKnown(row.change30d) ? signed(row.change30d) : '')},
  {word: '12 weeks', class: 'wk', cell: (row) => scoreTrend(row.sparkline, row.band)},
  {word: 'Top driver', class: 'driver', cell: (row) => html`<span title=${driver(row)}>${driver(row)}</span>`},
  {word: 'Owner', class: 'own', cell: (row) => html`<span title=${row.ownerEmail ?? ''}>${person(row.ownerEmail) || 'none'}</span>`},
  {word: 'Renewal', sort: 'renewsOn', class: 'num ren', cell: (row, {at}) => gone(row, () => renewal(row, at ?? new Date().toISOString()))},
  {
    word: 'MRR',
    sort: 'mrr',
    firstDown: true,
    class: 'num mrr',
    cell: (row, {currency}) => gone(row, () => money(row.mrr, row.currency ?? currency)),
  },
  {
    word: 'Probability',
    class: 'num low',
    cell: (row) => gone(row, () => html`<span title="12 months, a prior for the band, not learnt">${percent(row.probability)}</span>`),
  },
  {
    word: 'At risk',
    sort: 'revenueAtRisk',
    firstDown: true,
    class: 'num k',
    cell: (row, {currency}) => gone(row, () => money(row.revenueAtRisk, row.currency ?? currency)),
  },
];

/** The same rows as data: words of the API, full amounts, no rounding. */
export const csvColumns = [
  ['account_id', (row) => row.accountId],
  ['name', (row) => row.name],
  ['band', (row) => row.band],
  ['score', (row) => row.score],
  ['coverage', (row) => row.coverage],
  ['change_30d', (row) => row.change30d],
  ['top_driver', (row) => row.topDriver?.sentence],
  ['owner_email', (row) => row.ownerEmail],
  ['industry', (row) => row.industry],
  ['country', (row) => row.country],
  ['renews_on', (row) => row.renewsOn],
  ['mrr', (row) => row.mrr],
  ['arr', (row) => row.arr],
  ['currency', (row) => row.currency],
  ['probability_prior', (row) => row.probability],
  ['revenue_at_risk', (row) => row.revenueAtRisk],
  ['churned_on', (row) => row.churnedOn],
  ['stage', (row) => row.stage],
  ['fit', (row) => row.fit],
  ['segment', (row) => row.segment],
  ['expansion', (row) => row.expansion],
  ['competitor', (row) => row.competitor],
  ['single_threaded', (row) => row.singleThreaded],
];

import {LitElement, html, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {bodyOf} from '../pieces/section-state.js';
import {accountPath, api} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {isKnown} from '../core/known.js';
import {count, day, daysBetween, money, plural, price, words} from '../core/wording.js';
import {sideStyle} from './side-style.js';

const paid = new Set(['live', 'trial', 'cancel_scheduled', 'lapsed', 'past_due']);
const per = {day: 'day', week: 'week', month: 'month', quarter: 'quarter', half_year: 'half-year', year: 'year'};

function howItRenews({renewsOn, autoRenew, noticeDays}, today) {
  const way = {true: 'By itself', false: 'Needs a decision'}[autoRenew] ?? '';
  return [way, noticeDays ? notice(renewsOn, noticeDays, today) : ''].filter(Boolean).join(', ');
}

/** The last day on which notice can be given. */
function notice(renewsOn, noticeDays, today) {
  const by = new Date(new Date(renewsOn).getTime() - noticeDays * 86_400_000);
  const left = daysBetween(today, by);
  return left < 0 ? `notice was possible until ${day(by)}` : `notice by ${day(by)}, in ${plural(left, 'day')}`;
}

/** The phases of the account's subscriptions that run today, and what they are worth a month. */
class ContractList extends LitElement {
  static properties = {accountId: {}, account: {attribute: false}};

  static styles = [foundation, sections, sideStyle];

  subscriptions = new Answer(this, {
    key: () => this.accountId,
    scope: 'metrics:read',
    ask: (signal) => api.all(accountPath(this.accountId, '/subscriptions'), {}, signal),
    every: 6,
  });

  render() {
    return html`<section class="side" aria-labelledby="title">
      <header><h2 id="title">Contract</h2></header>
      ${bodyOf(this.subscriptions, 'Subscriptions', (subscriptions) => this.#list(subscriptions), {rows: 3, scope: 'metrics:read'})}
    </section>`;
  }

  #list(subscriptions) {
    const live = subscriptions.filter(({state}) => paid.has(state));
    const coming = subscriptions.filter(({state}) => state === 'scheduled');
    if (!live.length && !coming.length) {
      const last = subscriptions.filter(({endsOn}) => endsOn).toSorted((a, b) => b.endsOn.localeCompare(a.endsOn))[0];
      return html`<p class="empty">
        <b>No live subscription.</b>
        ${last ? `The last one ended on ${day(last.endsOn)}.` : html`Import kind <span class="mono">subscriptions</span> fills this.`}
      </p>`;
    }
    const {account} = this;
    return html`<ul class="list">
      ${live.map((subscription) => this.#row(subscription))}
      ${account?.mrr && live.length ? html`<li class="sum"><span>MRR</span><span>${money(account.mrr, account.currency)}</span></li>` : nothing}
      ${coming.map(({plan, subscriptionId, startsOn}) => html`<li><span class="term">${plan || subscriptionId}</span><span>from ${day(startsOn)}</span></li>`)}
      ${live
        .filter(({renewsOn}) => renewsOn)
        .slice(0, 1)
        .map(
          (subscription) =>
            html`<li>
              <span class="term">Renews</span><span>${day(subscription.renewsOn)}</span
              ><small>${howItRenews(subscription, new Date().toISOString().slice(0, 10))}</small>
            </li>`,
        )}
    </ul>`;
  }

  #row({plan, subscriptionId, quantity, seats, amount, currency, interval, intervalCount, discountPercent, state, endsOn, mrr}) {
    const times = Number(quantity ?? 1) > 1 ? `${count(quantity)} × ` : '';
    const term = Number(intervalCount ?? 1) > 1 ? `${intervalCount} ${per[interval]}s` : (per[interval] ?? interval);
    return html`<li>
      <span class="term"
        >${plan || subscriptionId}${state === 'live' ? '' : `, ${words(state).toLowerCase()}${state === 'cancel_scheduled' && endsOn ? ` ${day(endsOn)}` : ''}`}</span
      ><span>${isKnown(mrr) ? money(mrr, currency) : nothing}</span>
      <small
        >${times}${price(amount, currency)} a
        ${term}${seats ? `, ${count(seats)} seats` : ''}${Number(discountPercent) ? `, ${Number(discountPercent)}% off` : ''}</small
      >
    </li>`;
  }
}

customElements.define('contract-list', ContractList);

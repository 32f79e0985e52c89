import {LitElement, html, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {pageHead} from '../styles/page-head.js';
import {sections} from '../styles/sections.js';
import {bands} from '../styles/bands.js';
import {bandChip} from '../pieces/band-shape.js';
import {icon} from '../pieces/icon.js';
import {bodyOf} from '../pieces/section-state.js';
import {accountPath, api} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {daysBefore, endOfDay} from '../core/days.js';
import {notices} from '../core/notices.js';
import {accountLink, route} from '../core/route.js';
import {RouteFollower} from '../core/route-follower.js';
import {count, day, person} from '../core/wording.js';
import './as-of-day.js';
import './account-figures.js';
import './score-story.js';
import './score-waterfall.js';
import './override-score.js';
import './score-change.js';
import './score-history.js';
import './account-alerts.js';
import './account-fit.js';
import './account-journey.js';
import './stakeholder-list.js';
import './contract-list.js';
import './movement-list.js';
import {accountPageStyle} from './account-page-style.js';

/** Days between a score and the one it is compared with. */
const COMPARED = 30;

/** One account: what its score is, why, how it moved, who and what stands behind it. */
class AccountPage extends LitElement {
  static properties = {singleThreaded: {state: true}};

  static styles = [foundation, controls, sections, bands, pageHead, accountPageStyle];

  #address = new RouteFollower(this);

  account = new Answer(this, {
    key: () => this.#id(),
    scope: 'accounts:read',
    ask: (signal) => api.get(accountPath(this.#id()), {}, signal),
  });
  health = new Answer(this, {
    key: () => [this.#id(), this.#asOf()],
    scope: 'health:read',
    ask: (signal) => api.get(accountPath(this.#id(), '/health'), {asOf: this.#asOf()}, signal),
    live: () => !this.#asOf(),
  });
  /** The explanation thirty days before, for the change of each signal. */
  before = new Answer(this, {
    key: () => (this.health.value && !this.health.value.frozen ? [this.#id(), this.#monthBefore()] : null),
    ask: (signal) => api.get(accountPath(this.#id(), '/health'), {asOf: this.#monthBefore()}, signal),
    live: () => false,
  });

  render() {
    const account = this.account.value;
    document.title = `${account?.name ?? 'Account'} · Holdfast`;
    if (this.#mergedInto()) {
      return nothing;
    }
    if (this.account.refusal?.status === 404) {
      return html`${this.#crumb()}
        <div class="ph">
          <div>
            <h1>No account ${this.#id()}</h1>
            <p>This tenant never had an account with that id.</p>
          </div>
        </div>
        <a class="btn" href="/portfolio">Open portfolio</a>`;
    }
    const health = this.health.value;
    const asOf = this.#asOf();
    const version = Symbol('render');
    return html` ${this.#crumb()}
      <div class="head">
        <div>
          <div class="title">
            <h1>${account?.name ?? this.#id()}</h1>
            ${health ? bandChip(health.band) : nothing} ${this.#tags(account)}
          </div>
          <p class="meta">${this.#meta(account)}</p>
        </div>
        <div class="btns">
          ${health ? [this.#document('data-sheet', 'Data sheet'), this.#document('value-report', 'Value report')] : nothing}
          ${
            asOf || !health || health.frozen
              ? nothing
              : html`<override-score
                  .accountId=${this.#id()}
                  .override=${health.override}
                  @score-overridden=${() => this.#judgedAnew()}
                ></override-score>`
          }
          <as-of-day .asOf=${asOf} .firstDay=${account?.firstSeenOn}></as-of-day>
        </div>
      </div>
      ${account === undefined && this.account.refusal ? bodyOf(this.account, 'The account', () => nothing, {scope: 'accounts:read'}) : nothing}
      <account-figures
        .account=${account}
        .health=${this.health}
        .before=${this.before.value}
        .asOf=${asOf}
        .version=${version}
      ></account-figures>
      <div class="split">
        <div class="main">
          <score-story .health=${health} .before=${this.before.value}></score-story>
          <score-waterfall .health=${this.health} .before=${this.before.value} .version=${version}></score-waterfall>
          <score-change
            .accountId=${this.#id()}
            .from=${health && !health.frozen ? this.#monthBefore() : undefined}
            .to=${asOf}
          ></score-change>
          <score-history .accountId=${this.#id()} .asOf=${asOf} .health=${health} .leftOn=${this.#leftOn()} .range=${this.#address.query.range}></score-history>
        </div>
        <aside class="rail" aria-label="Alerts, journey, fit, stakeholders, contract, movements">
          ${asOf ? html`<p class="today">Journey apart, this column tells of today, not of ${day(asOf)}.</p>` : nothing}
          <account-alerts .accountId=${this.#id()}></account-alerts>
          <account-journey .accountId=${this.#id()} .asOf=${asOf}></account-journey>
          <account-fit .accountId=${this.#id()}></account-fit>
          <stakeholder-list .accountId=${this.#id()} @single-threaded=${(event) => (this.singleThreaded = event.detail)}></stakeholder-list>
          <contract-list .accountId=${this.#id()} .account=${account}></contract-list>
          <movement-list .accountId=${this.#id()}></movement-list>
        </aside>
      </div>`;
  }

  /** An account that turned out to be another is shown as that one. */
  updated() {
    const into = this.#mergedInto();
    if (into) {
      notices.toast(`${this.#id()} was merged into ${into}, which this page shows.`);
      route.moved(accountLink(into));
    }
  }

  #mergedInto() {
    const {refusal} = this.account;
    return refusal?.code === 'account_merged' ? refusal.problem.accountId : undefined;
  }

  /** A page to print, of the same day as this one. */
  #document(path, name) {
    const query = new URLSearchParams({format: 'html', ...(this.#asOf() ? {asOf: this.#asOf()} : {})});
    return html`<a class="btn" href="${accountPath(this.#id(), `/${path}`)}?${query}" target="_blank" rel="noopener" title="${name} to print, in a new tab">${icon('document', true)}${name}</a>`;
  }

  #tags(account) {
    return html`${this.singleThreaded ? html`<span class="tag" title="Fewer than 3 active stakeholders, or no active executive sponsor">Single-threaded</span>` : nothing}
    ${account?.churnedOn ? html`<span class="tag">Churned ${day(account.churnedOn)}</span>` : nothing}`;
  }

  /** The day the account churned, null when it did not, undefined while that is not known. */
  #leftOn() {
    const {value, refusal} = this.account;
    return value || refusal ? (value?.churnedOn ?? null) : undefined;
  }

  #crumb() {
    return html`<nav class="crumb" aria-label="Breadcrumb"><a href="/portfolio">${icon('left', true)}Portfolio</a></nav>`;
  }

  #meta(account) {
    if (!account) {
      return html`&nbsp;`;
    }
    return [
      account.industry,
      account.country,
      account.employees ? `${count(account.employees)} employees` : '',
      account.parentAccountId ? html`<a class="u" href=${accountLink(account.parentAccountId)}>Part of ${account.parentAccountId}</a>` : '',
      account.ownerEmail ? html`<span title=${account.ownerEmail}>Owner ${person(account.ownerEmail)}</span>` : 'No owner',
      account.accountId,
    ]
      .filter(Boolean)
      .map((item) => (typeof item === 'string' ? html`<span>${item}</span>` : item));
  }

  #judgedAnew() {
    this.account.again();
    this.health.again();
    this.renderRoot.querySelector('score-change').change.again();
  }

  #id() {
    return this.#address.params.accountId;
  }

  #asOf() {
    return this.#address.query.asOf;
  }

  /** The end of a day, which the history shows too. */
  #monthBefore() {
    return endOfDay(daysBefore(this.#asOf() ?? this.health.value.at, COMPARED));
  }
}

customElements.define('account-page', AccountPage);

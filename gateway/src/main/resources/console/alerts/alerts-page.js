import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {choiceBar} from '../pieces/choice-bar.js';
import {icon} from '../pieces/icon.js';
import {bodyOf} from '../pieces/section-state.js';
import {api} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {downloadCsv} from '../core/csv.js';
import {KeptPlace} from '../core/kept-place.js';
import {KeyLayer} from '../core/keys.js';
import {notices} from '../core/notices.js';
import {route, accountLink} from '../core/route.js';
import {RouteFollower} from '../core/route-follower.js';
import {me} from '../core/session.js';
import {count, money, plural} from '../core/wording.js';
import {alertLists} from './alert-lists.js';
import {byWeight, isOpen, revenueBehind} from './alert-reading.js';
import {AlertJudging} from './alert-judging.js';
import './alert-row.js';

const csvColumns = [
  ['alert_id', (alert) => alert.alertId],
  ['account_id', (alert) => alert.accountId],
  ['name', (alert) => alert.accountName],
  ['kind', (alert) => alert.kind],
  ['severity', (alert) => alert.severity],
  ['state', (alert) => alert.state],
  ['opened_at', (alert) => alert.at],
  ['title', (alert) => alert.title],
  ['reason', (alert) => alert.reasons?.[0]?.sentence],
  ['verdict', (alert) => alert.verdict],
  ['revenue_at_risk', (alert) => alert.revenueAtRisk],
];

/** What a person should act on: acknowledge it, close it with a verdict. */
class AlertsPage extends LitElement {
  static properties = {current: {state: true}};

  static styles = [
    foundation,
    controls,
    sections,
    css`
      .list {
        border-top: 1px solid var(--line);
      }
      .good {
        padding: 24px 0 12px;
        color: var(--ink-2);
      }
      .good b {
        color: var(--ink);
      }
    `,
  ];

  #address = new RouteFollower(this);

  lists = new Answer(this, {key: () => this.#state(), scope: 'alerts:read', ask: (signal) => alertLists(this.#state(), signal)});
  accounts = new Answer(this, {
    key: () => 'accounts',
    scope: 'accounts:read',
    ask: (signal) => api.get('/api/v1/accounts', {sort: '-revenueAtRisk', limit: 200}, signal),
  });

  place = new KeptPlace(this, {rows: () => this.#shown().length, isThere: () => this.lists.value !== undefined});
  judging = new AlertJudging(this, () => this.lists.again());
  person = new Answer(this, {key: () => 'me', ask: () => me(), live: () => false});

  constructor() {
    super();
    this.current = -1;
    new KeyLayer(this, {
      j: () => this.#move(1),
      k: () => this.#move(-1),
      o: () => this.#atCurrent((alert) => route.go(accountLink(alert.accountId))),
      a: () => this.#atCurrent((alert) => alert.state === 'open' && this.#mayAct() && this.judging.acknowledge(alert)),
    });
  }

  connectedCallback() {
    super.connectedCallback();
    document.title = 'Alerts · Holdfast';
  }

  render() {
    const shown = this.#shown();
    return html` <div class="ph">
        <div>
          <h1>Alerts</h1>
          <p>${this.lists.value ? this.#numbers(shown) : html`&nbsp;`}</p>
        </div>
        ${this.lists.refusal?.status === 403 ? nothing : this.#controls(shown)}
      </div>
      ${bodyOf(this.lists, 'Alerts', () => this.#list(shown), {rows: 8, scope: 'alerts:read', whole: true})}`;
  }

  #controls(shown) {
    return html`<div class="btns">
      ${
        this.#owns() || this.#mine()
          ? choiceBar(
              'Whose',
              [
                ['', 'All'],
                ['mine', 'Mine'],
              ],
              this.#mine() ? 'mine' : '',
              (whose) => route.set({whose, alert: ''}),
            )
          : nothing
      }
      ${choiceBar(
        'State',
        [
          ['open', 'Open'],
          ['closed', 'Closed'],
        ],
        this.#state(),
        (state) => route.set({state: state === 'open' ? '' : state, alert: ''}),
      )} <button class="btn" type="button" @click=${() => this.#save(shown)}>${icon('save')}CSV</button>
    </div>`;
  }

  #list(shown) {
    if (!shown.length) {
      return this.#state() === 'open'
        ? html`<p class="good" role="status">
              <b>0 ${this.#mine() ? 'of your' : ''} alerts need you.</b>
              ${this.accounts.value ? 'One opens here, and by e-mail, when an account falls into at risk or critical or a payment fails.' : nothing}
            </p>
            <a class="btn" href="/portfolio">Open portfolio</a>`
        : html`<p class="good">
            <b>No alert has been closed yet.</b> Each is closed as true, false or too late, so that every rule's precision is known.
          </p>`;
    }
    return html`<div class="list" role="list">
      ${shown.map(
        (alert, index) =>
          html`<alert-row
            role="listitem"
            .alert=${alert}
            .mayAct=${this.#mayAct()}
            .current=${index === this.current || alert.alertId === this.#address.query.alert}
            @acknowledge=${() => this.judging.acknowledge(alert)}
            @close-alert=${(event) => this.judging.close(alert, event.detail)}
          ></alert-row>`,
      )}
    </div>`;
  }

  #numbers(shown) {
    if (this.#state() !== 'open') {
      return plural(shown.length, 'closed alert');
    }
    const fresh = shown.filter(({state}) => state === 'open').length;
    const atRisk = revenueBehind(shown);
    const currency = shown.find((alert) => alert.currency)?.currency;
    return `${count(fresh)} to acknowledge, ${count(shown.length - fresh)} acknowledged.${atRisk ? ` ${money(atRisk, currency)} of revenue at risk behind them` : ''}`;
  }

  /** Alerts with what is known of their accounts and what was just done, most revenue at risk first. */
  #shown() {
    const accounts = new Map((this.accounts.value?.items ?? []).map((account) => [account.accountId, account]));
    return (this.lists.value ?? [])
      .map((alert) => {
        const {mrr, revenueAtRisk, currency, score, band} = accounts.get(alert.accountId) ?? {};
        return {mrr, revenueAtRisk, currency, nowScore: score, nowBand: band, ...alert, ...this.judging.of(alert)};
      })
      .filter((alert) => isOpen(alert) === (this.#state() === 'open'))
      .filter(({owner}) => !this.#mine() || owner === this.person.value?.email)
      .sort(byWeight);
  }

  #mine() {
    return this.#address.query.whose === 'mine';
  }

  /** Whether alerts of the person's own accounts are among those loaded. */
  #owns() {
    const email = this.person.value?.email;
    return Boolean(email) && (this.lists.value ?? []).some(({owner}) => owner === email);
  }

  #mayAct() {
    return this.person.value?.scopes.includes('alerts:write') ?? true;
  }

  #state() {
    return this.#address.query.state === 'closed' ? 'closed' : 'open';
  }

  #move(step) {
    const shown = this.#shown();
    this.current = Math.min(shown.length - 1, Math.max(0, this.current + step));
    this.updateComplete.then(() => this.renderRoot.querySelectorAll('alert-row')[this.current]?.scrollIntoView({block: 'nearest'}));
    if (shown[this.current]) {
      notices.say(`${shown[this.current].accountName}, ${this.current + 1} of ${shown.length}`);
    }
  }

  #atCurrent(act) {
    const alert = this.#shown()[this.current];
    if (alert) {
      act(alert);
    }
  }

  #save(shown) {
    downloadCsv(`alerts-${this.#state()}`, csvColumns, shown);
  }
}

customElements.define('alerts-page', AlertsPage);

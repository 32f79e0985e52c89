import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {pick} from '../pieces/pick.js';
import {bodyOf} from '../pieces/section-state.js';
import {api} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {monthOf, monthsAfter} from '../core/months.js';
import {route} from '../core/route.js';
import {RouteFollower} from '../core/route-follower.js';
import {day, month, plural} from '../core/wording.js';
import {rowsOf, together, trimmed} from './ledger-reading.js';
import {movementsBetween} from './period-movements.js';
import './revenue-figures.js';
import './revenue-story.js';
import './mrr-bridge.js';
import './largest-movements.js';
import './retention-lines.js';
import './churn-reasons.js';
import './ledger-table.js';

const monthFrom = (offset) => monthsAfter(monthOf(new Date()), offset);

/** The ledger and what it says: bridge, retention, churn. Period and span are in the address. */
class RevenuePage extends LitElement {
  static styles = [
    foundation,
    controls,
    sections,
    css`
      .split {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 20rem;
        gap: 32px;
        align-items: start;
      }
      .two {
        display: grid;
        grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
        gap: 32px;
        align-items: start;
        margin-top: 40px;
      }
      ledger-table {
        margin-top: 40px;
      }
      .none {
        max-width: 70ch;
        color: var(--ink-2);
        margin-bottom: 12px;
      }
      .none b {
        color: var(--ink);
      }
      @media (max-width: 1180px) {
        .split,
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  #address = new RouteFollower(this);

  ledger = new Answer(this, {
    key: () => 'ledger',
    scope: 'metrics:read',
    ask: (signal) => api.get('/api/v1/metrics/mrr-movements', {from: monthFrom(-36), to: monthFrom(2)}, signal),
  });
  summary = new Answer(this, {
    key: () => this.#period(),
    scope: 'metrics:read',
    ask: (signal) => api.get('/api/v1/metrics/summary', {period: this.#period()}, signal),
  });
  movements = new Answer(this, {
    key: () => this.#months(),
    scope: 'metrics:read',
    ask: (signal) => movementsBetween(...this.#months(), signal),
    every: 3,
  });
  nrr = this.#retention('nrr');
  grr = this.#retention('grr');
  logo = this.#retention('logo-retention');

  connectedCallback() {
    super.connectedCallback();
    document.title = 'Revenue · Holdfast';
  }

  /** A month can be well said and still stand in no row of the books. */
  updated() {
    const {period} = this.#address.query;
    const rows = this.ledger.value && trimmed(this.ledger.value.rows);
    if (period && rows?.length && !rows.some((row) => row.period === period)) {
      route.drop([{name: 'period', text: period, why: 'is not in the books'}]);
    }
  }

  render() {
    const rows = this.ledger.value && trimmed(this.ledger.value.rows);
    const {currency} = this.ledger.value ?? {};
    if (!rows?.length) {
      return html`<div class="ph">
          <div>
            <h1>Revenue</h1>
            <p>${rows ? '0 movements on record' : html`&nbsp;`}</p>
          </div>
        </div>
        ${rows ? this.#empty() : bodyOf(this.ledger, 'The ledger', () => nothing, {rows: 10, scope: 'metrics:read', whole: true})}`;
    }
    const {period, span} = this.#chosen(rows);
    const chosen = rowsOf(rows, period, span);
    const row = together(chosen);
    const version = Symbol('render');
    const retention = {nrr: this.nrr, grr: this.grr, logo: this.logo};
    return html` <div class="ph">
        <div>
          <h1>Revenue</h1>
          <p>${this.#line(row, currency)}</p>
        </div>
        <div class="btns">
          ${pick(
            'Period',
            rows.toReversed().map((one) => [one.period, month(one.period)]),
            period,
            (chosen) => route.set({period: chosen === rows.at(-1).period ? '' : chosen}),
          )}
        </div>
      </div>
      <revenue-figures .rows=${rows} .period=${period} .currency=${currency} .summary=${this.summary} .version=${version}></revenue-figures>
      <revenue-story .row=${row} .movements=${this.movements.value} .currency=${currency} .nrr=${this.summary.value?.nrr12m}></revenue-story>
      <div class="split">
        <mrr-bridge
          .row=${row}
          .movements=${this.movements.value}
          .asOf=${this.ledger.value.asOf}
          .span=${span}
          .currency=${currency}
          @span-chosen=${(event) => route.set({span: event.detail === 'month' ? '' : event.detail}, {replace: true})}
        ></mrr-bridge>
        <largest-movements
          .movements=${this.movements}
          .from=${row.from}
          .to=${row.to}
          .currency=${currency}
          .version=${version}
        ></largest-movements>
      </div>
      <div class="two">
        <retention-lines .retention=${retention} .period=${period} .version=${version}></retention-lines>
        <churn-reasons .period=${period} .currency=${currency}></churn-reasons>
      </div>
      <ledger-table .rows=${rows} .currency=${currency} .period=${period}></ledger-table>`;
  }

  #line(row, currency) {
    const name = row.from === row.to ? month(row.to) : `${month(row.from)} to ${month(row.to)}`;
    const {policy, asOf, excluded} = this.ledger.value;
    const left = excluded?.length
      ? ` ${plural(excluded.length, 'account')} in no row: no rate values ${excluded.length === 1 ? 'its' : 'their'} contracts.`
      : '';
    return `${name}${asOf?.startsWith(row.to) ? ` as of ${day(asOf)}` : ''}. Reported in ${currency}${policy ? `, policy ${policy.replace('/', ' v')}` : ''}.${left}`;
  }

  #empty() {
    return html`<p class="none">
        <b>No MRR yet.</b> The first subscription makes the first movement; without one there is no revenue at risk, no NRR and no GRR.
      </p>
      <div class="btns"><a class="btn pri" href="/docs">How to import subscriptions</a></div>`;
  }

  #period() {
    const rows = this.ledger.value?.rows;
    return rows?.length ? this.#chosen(rows).period : null;
  }

  /** From the first to the last month of the bridge. */
  #months() {
    const rows = this.ledger.value && trimmed(this.ledger.value.rows);
    if (!rows?.length) {
      return null;
    }
    const {period, span} = this.#chosen(rows);
    const {from, to} = together(rowsOf(rows, period, span));
    return [from, to];
  }

  #chosen(rows) {
    const {period, span} = this.#address.query;
    return {
      period: rows.some((row) => row.period === period) ? period : rows.at(-1).period,
      span: ['quarter', 'year'].includes(span) ? span : 'month',
    };
  }

  #retention(name) {
    return new Answer(this, {
      key: () => name,
      scope: 'metrics:read',
      ask: (signal) => api.get(`/api/v1/metrics/${name}`, {from: monthFrom(-36), to: monthFrom(2), window: '12m'}, signal),
      every: 3,
    });
  }
}

customElements.define('revenue-page', RevenuePage);

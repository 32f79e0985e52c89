import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {day, daysBetween, money, percent, score, words} from '../core/wording.js';
import './score-scale.js';

/** Score with its scale, probability, revenue at risk, MRR and renewal. */
class AccountFigures extends LitElement {
  static properties = {
    account: {attribute: false},
    health: {attribute: false},
    before: {attribute: false},
    asOf: {},
    version: {attribute: false},
  };

  static styles = [
    foundation,
    sections,
    css`
      .hero {
        grid-template-columns: minmax(0, 1.62fr) minmax(0, 1.1fr) minmax(0, 1.1fr) minmax(0, 0.86fr) minmax(0, 1.06fr);
        margin-bottom: 24px;
      }
      .score {
        display: flex;
        align-items: center;
        gap: 14px;
        margin-top: 5px;
        min-height: 2.75rem;
      }
      .score b {
        min-width: 1.2em;
        font-size: var(--t-2xl);
        line-height: var(--l-2xl);
        font-weight: 600;
        letter-spacing: -0.035em;
      }
      .score .w {
        flex: 1;
        min-width: 0;
      }
      .strip dd.c {
        overflow-wrap: anywhere;
      }
      @media (max-width: 1320px) {
        .hero {
          grid-template-columns: repeat(4, minmax(0, 1fr));
        }
        .hero > div:first-child {
          grid-column: 1 / -1;
          border-bottom: 1px solid var(--line);
        }
        .hero > div:nth-child(2) {
          border-left: 0;
        }
      }
      @media (max-width: 720px) {
        .hero {
          grid-template-columns: 1fr 1fr;
        }
        .hero > div:nth-child(4) {
          border-left: 0;
        }
        .hero > div:nth-child(n + 4) {
          border-top: 1px solid var(--line);
        }
        .hero dd.v {
          height: auto;
          white-space: normal;
        }
      }
    `,
  ];

  render() {
    const account = this.account ?? {};
    const health = this.health?.value;
    const now = this.asOf ? ', today' : '';
    const {probability, mrr, arr, currency, revenueAtRisk, renewsOn, churnedOn} = account;
    const known = this.account !== undefined;
    const stays = known && !churnedOn;
    const days = renewsOn
      ? daysBetween((this.asOf ? undefined : health?.at?.slice(0, 10)) ?? new Date().toISOString().slice(0, 10), renewsOn)
      : null;
    return html`<dl class="strip hero">
      <div>
        <dt>
          Health score${health?.model ? `, ${words(health.model)}` : ''}
          ${health && health.coverage !== undefined ? html`<span>Coverage ${percent(health.coverage)}</span>` : nothing}
        </dt>
        <dd class="score">
          <b>${health ? score(health.score) : this.health?.refusal ? '–' : ''}</b>
          <div class="w">
            ${health ? html`<score-scale .health=${health} .before=${this.before}></score-scale>` : this.health?.refusal?.status === 403 ? 'Needs health:read' : nothing}
          </div>
        </dd>
      </div>
      <div>
        <dt>Churn probability${now}</dt>
        <dd class="v">${stays ? html`${percent(probability) || 'none'} <small>in 12 months</small>` : known ? 'none' : ''}</dd>
        <dd class="c">${stays ? 'Prior for the band, not learnt' : known ? `Churned on ${day(churnedOn)}` : ''}</dd>
      </div>
      <div>
        <dt>Revenue at risk${now}</dt>
        <dd class="v">${known ? money(revenueAtRisk, currency) || 'none' : ''}</dd>
        <dd class="c">${known && Number(arr) ? `${percent(probability)} × ${money(arr, currency)} a year` : ''}</dd>
      </div>
      <div>
        <dt>MRR${now}</dt>
        <dd class="v">${known ? money(mrr, currency) || 'none' : ''}</dd>
        <dd class="c">${known && Number(arr) ? `ARR ${money(arr, currency)}` : known ? 'No live contract' : ''}</dd>
      </div>
      <div>
        <dt>Renewal${now}</dt>
        <dd class="v">${stays ? this.#renewal(days, day(renewsOn, health?.at)) : known ? 'none' : ''}</dd>
        <dd class="c">${stays ? this.#renewalNote(days) : known ? 'No contract to renew' : ''}</dd>
      </div>
    </dl>`;
  }

  #renewal(days, on) {
    if (days === null) {
      return 'No date';
    }
    return days >= 0 ? html`${days} days <small>${on}</small>` : html`Passed <small>${on}</small>`;
  }

  #renewalNote(days) {
    if (days === null) {
      return 'Open-ended contract or none';
    }
    return days < 0 ? `${-days} days ago, still open` : '';
  }
}

customElements.define('account-figures', AccountFigures);

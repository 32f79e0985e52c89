import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {api} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {route} from '../core/route.js';
import {dated, money, percent, plural} from '../core/wording.js';
import './band-totals.js';
import './risk-and-value.js';
import './moved-band.js';
import './account-table.js';
import './first-data.js';

/** All accounts of the tenant: how much revenue stands at risk, who moved, who is next. */
class PortfolioPage extends LitElement {
  static styles = [
    foundation,
    controls,
    sections,
    css`
      .three {
        display: grid;
        grid-template-columns: minmax(0, 0.94fr) minmax(0, 1.3fr) minmax(0, 0.94fr);
        gap: 32px;
        align-items: start;
        margin-bottom: 36px;
      }
      @media (max-width: 1180px) {
        .three {
          grid-template-columns: minmax(0, 0.84fr) minmax(0, 1fr);
        }
        moved-band {
          grid-column: 1 / -1;
        }
      }
      @media (max-width: 720px) {
        .three {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  portfolio = new Answer(this, {key: () => 'portfolio', scope: 'health:read', ask: (signal) => api.get('/api/v1/portfolio', {}, signal)});

  connectedCallback() {
    super.connectedCallback();
    document.title = 'Portfolio · Holdfast';
  }

  render() {
    const {value} = this.portfolio;
    if (value && value.accounts === 0) {
      return html`<first-data></first-data>`;
    }
    return html` <div class="ph">
        <div>
          <h1>Portfolio</h1>
          <p>${value ? this.#numbers(value) : html`&nbsp;`}</p>
          ${value?.fleetGap ? html`<p role="status">${dated(value.fleetGap.sentence)}. Is the feed of events well? Silent accounts keep their bands for now.</p>` : nothing}
        </div>
      </div>
      <div class="three">
        <band-totals .portfolio=${this.portfolio} .version=${Symbol()}></band-totals>
        <risk-and-value
          .portfolio=${this.portfolio}
          .version=${Symbol()}
          @account-chosen=${(event) => route.go(`/accounts/${encodeURIComponent(event.detail)}`)}
        ></risk-and-value>
        <moved-band .portfolio=${this.portfolio} .version=${Symbol()}></moved-band>
      </div>
      <account-table
        .currency=${value?.currency}
        .total=${value?.accounts}
        .totalAtRisk=${value?.revenueAtRisk}
        .at=${value?.at}
      ></account-table>`;
  }

  #numbers({accounts, mrr, revenueAtRisk, currency}) {
    const arr = Number(mrr) * 12;
    return html`${plural(accounts, 'account')}, ${money(mrr, currency)} MRR. ${money(revenueAtRisk, currency)} at
    risk${arr > 0 ? html`, ${percent(Number(revenueAtRisk) / arr, 1)} of ARR` : nothing}`;
  }
}

customElements.define('portfolio-page', PortfolioPage);

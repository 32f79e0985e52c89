import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {bands} from '../styles/bands.js';
import {bandShape} from '../pieces/band-shape.js';
import {bodyOf} from '../pieces/section-state.js';
import {tableButton} from '../pieces/section-buttons.js';
import {accountLink} from '../core/route.js';
import {bandWords, count, money, percent, shortMoney} from '../core/wording.js';
import '../charts/drawn-chart.js';
import {riskAndValueChart, worthDrawing} from './risk-and-value-chart.js';

const TOP = 50;
const atRisk = (point) => Number(point.mrr) * 12 * Number(point.probability);

/** Each account by churn probability and MRR; shape is the band. Emits `account-chosen`. */
class RiskAndValue extends LitElement {
  static properties = {portfolio: {attribute: false}, version: {attribute: false}, asTable: {state: true}};

  static styles = [
    foundation,
    controls,
    sections,
    tables,
    bands,
    css`
      .plot {
        padding-top: 8px;
      }
      .tall {
        max-height: 344px;
        overflow: auto;
      }
    `,
  ];

  #points;
  #drawn;

  render() {
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">Risk and value</h2>
        <span class="sp"></span>
        <p>1 mark = 1 account</p>
        ${tableButton(this.asTable, () => (this.asTable = !this.asTable))}
      </header>
      ${bodyOf(this.portfolio, 'Risk and value', (portfolio) => (this.asTable ? this.#table(portfolio) : this.#chart(portfolio)), {rows: 9, scope: 'health:read'})}
    </section>`;
  }

  #chart({points, currency}) {
    // The chart is rebuilt only when a figure changed: a refresh that brings the same leaves the canvas alone.
    const seen = JSON.stringify(points);
    if (seen !== this.#points) {
      this.#points = seen;
      this.#drawn = riskAndValueChart(points, currency);
    }
    const {left, says, marks, draw} = this.#drawn;
    return html`<div class="plot">
      <drawn-chart
        .height=${336}
        .data=${this.#points}
        .draw=${draw}
        says=${says}
        .marks=${marks}
        @mark-chosen=${this.#chosen}
      ></drawn-chart>
      ${left ? html`<p class="foot">${count(left)} without MRR or probability ${left === 1 ? 'is' : 'are'} not drawn.</p>` : nothing}
    </div>`;
  }

  #table({points, currency}) {
    const rows = worthDrawing(points)
      .toSorted((a, b) => atRisk(b) - atRisk(a))
      .slice(0, TOP);
    return html`<div class="tall" tabindex="0" role="region" aria-label="Accounts by revenue at risk">
      <table class="tbl d">
        <caption class="vh">
          The ${rows.length} accounts with the most revenue at risk
        </caption>
        <thead>
          <tr>
            <th scope="col">Account</th>
            <th scope="col">Band</th>
            <th scope="col" class="num">MRR</th>
            <th scope="col" class="num">Probability</th>
            <th scope="col" class="num">At risk</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (point) =>
              html`<tr>
                <th scope="row"><a class="open-name" href=${accountLink(point.accountId)}>${point.name}</a></th>
                <td><span class="bl">${bandShape(point.band)}${bandWords[point.band]}</span></td>
                <td class="num">${money(point.mrr, currency)}</td>
                <td class="num">${percent(point.probability)}</td>
                <td class="num">${shortMoney(atRisk(point), currency)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #chosen(event) {
    const {accountId} = event.detail;
    if (accountId) {
      this.dispatchEvent(new CustomEvent('account-chosen', {detail: accountId}));
    }
  }
}

customElements.define('risk-and-value', RiskAndValue);

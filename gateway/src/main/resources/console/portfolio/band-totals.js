import {LitElement, html, css} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {bands} from '../styles/bands.js';
import {bandShape} from '../pieces/band-shape.js';
import {bodyOf} from '../pieces/section-state.js';
import {shortParts} from '../core/exact.js';
import {placed} from '../core/placed.js';
import {route} from '../core/route.js';
import {bandOrder, bandWords, count, shortMoney} from '../core/wording.js';

/** How many accounts, how much MRR and how much at risk in each band; a band's name filters the table. */
class BandTotals extends LitElement {
  static properties = {portfolio: {attribute: false}, version: {attribute: false}};

  static styles = [
    foundation,
    sections,
    tables,
    bands,
    css`
      .stack {
        display: flex;
        gap: 2px;
        height: 10px;
        margin: 14px 0 8px;
      }
      .stack i {
        border-radius: 1px;
        min-width: 3px;
        flex-basis: 0;
      }
      .stack i:first-child {
        border-radius: 3px 1px 1px 3px;
      }
      .stack i:last-child {
        border-radius: 1px 3px 3px 1px;
      }
      a:hover {
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      a {
        padding: 4px 0;
      }
    `,
  ];

  render() {
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">Bands</h2>
        <p>Now</p>
      </header>
      ${bodyOf(this.portfolio, 'Bands', (portfolio) => this.#table(portfolio), {rows: 7, scope: 'health:read'})}
    </section>`;
  }

  #table({bands: rows, accounts, mrr, revenueAtRisk, currency}) {
    const of = (band) => rows.find((row) => row.band === band) ?? {band, accounts: 0, mrr: '0', revenueAtRisk: '0'};
    const all = bandOrder.map(of);
    const printed = (name, total) =>
      shortParts(
        all.map((row) => Number(row[name])),
        Number(total),
      ).map((amount) => shortMoney(amount, currency));
    const [mrrs, risks] = [printed('mrr', mrr), printed('revenueAtRisk', revenueAtRisk)];
    return html` <div class="stack" aria-hidden="true">
        ${all.filter((row) => row.accounts > 0).map((row) => html`<i class="mark ${row.band}" ${placed({'flex-grow': String(row.accounts)})}></i>`)}
      </div>
      <table class="tbl">
        <thead>
          <tr>
            <th scope="col">Band</th>
            <th scope="col" class="num">Accounts</th>
            <th scope="col" class="num">MRR</th>
            <th scope="col" class="num">At risk</th>
          </tr>
        </thead>
        <tbody>
          ${all.map(
            (row, index) =>
              html`<tr>
                <th scope="row">
                  <a href="/portfolio?band=${row.band}" @click=${(event) => this.#filter(event, row.band)}
                    ><span class="bl">${bandShape(row.band)}${bandWords[row.band]}</span></a
                  >
                </th>
                <td class="num">${count(row.accounts)}</td>
                <td class="num i2">${mrrs[index]}</td>
                <td class="num">${risks[index]}</td>
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            <td class="num">${count(accounts)}</td>
            <td class="num">${shortMoney(mrr, currency)}</td>
            <td class="num">${shortMoney(revenueAtRisk, currency)}</td>
          </tr>
        </tfoot>
      </table>`;
  }

  #filter(event, band) {
    if (!event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      route.set({band});
    }
  }
}

customElements.define('band-totals', BandTotals);

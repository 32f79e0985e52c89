import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {csvButton} from '../pieces/section-buttons.js';
import {downloadCsv} from '../core/csv.js';
import {route} from '../core/route.js';
import {apportion} from '../core/exact.js';
import {count, money, month, movedMoney, words} from '../core/wording.js';
import {gap, movements} from './ledger-reading.js';

const SHOWN = 13;
const names = {new: 'New', reactivation: 'Reactivation', fx: 'FX'};

/** The ledger month by month, newest first; each row closes and begins where the one before ended. */
class LedgerTable extends LitElement {
  static properties = {rows: {attribute: false}, currency: {}, period: {}, whole: {state: true}};

  static styles = [
    foundation,
    controls,
    sections,
    tables,
    css`
      .tbl {
        min-width: 900px;
      }
      tbody th button {
        padding: 4px 0;
        border: 0;
        background: none;
        font-weight: 500;
        cursor: pointer;
      }
      tbody th button:hover {
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      .on > * {
        background: var(--hover);
      }
      .on > :first-child {
        box-shadow: inset 2px 0 var(--accent);
      }
      .tbl th:first-child {
        padding-left: 10px;
      }
      .tbl td:last-child,
      .tbl th:last-child {
        padding-right: 10px;
      }
      .all {
        padding-top: 12px;
      }
      .end {
        font-weight: 500;
      }
    `,
  ];

  render() {
    const newest = this.rows.toReversed().slice(0, this.whole ? undefined : SHOWN);
    const open = this.rows.filter((row) => gap(row) !== 0n).length;
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">Ledger</h2>
        <p>${count(this.rows.length)} months, ${open ? `${open} do not close` : 'each closes and begins where the one before ended'}</p>
        <span class="sp"></span>
        ${csvButton(this.#save)}
      </header>
      <div class="scrolls" tabindex="0" role="region" aria-label="Ledger, scrolls sideways">
        <table class="tbl d">
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col" class="num">Start</th>
              ${movements.map((name) => html`<th scope="col" class="num">${names[name] ?? words(name)}</th>`)}
              <th scope="col" class="num">End</th>
            </tr>
          </thead>
          <tbody>
            ${newest.map((row) => this.#row(row))}
          </tbody>
        </table>
      </div>
      ${newest.length < this.rows.length ? this.#showAll() : nothing}
    </section>`;
  }

  #row(row) {
    const {currency} = this;
    const [start, end] = [Math.round(Number(row.start)), Math.round(Number(row.end))];
    const printed = apportion(
      movements.map((name) => Number(row[name] ?? 0)),
      end - start,
    );
    return html`<tr class=${row.period === this.period ? 'on' : ''}>
      <th scope="row">
        <button type="button" aria-label="Show ${month(row.period)}" @click=${() => this.#pick(row.period)}>${month(row.period)}</button>
      </th>
      <td class="num i2">${money(start, currency)}</td>
      ${printed.map((amount) => html`<td class="num ${amount < 0 ? 'out' : amount > 0 ? 'in' : 'i3'}">${amount ? movedMoney(amount, currency) : '0'}</td>`)}
      <td class="num end">${money(end, currency)}</td>
    </tr>`;
  }

  #showAll() {
    return html`<p class="all">
      <button class="btn s" type="button" @click=${() => (this.whole = true)}>Show all ${count(this.rows.length)} months</button>
    </p>`;
  }

  #pick(period) {
    route.set({period: period === this.rows.at(-1).period ? '' : period});
    scrollTo({top: 0});
  }

  #save() {
    downloadCsv(
      'mrr-ledger',
      [
        ['period', (row) => row.period],
        ['start', (row) => row.start],
        ...movements.map((name) => [name, (row) => row[name]]),
        ['end', (row) => row.end],
        ['currency', () => this.currency],
      ],
      this.rows,
    );
  }
}

customElements.define('ledger-table', LedgerTable);

import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {csvButton} from '../pieces/section-buttons.js';
import {bodyOf} from '../pieces/section-state.js';
import {api} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {downloadCsv} from '../core/csv.js';
import {monthsAfter} from '../core/months.js';
import {placed} from '../core/placed.js';
import {money, movedMoney, percent, words} from '../core/wording.js';

const kinds = ['voluntary', 'involuntary', 'unclassified'];

/** Churned MRR of twelve months by kind and reason; voluntary solid, involuntary hatched, unclassified open. */
class ChurnReasons extends LitElement {
  static properties = {period: {}, currency: {}};

  static styles = [
    foundation,
    controls,
    sections,
    tables,
    css`
      .tbl tbody .group > * {
        background: var(--hover);
        font-weight: 600;
      }
      .tbl .group > * {
        height: 30px;
      }
      .tbl .group > :first-child {
        padding-left: 8px;
      }
      .tbl tbody th {
        padding-left: 8px;
      }
      .wide {
        width: 42%;
      }
      i {
        display: block;
        height: 12px;
        border-radius: 1px;
        min-width: 2px;
        background: var(--out-mark);
      }
      i.involuntary {
        background: repeating-linear-gradient(135deg, var(--out-mark) 0 2px, transparent 2px 4.5px);
        box-shadow: inset 0 0 0 1px var(--out-mark);
      }
      i.unclassified {
        background: none;
        box-shadow: inset 0 0 0 1px var(--out-mark);
      }
      @media (max-width: 720px) {
        .wide {
          width: 24%;
        }
      }
    `,
  ];

  churn = new Answer(this, {
    key: () => this.period,
    scope: 'metrics:read',
    ask: (signal) => api.get('/api/v1/metrics/churn-reasons', {from: monthsAfter(this.period, -11), to: this.period}, signal),
    every: 3,
  });

  render() {
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">Churn by kind and reason</h2>
        <p>12 months</p>
        <span class="sp"></span>
        ${this.churn.value?.rows.length ? csvButton(this.#save) : nothing}
      </header>
      ${bodyOf(this.churn, 'Churn', ({rows}) => this.#table(rows), {rows: 8, scope: 'metrics:read'})}
    </section>`;
  }

  #table(rows) {
    if (!rows.length) {
      return html`<p class="foot">0 accounts churned in these 12 months.</p>`;
    }
    const {currency} = this;
    const reasons = rows.map(({churnKind, reason, accounts, amount}) => ({
      kind: churnKind,
      reason,
      accounts,
      lost: Math.abs(Number(amount)),
    }));
    const total = lostIn(reasons);
    const most = Math.max(...reasons.map(({lost}) => lost));
    return html`<table class="tbl d">
      <thead>
        <tr>
          <th scope="col">Reason</th>
          <th scope="col"><span class="vh">Share</span></th>
          <th scope="col" class="num">Accounts</th>
          <th scope="col" class="num">MRR lost</th>
        </tr>
      </thead>
      <tbody>
        ${kinds.map((kind) => {
          const own = reasons.filter((reason) => reason.kind === kind);
          const lost = lostIn(own);
          return own.length
            ? html`<tr class="group">
                  <th scope="row">${words(kind)}</th>
                  <td class="i2">${percent(lost / total)} of ${money(total, currency)}</td>
                  <td class="num">${own.reduce((sum, {accounts}) => sum + accounts, 0)}</td>
                  <td class="num out">${movedMoney(-lost, currency)}</td>
                </tr>
                ${own.map(
                  (reason) =>
                    html`<tr>
                      <th scope="row">${reason.reason ? words(reason.reason) : 'No reason given'}</th>
                      <td class="wide"><i class="mark ${kind}" ${placed({width: `${(reason.lost / most) * 100}%`})}></i></td>
                      <td class="num">${reason.accounts}</td>
                      <td class="num">${movedMoney(-reason.lost, currency)}</td>
                    </tr>`,
                )}`
            : nothing;
        })}
      </tbody>
    </table>`;
  }

  #save() {
    downloadCsv(
      `churn-${this.period}`,
      [
        ['kind', (row) => row.churnKind],
        ['reason', (row) => row.reason],
        ['accounts', (row) => row.accounts],
        ['mrr', (row) => row.amount],
        ['currency', () => this.currency],
      ],
      this.churn.value.rows,
    );
  }
}

const lostIn = (reasons) => reasons.reduce((total, {lost}) => total + lost, 0);

customElements.define('churn-reasons', ChurnReasons);

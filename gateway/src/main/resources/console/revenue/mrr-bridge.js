import {LitElement, html, css} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {choiceBar} from '../pieces/choice-bar.js';
import {csvButton, tableButton} from '../pieces/section-buttons.js';
import {downloadCsv} from '../core/csv.js';
import {money, month, movedMoney} from '../core/wording.js';
import {bridgeSteps, gap} from './ledger-reading.js';
import {mrrBridgeChart, stepWords} from './mrr-bridge-chart.js';
import '../charts/drawn-chart.js';

/** What changed MRR: from start to end, and that it closes. Emits `span-chosen`. */
class MrrBridge extends LitElement {
  static properties = {row: {attribute: false}, movements: {attribute: false}, span: {}, currency: {}, asOf: {}, asTable: {state: true}};

  static styles = [
    foundation,
    controls,
    sections,
    tables,
    css`
      .plot {
        padding-top: 12px;
        min-height: 336px;
      }
    `,
  ];

  render() {
    const {row, currency} = this;
    const bridge = bridgeSteps(row, this.movements);
    const left = gap(row);
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">MRR bridge</h2>
        <p>
          ${row.from === row.to ? month(row.to) : `${month(row.from)} to ${month(row.to)}`},
          ${left === 0n ? `closes to ${money(0, currency)}` : 'does not close'}
        </p>
        <span class="sp"></span>
        ${choiceBar(
          'Span',
          [
            ['month', 'Month'],
            ['quarter', 'Quarter'],
            ['year', '12 months'],
          ],
          this.span,
          (span) => this.dispatchEvent(new CustomEvent('span-chosen', {detail: span})),
        )}
        ${tableButton(this.asTable, () => (this.asTable = !this.asTable))} ${csvButton(this.#save)}
      </header>
      ${this.asTable ? this.#table(bridge) : this.#chart(bridge)}
    </section>`;
  }

  #chart(bridge) {
    const {says, note, marks, draw} = mrrBridgeChart(bridge, this.row, this.currency, this.asOf);
    return html`<div class="plot">
      <drawn-chart .height=${310} .data=${JSON.stringify(bridge)} .draw=${draw} says=${says} .marks=${marks}></drawn-chart>
      <p class="foot">${note}</p>
    </div>`;
  }

  #table({start, end, steps}) {
    const {currency} = this;
    return html`<div class="plot">
      <table class="tbl d">
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col" class="num">Accounts</th>
            <th scope="col" class="num">MRR</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Start</th>
            <td></td>
            <td class="num">${money(start, currency)}</td>
          </tr>
          ${steps.map(
            (step) =>
              html`<tr>
                <th scope="row">${stepWords[step.name]}</th>
                <td class="num i2">${step.accounts ?? ''}</td>
                <td class="num ${step.printed < 0 ? 'out' : 'in'}">${movedMoney(step.printed, currency)}</td>
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">End</th>
            <td></td>
            <td class="num">${money(end, currency)}</td>
          </tr>
        </tfoot>
      </table>
    </div>`;
  }

  #save() {
    const {row, movements, currency} = this;
    const steps = bridgeSteps(row, movements).steps.map(({movement, kind, accounts, exact}) => ({step: movement, kind, accounts, mrr: exact}));
    downloadCsv(
      `mrr-bridge-${row.from}-${row.to}`,
      [
        ['step', ({step}) => step],
        ['churn_kind', ({kind}) => kind],
        ['accounts', ({accounts}) => accounts],
        ['mrr', ({mrr}) => mrr],
        ['currency', () => currency],
      ],
      [{step: 'start', mrr: row.start}, ...steps, {step: 'end', mrr: row.end}],
    );
  }
}

customElements.define('mrr-bridge', MrrBridge);

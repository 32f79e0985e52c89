import {LitElement, html, css} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {csvButton, tableButton} from '../pieces/section-buttons.js';
import {downloadCsv} from '../core/csv.js';
import {count, percent} from '../core/wording.js';
import {calibrationChart} from './calibration-chart.js';
import '../charts/drawn-chart.js';

/** Whether as many left as the bands' prior says, by tenths of the score. */
class BacktestCalibration extends LitElement {
  static properties = {deciles: {attribute: false}, asTable: {state: true}};

  static styles = [
    foundation,
    controls,
    sections,
    tables,
    css`
      .plot {
        padding-top: 14px;
      }
    `,
  ];

  render() {
    const {deciles} = this;
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">Calibration</h2>
        <p>Share that left within the horizon, by score</p>
        <span class="sp"></span>
        ${deciles.length ? html`${tableButton(this.asTable, () => (this.asTable = !this.asTable))} ${csvButton(() => this.#save())}` : ''}
      </header>
      ${deciles.length ? (this.asTable ? this.#table() : this.#chart()) : html`<p class="foot">No scored week whose horizon is over.</p>`}
      <p class="foot">Expected far below observed: the prior flatters. Only weeks whose horizon is over count.</p>
    </section>`;
  }

  #chart() {
    const {says, marks, draw} = calibrationChart(this.deciles);
    return html`<div class="plot">
      <drawn-chart .height=${260} .data=${JSON.stringify(this.deciles)} .draw=${draw} says=${says} .marks=${marks}></drawn-chart>
    </div>`;
  }

  #table() {
    return html`<table class="tbl d">
      <thead>
        <tr>
          <th scope="col">Score</th>
          <th scope="col" class="num">Weeks</th>
          <th scope="col" class="num">Expected</th>
          <th scope="col" class="num">Observed</th>
        </tr>
      </thead>
      <tbody>
        ${this.deciles.map(
          (one) =>
            html`<tr>
              <th scope="row">${Math.round(Number(one.fromScore))} to ${Math.round(Number(one.toScore))}</th>
              <td class="num">${count(one.accountWeeks)}</td>
              <td class="num">${percent(one.expected, 1)}</td>
              <td class="num">${percent(one.observed, 1)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #save() {
    downloadCsv(
      'calibration',
      ['fromScore', 'toScore', 'accountWeeks', 'expected', 'observed'].map((name) => [
        name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        (one) => one[name],
      ]),
      this.deciles,
    );
  }
}

customElements.define('backtest-calibration', BacktestCalibration);

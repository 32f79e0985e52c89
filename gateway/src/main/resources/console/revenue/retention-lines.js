import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {csvButton, tableButton} from '../pieces/section-buttons.js';
import {bodyOf} from '../pieces/section-state.js';
import {downloadCsv} from '../core/csv.js';
import {month, percent} from '../core/wording.js';
import {retentionLinesChart} from './retention-lines-chart.js';
import '../charts/drawn-chart.js';

const MONTHS = 12;

/** NRR and GRR over trailing twelve months, on the same points per pixel. */
class RetentionLines extends LitElement {
  static properties = {retention: {attribute: false}, period: {}, version: {attribute: false}, asTable: {state: true}};

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
    const {nrr, grr} = this.retention;
    const waiting = nrr.value === undefined ? nrr : grr;
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">NRR and GRR</h2>
        <p>12 months trailing, %</p>
        <span class="sp"></span>
        ${tableButton(this.asTable, () => (this.asTable = !this.asTable))} ${csvButton(this.#save)}
      </header>
      ${bodyOf(waiting, 'Retention', () => this.#body(), {rows: 8, scope: 'metrics:read'})}
    </section>`;
  }

  #body() {
    const rows = this.#rows();
    const known = rows.filter(({nrr, grr}) => nrr !== null || grr !== null);
    if (known.length < 2) {
      return html`<p class="foot">${known.length} of 2 months: a line needs two months with accounts 12 months before.</p>`;
    }
    if (this.asTable) {
      return html`<table class="tbl d">
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col" class="num">NRR</th>
            <th scope="col" class="num">GRR</th>
            <th scope="col" class="num">Logo retention</th>
          </tr>
        </thead>
        <tbody>
          ${rows.toReversed().map(
            (row) =>
              html`<tr>
                <th scope="row">${month(row.period)}</th>
                <td class="num">${percent(row.nrr, 1) || 'none'}</td>
                <td class="num">${percent(row.grr, 1) || 'none'}</td>
                <td class="num">${percent(row.logo, 1) || 'none'}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
    }
    const {says, marks, draw} = retentionLinesChart(rows);
    return html`<div class="plot">
      <drawn-chart .height=${300} .data=${JSON.stringify(rows)} .draw=${draw} says=${says} .marks=${marks}></drawn-chart>
    </div>`;
  }

  #rows() {
    const of = (name) =>
      new Map((this.retention[name].value?.rows ?? []).map(({period, value}) => [period, value === null ? null : Number(value)]));
    const [nrr, grr, logo] = ['nrr', 'grr', 'logo'].map(of);
    const periods = [...nrr.keys()];
    const end = periods.indexOf(this.period);
    const rows = periods
      .slice(Math.max(0, end - MONTHS), end + 1)
      .map((period) => ({period, nrr: nrr.get(period) ?? null, grr: grr.get(period) ?? null, logo: logo.get(period) ?? null}));
    const first = rows.findIndex((row) => row.nrr !== null);
    return first < 0 ? [] : rows.slice(first);
  }

  #save() {
    downloadCsv(
      'retention-12m',
      [
        ['period', (row) => row.period],
        ['nrr', (row) => row.nrr],
        ['grr', (row) => row.grr],
        ['logo_retention', (row) => row.logo],
      ],
      this.#rows(),
    );
  }
}

customElements.define('retention-lines', RetentionLines);

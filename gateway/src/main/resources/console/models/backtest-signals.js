import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {bands} from '../styles/bands.js';
import {percent, plural} from '../core/wording.js';
import {aucBar} from './auc-scale.js';
import {aucScaleStyle} from './auc-scale-style.js';
import {aucText, aucWords, suspicionWords} from './backtest-reading.js';

/** Each signal by itself: how often it had data, how well it tells, and whether it is suspected. */
class BacktestSignals extends LitElement {
  static properties = {report: {attribute: false}};

  static styles = [
    foundation,
    sections,
    tables,
    bands,
    aucScaleStyle,
    css`
      .bar {
        width: 34%;
        min-width: 140px;
      }
      @media (max-width: 480px) {
        .bar {
          min-width: 88px;
        }
      }
      .tbl tbody th {
        padding-block: 6px;
      }
    `,
  ];

  render() {
    const {signals, verdict} = this.report;
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">Signals</h2>
        <p>${plural(signals.length, 'signal')}, each by itself</p>
      </header>
      <div class="scrolls" tabindex="0" role="region" aria-label="Signals, scrolls sideways">
        <table class="tbl">
          <thead>
            <tr>
              <th scope="col">Signal</th>
              <th scope="col" class="num">Coverage</th>
              <th scope="col" class="num">AUC</th>
              <th scope="col" class="bar">0.3 to 1</th>
            </tr>
          </thead>
          <tbody>
            ${signals.map((signal) => this.#row(signal, verdict.suspicions))}
          </tbody>
        </table>
      </div>
      <p class="foot">Coverage is the share of the weeks in which a signal had data. The dotted line is 0.5, a coin.</p>
    </section>`;
  }

  #row({key, name, coverage, auc}, suspicions) {
    return html`<tr>
      <th scope="row">
        ${name}
        ${suspicions.filter(({signal}) => signal === key).map(({why, sentence}) => html`<span class="tag gap" title=${sentence}>${suspicionWords(why)}</span> `)}
      </th>
      <td class="num">${percent(coverage, 0) || 'none'}</td>
      <td class="num" title=${auc ? aucWords(auc) : nothing}>${aucText(auc?.value) || 'not known'}</td>
      <td class="bar">${auc ? aucBar(auc) : nothing}</td>
    </tr>`;
  }
}

customElements.define('backtest-signals', BacktestSignals);

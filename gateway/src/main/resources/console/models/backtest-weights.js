import {LitElement, html, css} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {percent, signed, words} from '../core/wording.js';
import {suggestedAxes} from './backtest-reading.js';

/** Today's weights beside those the outcomes suggest; nothing here applies them. */
class BacktestWeights extends LitElement {
  static properties = {report: {attribute: false}};

  static styles = [
    foundation,
    sections,
    tables,
    css`
      .tbl .signal th {
        padding-left: 16px;
        font-weight: 400;
      }
      .same {
        color: var(--ink-3);
      }
    `,
  ];

  render() {
    const axes = suggestedAxes(this.report.suggestions);
    const names = new Map(this.report.signals.map(({key, name}) => [key, name]));
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">Suggested weights</h2>
        <p>Never applied by themselves</p>
      </header>
      ${axes.length ? this.#table(axes, names) : html`<p class="foot">Nothing is suggested.</p>`}
      <p class="foot">
        Each signal is looked at by itself; two that tell the same get their weight twice. Read suggestions as a question, not as an answer.
      </p>
    </section>`;
  }

  #table(axes, names) {
    return html`<table class="tbl d">
      <thead>
        <tr>
          <th scope="col">Axis and signal</th>
          <th scope="col" class="num">Today</th>
          <th scope="col" class="num">Suggested</th>
          <th scope="col" class="num">Change</th>
        </tr>
      </thead>
      <tbody>
        ${axes.flatMap((axis) => [this.#row(words(axis.axis), axis, 'axis'), ...axis.signals.map((one) => this.#row(names.get(one.key) ?? one.key, one, 'signal'))])}
      </tbody>
    </table>`;
  }

  #row(name, {today, suggested}, kind) {
    const change = Math.round((suggested - today) * 100);
    return html`<tr class=${kind}>
      <th scope="row">${name}</th>
      <td class="num">${percent(today, 0)}</td>
      <td class="num">${percent(suggested, 0)}</td>
      <td class="num ${change ? 'w5' : 'same'}">${change ? signed(change) : '0'}</td>
    </tr>`;
  }
}

customElements.define('backtest-weights', BacktestWeights);

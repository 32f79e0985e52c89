import {LitElement, html, css} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {figures} from './backtest-reading.js';

/** What the score would have been good for: precision, lift, lead time, warned, false alarms. */
class BacktestFigures extends LitElement {
  static properties = {report: {attribute: false}, horizonDays: {type: Number}};

  static styles = [
    foundation,
    sections,
    css`
      .strip {
        grid-template-columns: repeat(5, 1fr);
      }
      @media (max-width: 1180px) {
        .strip {
          grid-template-columns: 1fr 1fr;
        }
        .strip > div:nth-child(2n + 1) {
          border-left: 0;
        }
        .strip > div:nth-child(n + 3) {
          border-top: 1px solid var(--line);
        }
        .strip > div:last-child {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  render() {
    return html`<dl class="strip">
      ${figures(this.report, this.horizonDays).map(
        ([name, value, sentence]) =>
          html`<div>
            <dt>${name}</dt>
            <dd class="v">${value}</dd>
            <dd class="c">${sentence}</dd>
          </div>`,
      )}
    </dl>`;
  }
}

customElements.define('backtest-figures', BacktestFigures);

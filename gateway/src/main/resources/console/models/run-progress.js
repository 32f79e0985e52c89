import {LitElement, html, svg, css} from 'lit';
import {foundation} from '../styles/foundation.js';
import {count, plural} from '../core/wording.js';
import {progressOf} from './backtest-reading.js';

/** How far a backtest has come. */
class RunProgress extends LitElement {
  static properties = {one: {attribute: false}, told: {type: Boolean}};

  static styles = [
    foundation,
    css`
      svg {
        width: 100%;
        height: 6px;
        border-radius: var(--r-1);
        background: var(--sunken);
        box-shadow: inset 0 0 0 1px var(--line);
      }
      rect {
        fill: var(--data);
      }
      p {
        margin-top: 6px;
        color: var(--ink-2);
      }
    `,
  ];

  render() {
    const share = progressOf(this.one) ?? 0;
    const {accounts, done} = this.one.progress;
    const words = accounts ? `${count(done)} of ${plural(accounts, 'account')} looked at` : 'Waits for its turn; one backtest runs at a time.';
    return html`<div role="progressbar" aria-label="Progress" aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(share * 100)} aria-valuetext=${words}>
        <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">${svg`<rect width=${share * 100} height="6"></rect>`}</svg>
      </div>
      ${this.told ? html`<p>${words}</p>` : ''}`;
  }
}

customElements.define('run-progress', RunProgress);

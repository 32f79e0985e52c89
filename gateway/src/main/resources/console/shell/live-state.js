import {LitElement, html, css} from 'lit';
import {foundation} from '../styles/foundation.js';
import {pulse} from '../core/pulse.js';
import {route} from '../core/route.js';
import {clock, moment, since} from '../core/wording.js';

/** How fresh the screen is: live, reconnecting, or a day in the past. */
class LiveState extends LitElement {
  static properties = {now: {state: true}};

  static styles = [
    foundation,
    css`
      :host {
        display: flex;
        align-items: center;
        padding: 0 6px;
        color: var(--ink-3);
        font-size: var(--t-sm);
        white-space: nowrap;
      }
      i {
        width: 6px;
        height: 6px;
        margin-right: 6px;
        border-radius: 50%;
        background: var(--ink-3);
      }
      i.open {
        background: none;
        box-shadow: inset 0 0 0 1.5px var(--ink-3);
      }
      b {
        color: var(--ink);
        font-weight: 500;
      }
      @media (max-width: 720px) {
        .shown:not(.bad),
        i:not(.open) {
          display: none;
        }
      }
    `,
  ];

  #tick;
  #again = () => (this.now = Date.now());

  connectedCallback() {
    super.connectedCallback();
    this.#tick = setInterval(this.#again, 1000);
    pulse.addEventListener('state', this.#again);
    route.addEventListener('change', this.#again);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#tick);
    pulse.removeEventListener('state', this.#again);
    route.removeEventListener('change', this.#again);
  }

  render() {
    const {asOf} = route.current.query;
    if (asOf) {
      return html`<i class="open"></i><b>As of ${moment(asOf)}</b>`;
    }
    const away = pulse.state !== 'live';
    return html`<i class=${away ? 'open' : ''} aria-hidden="true"></i>
      <span class="shown ${away ? 'bad' : ''}" aria-hidden="true"
        >${away ? `Reconnecting, data of ${clock(pulse.lastGood)}` : `Live, ${since(Date.now() - pulse.lastGood)} ago`}</span
      >
      <span class="vh" role="status">${away ? `Reconnecting, data of ${clock(pulse.lastGood)}` : 'Live'}</span>`;
  }
}

customElements.define('live-state', LiveState);

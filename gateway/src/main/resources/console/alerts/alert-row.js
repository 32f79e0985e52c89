import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {bands} from '../styles/bands.js';
import {bandShape, bandWord} from '../pieces/band-shape.js';
import {icon} from '../pieces/icon.js';
import {accountLink} from '../core/route.js';
import {bandWords, money, moment, person, score, since, words} from '../core/wording.js';

const verdicts = [
  ['true', 'True', 'The account was in danger'],
  ['false', 'False', 'It was not'],
  ['too_late', 'Too late', 'It was, and nothing could be done any more'],
];

/** One alert with its reasons. Emits `acknowledge` and `close-alert` with the verdict. */
class AlertRow extends LitElement {
  static properties = {alert: {attribute: false}, mayAct: {type: Boolean}, current: {type: Boolean}, judging: {state: true}};

  static styles = [
    foundation,
    controls,
    bands,
    css`
      .row {
        display: grid;
        grid-template-columns: 52px minmax(0, 1fr) 110px 210px;
        gap: 0 18px;
        align-items: start;
        padding: 12px 12px 13px 10px;
        border-bottom: 1px solid var(--line);
        border-left: 2px solid transparent;
      }
      .row:hover {
        background: var(--hover);
      }
      .current {
        background: var(--hover);
        border-left-color: var(--accent);
      }
      .score {
        display: flex;
        align-items: center;
        gap: 7px;
        font-size: var(--t-lg);
        line-height: 20px;
        font-weight: 600;
      }
      .name {
        display: flex;
        align-items: center;
        gap: 4px 8px;
        flex-wrap: wrap;
        min-height: 20px;
      }
      .name a {
        font-weight: 600;
        padding: 2px 0;
        margin: -2px 0;
      }
      .name a:hover {
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      .tag {
        height: 18px;
      }
      ul {
        margin-top: 3px;
        color: var(--ink-2);
      }
      li {
        text-wrap: pretty;
      }
      .by {
        margin-top: 3px;
        color: var(--ink-3);
        font-size: var(--t-sm);
        line-height: var(--l-sm);
      }
      .risk {
        text-align: right;
      }
      .risk b {
        display: block;
      }
      .risk small {
        display: block;
        margin-top: 2px;
        color: var(--ink-3);
        font-size: var(--t-sm);
        line-height: var(--l-sm);
      }
      .why {
        color: var(--ink-3);
        font-size: var(--t-sm);
      }
      .do {
        display: flex;
        justify-content: flex-end;
        gap: 6px;
        flex-wrap: wrap;
      }
      .judge {
        grid-column: 2 / -1;
        display: flex;
        align-items: center;
        gap: 6px 8px;
        flex-wrap: wrap;
        margin-top: 10px;
        padding-top: 10px;
        border-top: 1px solid var(--line);
        color: var(--ink-2);
      }
      @media (max-width: 1180px) {
        .row {
          grid-template-columns: 48px minmax(0, 1fr) 96px;
        }
        .do {
          grid-column: 2 / -1;
          justify-content: flex-start;
          margin-top: 8px;
        }
      }
      @media (max-width: 720px) {
        .row {
          gap: 0 10px;
          margin: 0 -12px;
          grid-template-columns: 46px minmax(0, 1fr) auto;
        }
        .do {
          grid-column: 1 / -1;
        }
        .do .btn {
          flex: 1;
          height: 40px;
        }
        .judge {
          grid-column: 1 / -1;
        }
        kbd {
          display: none;
        }
      }
    `,
  ];

  render() {
    const {alert} = this;
    const band = alert.nowBand ?? alert.band ?? 'unknown';
    return html`<div class="row ${this.current ? 'current' : ''}" aria-current=${this.current ? 'true' : nothing}>
      <div class="score">${bandShape(band)}${score(alert.nowScore ?? alert.score)}<span class="vh"> ${bandWords[band]}</span></div>
      <div>
        <div class="name">
          <a href=${accountLink(alert.accountId)}>${alert.accountName}</a>${bandWord(band)}<span class="tag">${words(alert.kind)}</span
          >${alert.fromHistory ? html`<span class="tag">From loaded history</span>` : nothing}${alert.mutedBy ? html`<span class="tag">Muted by a payment alert</span>` : nothing}
        </div>
        <ul>
          ${this.#reasons().map((reason) => html`<li>${reason}</li>`)}
        </ul>
        <p class="by">${this.#state()}${alert.owner ? `. Owner ${person(alert.owner)}` : ''}</p>
      </div>
      <div class="risk">
        ${alert.revenueAtRisk === undefined || alert.revenueAtRisk === null ? nothing : html`<b>${money(alert.revenueAtRisk, alert.currency)}</b><small>at risk</small>`}${alert.mrr ? html`<small>${money(alert.mrr, alert.currency)} MRR</small>` : nothing}
      </div>
      <div class="do">${alert.state === 'closed' ? nothing : this.#actions(alert)}</div>
      ${this.judging && alert.state !== 'closed' ? html`<div class="judge" role="group" aria-label="Verdict"><span>The alert was</span>${verdicts.map(([key, word, meaning]) => html`<button class="btn s" type="button" title=${meaning} @click=${() => this.#judge(key)}>${word}</button>`)}</div>` : nothing}
    </div>`;
  }

  #actions(alert) {
    const off = String(!this.mayAct);
    return html`${alert.state === 'open' ? html`<button class="btn s" type="button" aria-disabled=${off} @click=${() => this.mayAct && this.#send('acknowledge')}>Acknowledge ${this.current ? html`<kbd aria-hidden="true">A</kbd>` : nothing}</button>` : nothing}
      <button
        class="btn s"
        type="button"
        aria-disabled=${off}
        aria-expanded=${String(Boolean(this.judging))}
        @click=${() => this.mayAct && (this.judging = !this.judging)}
      >
        Close${icon('down', true)}
      </button>
      ${this.mayAct ? nothing : html`<small class="why">Needs the scope <span class="mono">alerts:write</span></small>`}`;
  }

  #reasons() {
    const {reasons, title} = this.alert;
    return reasons?.length ? reasons.slice(0, 3).map(({sentence}) => sentence) : title ? [title] : [];
  }

  #state() {
    const {state, at, closedAt, verdict} = this.alert;
    const opened = `Opened ${moment(at)}`;
    const age = Date.now() - Date.parse(at);
    if (state === 'closed') {
      return `${opened}, closed${closedAt ? ` ${moment(closedAt)}` : ''}${verdict ? ` as ${words(verdict).toLowerCase()}` : ' by itself: the account recovered'}`;
    }
    return state === 'acknowledged' ? `${opened}, acknowledged` : age >= 0 ? `${opened}, ${since(age)} ago` : opened;
  }

  #judge(verdict) {
    this.judging = false;
    this.#send('close-alert', verdict);
  }

  #send(name, detail) {
    this.dispatchEvent(new CustomEvent(name, {detail}));
  }
}

customElements.define('alert-row', AlertRow);

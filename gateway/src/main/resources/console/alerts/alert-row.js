import {LitElement, html, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {bands} from '../styles/bands.js';
import {bandShape, bandWord} from '../pieces/band-shape.js';
import {icon} from '../pieces/icon.js';
import {isKnown} from '../core/known.js';
import {accountLink} from '../core/route.js';
import {bandWords, dated, money, moment, person, score, since, words} from '../core/wording.js';
import {alertRowStyle} from './alert-row-style.js';

const verdicts = [
  ['true', 'True', 'The account was in danger'],
  ['false', 'False', 'It was not'],
  ['too_late', 'Too late', 'It was, and nothing could be done any more'],
];

/** One alert with its reasons. Emits `acknowledge` and `close-alert` with the verdict. */
class AlertRow extends LitElement {
  static properties = {alert: {attribute: false}, mayAct: {type: Boolean}, current: {type: Boolean}, judging: {state: true}};

  static styles = [foundation, controls, bands, alertRowStyle];

  render() {
    const {alert} = this;
    const band = alert.nowBand ?? alert.band ?? 'unknown';
    return html`<div class="row ${this.current ? 'current' : ''}" aria-current=${this.current ? 'true' : nothing}>
      <div class="score">${bandShape(band)}${score(alert.nowScore ?? alert.score)}<span class="vh"> ${bandWords[band]}</span></div>
      <div>
        <div class="name">
          <a href=${accountLink(alert.accountId)}>${alert.accountName}</a>${bandWord(band)}<span class="tag">${words(alert.kind)}</span
          >${alert.mutedBy ? html`<span class="tag">Muted by a payment alert</span>` : nothing}
        </div>
        ${this.#reasons()}
        <p class="by">${this.#state()}${alert.owner ? `. Owner ${person(alert.owner)}` : ''}</p>
      </div>
      <div class="risk">
        ${isKnown(alert.revenueAtRisk) ? html`<b>${money(alert.revenueAtRisk, alert.currency)}</b><small>at risk</small>` : nothing}
        ${alert.mrr ? html`<small>${money(alert.mrr, alert.currency)} MRR</small>` : nothing}
      </div>
      <div class="do">${alert.state === 'closed' ? nothing : this.#actions(alert)}</div>
      ${this.judging && alert.state !== 'closed' ? this.#verdicts() : nothing}
    </div>`;
  }

  #actions(alert) {
    const off = String(!this.mayAct);
    const acknowledge = html`<button
      class="btn s"
      type="button"
      aria-disabled=${off}
      @click=${() => this.mayAct && this.#send('acknowledge')}
    >
      Acknowledge ${this.current ? html`<kbd aria-hidden="true">A</kbd>` : nothing}
    </button>`;
    return html`${alert.state === 'open' ? acknowledge : nothing}
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

  #verdicts() {
    return html`<div class="judge" role="group" aria-label="Verdict">
      <span>The alert was</span>
      ${verdicts.map(([key, word, meaning]) => html`<button class="btn s" type="button" title=${meaning} @click=${() => this.#judge(key)}>${word}</button>`)}
    </div>`;
  }

  /** The worst reason on a line of its own, what adds to it on the next. */
  #reasons() {
    const {reasons, title} = this.alert;
    const [worst, ...further] = reasons?.length ? reasons.slice(0, 3).map(({sentence}) => dated(sentence)) : [title];
    return html`<p class="worst">${worst}</p>
      ${further.length ? html`<p class="further">${further.join('. ')}</p>` : nothing}`;
  }

  #state() {
    const {state, at, closedAt, verdict, fromHistory} = this.alert;
    const opened = `Opened ${moment(at)}${fromHistory ? ' from loaded history' : ''}`;
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

import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {icon} from '../pieces/icon.js';
import {bodyOf} from '../pieces/section-state.js';
import {besidesTitle, isOpen} from '../alerts/alert-reading.js';
import {api} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {dated, day, moment, plural, words} from '../core/wording.js';
import {sideStyle} from './side-style.js';

/** What was raised about this account and which plays answered. */
class AccountAlerts extends LitElement {
  static properties = {accountId: {}};

  static styles = [
    foundation,
    controls,
    sections,
    sideStyle,
    css`
      .next {
        border: 1px solid var(--line-strong);
        border-radius: var(--r-3);
        box-shadow: var(--shadow-1);
        background: var(--raised);
        padding: 14px 16px 16px;
        margin: 12px 0;
      }
      .next h3 {
        text-wrap: pretty;
      }
      .next .k {
        display: flex;
        justify-content: space-between;
        color: var(--ink-3);
        font-size: var(--t-sm);
        margin-bottom: 2px;
      }
      .next ul {
        margin: 8px 0 12px;
        color: var(--ink-2);
      }
      .next li {
        padding: 3px 0;
        text-wrap: pretty;
      }
    `,
  ];

  alerts = new Answer(this, {
    key: () => this.accountId,
    scope: 'alerts:read',
    ask: (signal) => api.get('/api/v1/alerts', {account: this.accountId, limit: 50}, signal),
  });
  runs = new Answer(this, {
    key: () => this.accountId,
    scope: 'plays:read',
    ask: (signal) => api.get('/api/v1/play-runs', {account: this.accountId, limit: 50}, signal),
  });

  render() {
    const open = (this.alerts.value?.items ?? []).filter(isOpen);
    return html`<section class="side" aria-labelledby="title">
      <header>
        <h2 id="title">Alerts and plays</h2>
        <p>${this.alerts.value ? `${open.length} open` : nothing}</p>
      </header>
      ${bodyOf(this.alerts, 'Alerts', () => this.#alerts(open), {rows: 3, scope: 'alerts:read'})}
      ${bodyOf(this.runs, 'Play runs', ({items}) => this.#runs(items), {rows: 1, scope: 'plays:read'})}
    </section>`;
  }

  updated() {
    this.toggleAttribute('urgent', Boolean(this.alerts.value?.items.some(isOpen)));
  }

  #alerts(open) {
    if (!open.length) {
      const closed = this.alerts.value.items.length;
      return html`<p class="empty">
        <b>0 open alerts.</b> ${closed ? `${plural(closed, 'alert')} closed before.` : 'None was raised about this account.'}
      </p>`;
    }
    return html`<div class="open">
      ${open.map(
        (alert) =>
          html`<div class="next">
            <div class="k">
              <span>${alert.state === 'acknowledged' ? 'Acknowledged' : 'Open'} since ${day(alert.at)}</span
              ><span>${words(alert.kind)}</span>
            </div>
            <h3>${alert.title}</h3>
            <ul>
              ${besidesTitle(alert).map((sentence) => html`<li>${dated(sentence)}</li>`)}
            </ul>
            <a class="btn s" href="/alerts?alert=${alert.alertId}">${icon('alerts')}Open in alerts</a>
          </div>`,
      )}
    </div>`;
  }

  #runs(items) {
    return items.length
      ? html`<ul class="list">
          ${items
            .slice(0, 6)
            .map(
              (run) =>
                html`<li>
                  <span class="w5">${words(run.play)}</span><span>${this.#stateOf(run)}</span>
                  <small>Version ${run.version}, since ${day(run.startedAt)}${run.endedAt ? `, ended ${day(run.endedAt)}` : ''}</small
                  >${(run.audit ?? []).slice(-3).map(({at, detail}) => html`<small>${moment(at)}: ${detail}</small>`)}
                </li>`,
            )}
        </ul>`
      : nothing;
  }

  #stateOf({state, outcome, waitingFor}) {
    return outcome ?? (state === 'waiting' && waitingFor ? `waiting: ${words(waitingFor).toLowerCase()}` : state);
  }
}

customElements.define('account-alerts', AccountAlerts);

import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {route} from '../core/route.js';
import {moment} from '../core/wording.js';

/** The day the page is read as of: now, or the end of a past day. It is part of the address. */
class AsOfDay extends LitElement {
  static properties = {asOf: {}, firstDay: {}};

  static styles = [foundation, controls, css`
    .all { display: flex; align-items: center; gap: 6px; flex-wrap: wrap }
    label { display: inline-flex; align-items: center; gap: 8px; color: var(--ink-3) }
    input { width: 9.4rem; padding: 0 6px 0 9px; border-color: var(--line-strong); font-variant-numeric: tabular-nums }
    .past { border-color: var(--ink) }
  `];

  render() {
    const today = new Date().toISOString().slice(0, 10);
    return html`<div class="all">
      <label>As of<input class="field ${this.asOf ? 'past' : ''}" type="date" min=${this.firstDay ?? nothing} max=${today} .value=${this.asOf?.slice(0, 10) ?? today} @change=${(event) => this.#pick(event.target.value, today)}></label>
      ${this.asOf ? html`<button class="btn" type="button" title="Shown as of ${moment(this.asOf)} UTC" @click=${() => route.set({asOf: ''})}>Back to now</button>` : nothing}</div>`;
  }

  #pick(date, today) {
    if (date) {
      route.set({asOf: date >= today ? '' : `${date}T23:59:59Z`});
    }
  }
}

customElements.define('as-of-day', AsOfDay);

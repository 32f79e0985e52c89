import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {icon} from '../pieces/icon.js';
import {endOfDay} from '../core/days.js';
import {route} from '../core/route.js';
import {day} from '../core/wording.js';

/** The day the page is read as of: now, or the end of a past day. It is part of the address. */
class AsOfDay extends LitElement {
  static properties = {asOf: {}, firstDay: {}};

  static styles = [
    foundation,
    controls,
    css`
      .all {
        position: relative;
        display: flex;
        align-items: center;
        gap: 6px;
        flex-wrap: wrap;
      }
      .past {
        border-color: var(--ink);
      }
      input {
        position: absolute;
        left: 0;
        bottom: 0;
        width: 100%;
        height: 100%;
        opacity: 0;
        pointer-events: none;
      }
    `,
  ];

  render() {
    const today = new Date().toISOString().slice(0, 10);
    return html`<div class="all">
      <input
        type="date"
        tabindex="-1"
        aria-label="As of day"
        min=${this.firstDay ?? nothing}
        max=${today}
        .value=${this.asOf?.slice(0, 10) ?? today}
        @change=${(event) => this.#pick(event.target.value, today)}
      />
      <button class="btn ${this.asOf ? 'past' : ''}" type="button" @click=${this.#open}>
        <span class="i3">As of</span> ${this.asOf ? `end of ${day(this.asOf)}` : 'now'}${icon('down', true)}
      </button>
      ${this.asOf ? html`<button class="btn" type="button" @click=${() => route.set({asOf: ''})}>Back to now</button>` : nothing}
    </div>`;
  }

  #open() {
    this.renderRoot.querySelector('input').showPicker();
  }

  #pick(date, today) {
    if (date) {
      route.set({asOf: date >= today ? '' : endOfDay(date)});
    }
  }
}

customElements.define('as-of-day', AsOfDay);

import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {tables} from '../styles/tables.js';
import {overlay, openOver} from '../shell/overlay.js';
import {icon} from '../pieces/icon.js';
import {notices} from '../core/notices.js';
import {modelLink, route} from '../core/route.js';
import {plural} from '../core/wording.js';
import {dialogStyle} from './dialog-style.js';
import {differenceTable} from './difference-table.js';
import {differenceTableStyle} from './difference-table-style.js';
import {differences} from './model-difference.js';

/** Puts a draft in force, with a reason. Only what was reviewed here is published. */
class PublishDraft extends LitElement {
  static properties = {
    editing: {attribute: false},
    inForce: {attribute: false},
    blocked: {},
    missing: {state: true},
    version: {attribute: false},
  };

  static styles = [
    foundation,
    controls,
    tables,
    overlay,
    dialogStyle,
    differenceTableStyle,
    css`
      dialog {
        width: min(720px, calc(100vw - 24px));
      }
      .rows {
        max-height: 34vh;
        overflow-y: auto;
        border-bottom: 1px solid var(--line);
      }
      .rows .tbl {
        font-size: var(--t-sm);
      }
    `,
  ];

  render() {
    const {editing, inForce, blocked} = this;
    const rows = inForce ? differences(inForce.model, editing.document) : [];
    return html`<button
        class="btn ${blocked ? '' : 'pri'}"
        type="button"
        aria-haspopup="dialog"
        aria-disabled=${String(Boolean(blocked))}
        title=${blocked || nothing}
        @click=${this.#open}
      >
        Publish…${blocked ? html`<span class="vh">${blocked}</span>` : nothing}
      </button>
      <dialog aria-labelledby="title">
        <div class="head">
          <h2 id="title">Publish as the next version of ${editing.document.key}</h2>
          <button class="iconbtn" type="button" aria-label="Close" @click=${this.#close}>${icon('close')}</button>
        </div>
        <form novalidate @submit=${this.#publish}>
          <p>
            It is in force at once: within seconds every account is judged by it, and bands that change raise alerts.
            ${inForce ? `${inForce.id} stays, and past scores with it.` : ''} A published version never changes; its review is due in 12 months.
          </p>
          <h3 id="rows" class="w5">${rows.length ? `${plural(rows.length, 'difference')} to ${inForce.id}` : inForce ? `No difference to ${inForce.id}: every score stays as it is` : ''}</h3>
          ${rows.length ? html`<div class="rows" tabindex="0" role="region" aria-labelledby="rows">${differenceTable(rows, inForce.id, 'Then')}</div>` : nothing}
          <label
            >Reason<textarea
              class="field"
              name="reason"
              maxlength="1000"
              required
              aria-invalid=${this.missing ? 'true' : nothing}
              aria-describedby=${this.missing ? 'missing' : nothing}
              placeholder="What changes and why, for the audit log"
            ></textarea>
          </label>
          ${this.missing ? html`<p class="fault" id="missing" role="alert">Say in a sentence what the change is for.</p>` : nothing}
          ${editing.refusal ? html`<p class="fault" role="alert">${editing.refusal}</p>` : nothing}
          <div class="btns">
            <button class="btn pri" type="submit" aria-disabled=${String(editing.busy)}>${editing.busy ? 'Publishing…' : 'Publish'}</button>
            <button class="btn q" type="button" @click=${this.#close}>Cancel</button>
          </div>
        </form>
      </dialog>`;
  }

  #open() {
    if (this.blocked) {
      notices.toast(this.blocked);
      return;
    }
    this.missing = false;
    this.editing.refusal = '';
    openOver(this.renderRoot.querySelector('dialog'));
    this.renderRoot.querySelector('textarea').focus();
  }

  #close() {
    this.renderRoot.querySelector('dialog').close();
  }

  async #publish(event) {
    event.preventDefault();
    const field = event.target.elements.reason;
    this.missing = !field.value.trim();
    if (this.missing || this.editing.busy) {
      field.focus();
      return;
    }
    const published = await this.editing.publish(field.value.trim());
    if (published) {
      this.#close();
      this.dispatchEvent(new CustomEvent('published'));
      route.moved(modelLink(published.id));
      notices.toast(`${published.id} is in force. Every account is judged by it now.`);
    } else if (this.editing.overtaken || this.editing.faults.length) {
      this.#close();
    }
  }
}

customElements.define('publish-draft', PublishDraft);

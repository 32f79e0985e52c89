import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {overlay, openOver} from '../shell/overlay.js';
import {icon} from '../pieces/icon.js';
import {accountPath, api} from '../core/api.js';
import {notices} from '../core/notices.js';
import {permitted} from '../core/session.js';

const DAY = 86_400_000;
const dayAhead = (days) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** Puts a person's judgement in the place of the score, or takes it back. Nothing for who may not. */
class OverrideScore extends LitElement {
  static properties = {accountId: {}, override: {attribute: false}, allowed: {state: true}, busy: {state: true}, fault: {state: true}};

  static styles = [
    foundation,
    controls,
    overlay,
    css`
      form {
        display: grid;
        gap: 14px;
        padding: 14px;
      }
      label {
        display: grid;
        gap: 4px;
        font-size: var(--t-sm);
        color: var(--ink-2);
      }
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 14px;
      }
      textarea.field {
        height: 72px;
        padding: 6px 9px;
        font: inherit;
        color: var(--ink);
        resize: vertical;
      }
      .fault {
        font-weight: 500;
      }
      .sp {
        flex: 1;
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    permitted('health:write').then(
      () => (this.allowed = true),
      () => (this.allowed = false),
    );
  }

  render() {
    if (!this.allowed) {
      return nothing;
    }
    const {override} = this;
    return html`<button class="btn" type="button" aria-haspopup="dialog" @click=${this.#open}>${override ? 'Change override' : 'Override score'}</button>
      <dialog aria-labelledby="title">
        <div class="head">
          <h2 id="title">Override the score</h2>
          <button class="iconbtn" type="button" aria-label="Close" @click=${this.#close}>${icon('close')}</button>
        </div>
        <form @submit=${this.#save}>
          <p>The computed score stays beside it, the past keeps what it had, and the audit log says who did it.</p>
          <div class="two">
            <label
              >Score, 0 to 100<input class="field" name="score" type="number" min="0" max="100" step="0.01" required .value=${override?.score ?? ''}
            /></label>
            <label
              >Until the end of<input
                class="field"
                name="expiresOn"
                type="date"
                required
                min=${dayAhead(0)}
                max=${dayAhead(364)}
                .value=${override?.expiresOn ?? dayAhead(30)}
            /></label>
          </div>
          <label
            >Reason<textarea
              class="field"
              name="reason"
              required
              maxlength="1000"
              placeholder="What you know that the signals do not"
              .value=${override?.reason ?? ''}
            ></textarea>
          </label>
          ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
          <div class="btns">
            <button class="btn pri" type="submit" aria-disabled=${String(Boolean(this.busy))}>Override</button>
            ${override ? html`<button class="btn" type="button" @click=${this.#withdraw}>Take the override back</button>` : nothing}
            <span class="sp"></span>
            <button class="btn q" type="button" @click=${this.#close}>Cancel</button>
          </div>
        </form>
      </dialog>`;
  }

  #open() {
    this.fault = undefined;
    openOver(this.renderRoot.querySelector('dialog'));
  }

  #close() {
    this.renderRoot.querySelector('dialog').close();
  }

  #save(event) {
    event.preventDefault();
    const {score, reason, expiresOn} = Object.fromEntries(new FormData(event.target));
    const path = accountPath(this.accountId, '/health/override');
    return this.#change(() => api.put(path, {score: Number(score), reason, expiresOn}), `Score overridden to ${score}`);
  }

  #withdraw() {
    return this.#change(() => api.remove(accountPath(this.accountId, '/health/override')), 'Override taken back');
  }

  async #change(change, said) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    try {
      await change();
      this.#close();
      notices.toast(said);
      this.dispatchEvent(new CustomEvent('score-overridden'));
    } catch (error) {
      this.fault = error.message;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('override-score', OverrideScore);

import {LitElement, html} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {overlay, openOver} from '../shell/overlay.js';
import {icon} from '../pieces/icon.js';
import {notices} from '../core/notices.js';
import {route} from '../core/route.js';
import {dialogStyle} from './dialog-style.js';

/** Discards a draft, after a question. */
class DiscardDraft extends LitElement {
  static properties = {editing: {attribute: false}, name: {}, changes: {}, version: {attribute: false}};

  static styles = [foundation, controls, overlay, dialogStyle];

  render() {
    const {editing} = this;
    return html`<button class="btn q" type="button" aria-haspopup="dialog" @click=${this.#open}>Discard…</button>
      <dialog aria-labelledby="title">
        <div class="head">
          <h2 id="title">Discard this draft?</h2>
          <button class="iconbtn" type="button" aria-label="Close" @click=${this.#close}>${icon('close')}</button>
        </div>
        <form @submit=${this.#discard}>
          <p>The draft of ${this.name} is gone for good, with ${this.changes}. What is published stays as it is.</p>
          ${editing.refusal ? html`<p class="fault" role="alert">${editing.refusal}</p>` : ''}
          <div class="btns">
            <button class="btn" type="submit" aria-disabled=${String(editing.busy)}>Discard the draft</button>
            <button class="btn q" type="button" @click=${this.#close}>Keep it</button>
          </div>
        </form>
      </dialog>`;
  }

  #open() {
    this.editing.refusal = '';
    openOver(this.renderRoot.querySelector('dialog'));
  }

  #close() {
    this.renderRoot.querySelector('dialog').close();
  }

  async #discard(event) {
    event.preventDefault();
    if (this.editing.busy) {
      return;
    }
    if (await this.editing.discard()) {
      this.#close();
      notices.toast(`The draft of ${this.name} is discarded`);
      route.go('/models');
    } else if (this.editing.overtaken) {
      this.#close();
    }
  }
}

customElements.define('discard-draft', DiscardDraft);

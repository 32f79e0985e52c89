import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {overlay, openOver} from '../shell/overlay.js';
import {icon} from '../pieces/icon.js';
import {api} from '../core/api.js';
import {modelLink, route} from '../core/route.js';
import {permitted} from '../core/session.js';
import {dialogStyle} from './dialog-style.js';
import {beginnings} from './model-lists.js';

/** Begins a draft with a model that is there. Nothing for who may not. */
class BeginDraft extends LitElement {
  static properties = {models: {attribute: false}, from: {}, primary: {type: Boolean}, allowed: {state: true}, busy: {state: true}, fault: {state: true}};

  static styles = [
    foundation,
    controls,
    overlay,
    dialogStyle,
    css`
      select.field {
        width: 100%;
        color: var(--ink);
        font-size: var(--t-md);
      }
    `,
  ];

  connectedCallback() {
    super.connectedCallback();
    permitted('models:write').then(
      () => (this.allowed = true),
      () => (this.allowed = false),
    );
  }

  render() {
    if (!this.allowed) {
      return nothing;
    }
    const all = beginnings(this.models);
    const chosen = this.from ?? all[0]?.id;
    return html`<button class="btn ${this.primary ? 'pri' : ''}" type="button" aria-haspopup="dialog" @click=${this.#open}>New draft</button>
      <dialog aria-labelledby="title">
        <div class="head">
          <h2 id="title">New draft</h2>
          <button class="iconbtn" type="button" aria-label="Close" @click=${this.#close}>${icon('close')}</button>
        </div>
        <form @submit=${this.#begin}>
          <p>A copy to change and compare. Nothing is scored by it until it is published, and what it was begun with stays as it is.</p>
          <label
            >Begin with<select class="field" name="from">
              ${all.map(({id, words}) => html`<option value=${id} .selected=${id === chosen}>${words}</option>`)}
            </select></label
          >
          ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
          <div class="btns">
            <button class="btn pri" type="submit" aria-disabled=${String(Boolean(this.busy))}>Begin draft</button>
            <button class="btn q" type="button" @click=${this.#close}>Cancel</button>
          </div>
        </form>
      </dialog>`;
  }

  #open() {
    this.fault = undefined;
    openOver(this.renderRoot.querySelector('dialog'));
    this.renderRoot.querySelector('select').focus();
  }

  #close() {
    this.renderRoot.querySelector('dialog').close();
  }

  async #begin(event) {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    const {from} = Object.fromEntries(new FormData(event.target));
    this.busy = true;
    try {
      const {id} = await api.post('/api/v1/scoring-models', {from});
      this.#close();
      route.go(modelLink(id));
    } catch (error) {
      this.fault = error.message;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('begin-draft', BeginDraft);

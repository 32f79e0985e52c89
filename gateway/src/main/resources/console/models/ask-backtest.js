import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {overlay, openOver} from '../shell/overlay.js';
import {icon} from '../pieces/icon.js';
import {api, modelPath} from '../core/api.js';
import {backtestLink, route} from '../core/route.js';
import {fieldOf, readWish, usualWish} from './backtest-wish.js';
import {dialogStyle} from './dialog-style.js';

const fields = [
  ['from', 'Weeks that end from', 'date', 'At most 261 weeks'],
  ['to', 'Up to', 'date', 'Yesterday unless you say otherwise'],
  ['horizonDays', 'Leaving within, days', 'number', '7 to 730'],
  ['capacity', 'Accounts your team can care for in a week', 'number', '1 to 10,000'],
];

/** Asks what a model would have said in the past. */
class AskBacktest extends LitElement {
  static properties = {modelId: {}, wish: {state: true}, faults: {state: true}, fault: {state: true}, busy: {state: true}};

  static styles = [
    foundation,
    controls,
    overlay,
    dialogStyle,
    css`
      .grid {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 14px;
      }
      .field {
        width: 100%;
        color: var(--ink);
        font-size: var(--t-md);
      }
      .field[aria-invalid='true'] {
        border-color: var(--ink);
        box-shadow: inset 0 0 0 1px var(--ink);
      }
      .hint {
        color: var(--ink-3);
      }
      .hint.wrong {
        color: var(--ink);
        font-weight: 500;
      }
      @media (max-width: 480px) {
        .grid {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.faults = {};
    this.wish = {};
  }

  render() {
    return html`<button class="btn s" type="button" aria-haspopup="dialog" @click=${this.#open}>New backtest</button>
      <dialog aria-labelledby="title">
        <div class="head">
          <h2 id="title">New backtest</h2>
          <button class="iconbtn" type="button" aria-label="Close" @click=${this.#close}>${icon('close')}</button>
        </div>
        <form novalidate @submit=${this.#ask}>
          <p>At the end of each week (Sunday) every account is scored by what was known then, and compared with whether it left within the horizon.</p>
          <div class="grid">
            ${fields.map((field) => this.#field(field))}
            <label
              >Segments<select class="field" name="segmentBy" aria-describedby="segmentBy-hint">
                ${[
                  ['', 'None'],
                  ['industry', 'By industry'],
                  ['country', 'By country'],
                ].map(([value, words]) => html`<option value=${value} .selected=${value === this.wish.segmentBy}>${words}</option>`)}
              </select>
              <span class="hint ${this.faults.segmentBy ? 'wrong' : ''}" id="segmentBy-hint">${this.faults.segmentBy ?? 'An AUC for each of them'}</span></label
            >
          </div>
          ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
          <div class="btns">
            <button class="btn pri" type="submit" aria-disabled=${String(Boolean(this.busy))}>Ask</button>
            <button class="btn q" type="button" @click=${this.#close}>Cancel</button>
          </div>
        </form>
      </dialog>`;
  }

  #field([name, words, type, hint]) {
    const fault = this.faults[name];
    return html`<label
      >${words}<input
        class="field"
        name=${name}
        type=${type}
        .value=${this.wish[name] ?? ''}
        aria-invalid=${String(Boolean(fault))}
        aria-describedby="${name}-hint"
      /><span class="hint ${fault ? 'wrong' : ''}" id="${name}-hint">${fault ?? hint}</span></label
    >`;
  }

  #open() {
    this.faults = {};
    this.fault = undefined;
    this.wish = usualWish(new Date().toISOString());
    openOver(this.renderRoot.querySelector('dialog'));
    this.renderRoot.querySelector('input').focus();
  }

  #close() {
    this.renderRoot.querySelector('dialog').close();
  }

  async #ask(event) {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    this.wish = Object.fromEntries(new FormData(event.target));
    const {body, faults = {}} = readWish(this.wish, new Date().toISOString());
    this.fault = undefined;
    this.faults = faults;
    if (!body) {
      return this.#focusFault();
    }
    this.busy = true;
    try {
      const {modelId, backtestId} = await api.post(modelPath(this.modelId, '/backtests'), body);
      this.#close();
      route.go(backtestLink(modelId, backtestId));
    } catch (error) {
      const field = fieldOf(error);
      this.faults = field ? {[field]: error.message} : {};
      this.fault = field ? undefined : error.message;
      this.#focusFault();
    } finally {
      this.busy = false;
    }
  }

  async #focusFault() {
    await this.updateComplete;
    this.renderRoot.querySelector('[aria-invalid="true"]')?.focus();
  }
}

customElements.define('ask-backtest', AskBacktest);

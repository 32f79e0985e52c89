import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {KeyLayer} from '../core/keys.js';
import {notices} from '../core/notices.js';

/** One toast at a time, with an undo for ten seconds. */
class NoticeLine extends LitElement {
  static properties = {toast: {state: true}, said: {state: true}};

  static styles = [
    foundation,
    controls,
    css`
      .place {
        position: fixed;
        left: 50%;
        bottom: 24px;
        width: max-content;
        max-width: calc(100vw - 24px);
        z-index: 10;
        translate: -50% 0;
      }
      .toast {
        display: inline-flex;
        align-items: center;
        gap: 12px;
        min-height: 40px;
        padding: 9px 8px 9px 14px;
        border-radius: var(--r-2);
        background: var(--ink);
        color: var(--on-ink);
        box-shadow: var(--shadow-2);
      }
      .toast:not(:has(button)) {
        padding-right: 14px;
      }
      button {
        display: flex;
        align-items: center;
        gap: 6px;
        height: 28px;
        margin-block: -4px;
        padding: 0 8px;
        border: 0;
        border-radius: 4px;
        background: color-mix(in srgb, var(--on-ink) 14%, transparent);
        color: inherit;
        font-weight: 500;
        cursor: pointer;
      }
      kbd {
        background: none;
        color: inherit;
        border-color: color-mix(in srgb, var(--on-ink) 40%, transparent);
      }
      @media (max-width: 720px) {
        .place {
          bottom: 72px;
        }
      }
    `,
  ];

  #timer;
  #shown = ({detail}) => {
    this.toast = detail;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.toast = null), 10_000);
  };
  #say = ({detail}) => (this.said = detail);

  constructor() {
    super();
    new KeyLayer(this, {z: () => this.#undo()});
  }

  connectedCallback() {
    super.connectedCallback();
    notices.addEventListener('toast', this.#shown);
    notices.addEventListener('say', this.#say);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    notices.removeEventListener('toast', this.#shown);
    notices.removeEventListener('say', this.#say);
  }

  render() {
    return html`<div class="place">
        <div role="status">
          ${this.toast ? html`<span class="toast">${this.toast.text}${this.toast.undo ? this.#undoButton() : nothing}</span>` : nothing}
        </div>
      </div>
      <div class="vh" role="status">${this.said}</div>`;
  }

  #undoButton() {
    return html`<button type="button" @click=${this.#undo}>Undo <kbd>Z</kbd></button>`;
  }

  #undo() {
    const undo = this.toast?.undo;
    this.toast = null;
    undo?.();
  }
}

customElements.define('notice-line', NoticeLine);

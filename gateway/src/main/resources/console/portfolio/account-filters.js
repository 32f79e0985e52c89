import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {icon} from '../pieces/icon.js';
import {pick} from '../pieces/pick.js';
import {person} from '../core/wording.js';
import {choices, isAsked, nothingAsked} from './account-questions.js';
import {ownersSeen} from './owners-seen.js';

/** Text, owner and the other choices. Emits `filtered` with what changed. */
class AccountFilters extends LitElement {
  static properties = {query: {attribute: false}};

  static styles = [
    foundation,
    controls,
    css`
      :host,
      .all {
        display: flex;
        align-items: center;
        gap: 6px;
        flex-wrap: wrap;
        min-width: 0;
      }
      .text {
        position: relative;
      }
      .text .ic {
        position: absolute;
        left: 8px;
        top: 50%;
        translate: 0 -50%;
        color: var(--ink-3);
        pointer-events: none;
      }
      .text kbd {
        position: absolute;
        right: 6px;
        top: 50%;
        translate: 0 -50%;
        pointer-events: none;
      }
      .text input {
        width: 150px;
        padding: 0 28px;
        border-color: var(--line-strong);
      }
      .text input:focus + kbd {
        display: none;
      }
      .on {
        border-color: var(--ink-2);
      }
      @media (max-width: 720px) {
        .text,
        .text input {
          width: 100%;
        }
        .text kbd {
          display: none;
        }
      }
    `,
  ];

  #timer;
  #owners = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    ownersSeen.addEventListener('change', this.#owners);
    ownersSeen.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    ownersSeen.removeEventListener('change', this.#owners);
    clearTimeout(this.#timer);
  }

  focusText() {
    this.renderRoot.querySelector('input').focus();
  }

  render() {
    const {owner = '', q = ''} = this.query ?? {};
    const owners = [...new Set([...ownersSeen.emails, ...(owner ? [owner] : [])])];
    return html`<div class="all">
      <label class="text"
        >${icon('filter')}<span class="vh">Filter by name</span
        ><input
          class="field s"
          type="text"
          placeholder="Filter accounts"
          autocomplete="off"
          spellcheck="false"
          .value=${q}
          @input=${this.#typed}
          @keydown=${this.#press}
        /><kbd aria-hidden="true">/</kbd></label
      >
      ${choices.map(({name, word, values, called}) => this.#pick(name, word, values, called))} ${this.#pick('owner', 'Owner', owners, person)}
      ${isAsked(this.query) ? html`<button class="btn s q" type="button" @click=${() => this.#send(nothingAsked)}>Clear</button>` : nothing}
    </div>`;
  }

  #pick(name, label, values, word) {
    const chosen = this.query?.[name] ?? '';
    const options = [['', 'any'], ...values.map((value) => [value, word(value)])];
    return pick(label, options, chosen, (value) => this.#send({[name]: value}), `s ${chosen ? 'on' : ''}`);
  }

  #typed(event) {
    const q = event.target.value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#send({q: q.trim()}), 200);
  }

  #press(event) {
    if (event.key === 'Escape') {
      event.target.blur();
    }
  }

  #send(change) {
    this.dispatchEvent(new CustomEvent('filtered', {detail: change}));
  }
}

customElements.define('account-filters', AccountFilters);

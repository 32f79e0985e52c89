import {LitElement, html, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {bands} from '../styles/bands.js';
import {bandShape} from '../pieces/band-shape.js';
import {icon} from '../pieces/icon.js';
import {api} from '../core/api.js';
import {route, accountLink} from '../core/route.js';
import {bandWords, money, score} from '../core/wording.js';
import {overlay, openOver} from './overlay.js';
import {accountFinderStyle} from './account-finder-style.js';

const places = [
  ['Portfolio', '/portfolio', 'portfolio', ['G', 'P']],
  ['Revenue', '/revenue', 'revenue', ['G', 'R']],
  ['Alerts', '/alerts', 'alerts', ['G', 'A']],
  ['Models', '/models', 'models', ['G', 'M']],
];

/** Search or jump: accounts by name, then the pages. */
class AccountFinder extends LitElement {
  static properties = {text: {state: true}, accounts: {state: true}, failed: {state: true}, at: {state: true}};

  static styles = [foundation, controls, bands, overlay, accountFinderStyle];

  #timer;
  #abort;

  constructor() {
    super();
    this.#clear();
  }

  open() {
    this.#clear();
    openOver(this.renderRoot.querySelector('dialog'));
    this.renderRoot.querySelector('input').value = '';
    this.renderRoot.querySelector('input').focus();
  }

  render() {
    const options = this.#options();
    const named = options.filter((option) => option.account);
    const rest = options.filter((option) => !option.account);
    return html`<dialog aria-label="Search or jump">
      <div class="head">
        ${icon('find')}<input
          type="text"
          role="combobox"
          aria-label="Account or page"
          aria-expanded="true"
          aria-controls="found"
          aria-activedescendant=${options.length ? `o${this.at}` : nothing}
          autocomplete="off"
          spellcheck="false"
          placeholder="Account or page"
          @input=${this.#typed}
          @keydown=${this.#press}
        />
      </div>
      <div id="found" role="listbox" aria-label="Found">
        ${
          named.length
            ? html`<div role="group" aria-label="Accounts">
                <h3 aria-hidden="true">Accounts</h3>
                ${named.map((option) => this.#row(option, options))}
              </div>`
            : nothing
        }
        ${
          rest.length
            ? html`<div role="group" aria-label="Go">
                <h3 aria-hidden="true">Go</h3>
                ${rest.map((option) => this.#row(option, options))}
              </div>`
            : nothing
        }
      </div>
      ${this.failed ? html`<p role="status">Accounts did not load: ${this.failed}</p>` : nothing}
      ${this.text && this.accounts?.length === 0 ? html`<p role="status">No account is called “${this.text}”.</p>` : nothing}
      <div class="ft">
        <span><kbd>↑</kbd><kbd>↓</kbd>move</span><span><kbd>↵</kbd>open</span><span><kbd>Esc</kbd>close</span>
      </div>
    </dialog>`;
  }

  #row(option, options) {
    const index = options.indexOf(option);
    const {account} = option;
    return html`<div
      id="o${index}"
      role="option"
      aria-selected=${String(index === this.at)}
      @click=${() => this.#go(option)}
      @pointermove=${() => (this.at = index)}
    >
      ${
        account
          ? html`${bandShape(account.band)}<span class="name">${account.name}<span class="vh">, ${bandWords[account.band]}</span></span
              ><span class="m"
                >${score(account.score)}${Number(account.revenueAtRisk) ? `, ${money(account.revenueAtRisk, account.currency)} at risk` : ''}</span
              >`
          : html`${icon(option.symbol)}<span class="name">${option.word}</span
              ><span class="m">${option.keys.map((key) => html`<kbd>${key}</kbd>`)}</span>`
      }
    </div>`;
  }

  #options() {
    const wanted = this.text.toLowerCase();
    return [
      ...(this.accounts ?? []).map((account) => ({account, href: accountLink(account.accountId)})),
      ...places
        .filter(([word]) => !wanted || word.toLowerCase().includes(wanted))
        .map(([word, href, symbol, keys]) => ({word, href, symbol, keys})),
    ];
  }

  #typed(event) {
    this.text = event.target.value.trim();
    this.at = 0;
    clearTimeout(this.#timer);
    this.#abort?.abort();
    if (!this.text) {
      this.accounts = null;
      return;
    }
    this.#timer = setTimeout(() => this.#search(), 120);
  }

  async #search() {
    const abort = (this.#abort = new AbortController());
    try {
      const {items} = await api.get('/api/v1/accounts', {q: this.text, limit: 8}, abort.signal);
      this.accounts = items;
      this.failed = '';
    } catch (error) {
      if (!abort.signal.aborted) {
        this.failed = error.message;
      }
    }
  }

  #press(event) {
    const options = this.#options();
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step && options.length) {
      event.preventDefault();
      this.at = (this.at + step + options.length) % options.length;
    } else if (event.key === 'Enter' && options[this.at]) {
      event.preventDefault();
      this.#go(options[this.at]);
    }
  }

  #go(option) {
    this.renderRoot.querySelector('dialog').close();
    route.go(option.href);
  }

  #clear() {
    this.text = '';
    this.accounts = null;
    this.failed = '';
    this.at = 0;
  }
}

customElements.define('account-finder', AccountFinder);

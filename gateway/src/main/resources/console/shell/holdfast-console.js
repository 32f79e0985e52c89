import {LitElement, html, css} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {api} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {KeyLayer} from '../core/keys.js';
import {pulse} from '../core/pulse.js';
import {route} from '../core/route.js';
import {me} from '../core/session.js';
import './navigation-rail.js';
import './top-bar.js';
import './account-finder.js';
import './key-sheet.js';
import './notice-line.js';

const pages = {
  portfolio: () => import('../portfolio/portfolio-page.js').then(() => html`<portfolio-page></portfolio-page>`),
  account: () => import('../account/account-page.js').then(() => html`<account-page></account-page>`),
  revenue: () => import('../revenue/revenue-page.js').then(() => html`<revenue-page></revenue-page>`),
  alerts: () => import('../alerts/alerts-page.js').then(() => html`<alerts-page></alerts-page>`),
  models: () => import('../models/models-page.js').then(() => html`<models-page></models-page>`),
  model: () => import('../models/model-page.js').then(() => html`<model-page></model-page>`),
  backtest: () => import('../models/backtest-page.js').then(() => html`<backtest-page></backtest-page>`),
  nowhere: () => import('./nowhere-page.js').then(() => html`<nowhere-page></nowhere-page>`),
};

/** The frame around every page: rail, top bar, finder, key sheet, notices. */
class HoldfastConsole extends LitElement {
  static properties = {page: {state: true}, current: {state: true}};

  static styles = [
    foundation,
    controls,
    css`
      .app {
        display: grid;
        grid-template-columns: 13.25rem minmax(0, 1fr);
        min-height: 100vh;
      }
      .page {
        min-width: 0;
      }
      main {
        display: block;
        padding: 24px 28px 64px;
        max-width: 100rem;
      }
      main:focus {
        outline: none;
      }
      .skip {
        position: absolute;
        left: 8px;
        top: -60px;
        padding: 6px 12px;
        background: var(--ink);
        color: var(--on-ink);
        border-radius: var(--r-2);
        z-index: 20;
      }
      .skip:focus {
        top: 8px;
      }
      @media (max-width: 1180px) {
        .app {
          grid-template-columns: 3.25rem minmax(0, 1fr);
        }
        main {
          padding-left: 20px;
          padding-right: 20px;
        }
      }
      @media (max-width: 720px) {
        .app {
          display: block;
        }
        main {
          padding: 16px 12px 96px;
        }
      }
    `,
  ];

  me = new Answer(this, {key: () => 'me', ask: () => me(), live: () => false});
  tenant = new Answer(this, {key: () => 'tenant', ask: (signal) => api.get('/api/v1/tenants/current', {}, signal), live: () => false});

  #routed = (event) => this.#show(event.detail.newPage);

  constructor() {
    super();
    new KeyLayer(this, {
      'g p': () => route.go('/portfolio'),
      'g r': () => route.go('/revenue'),
      'g a': () => route.go('/alerts'),
      'g m': () => route.go('/models'),
      '?': () => this.#open('key-sheet'),
      'mod k': () => this.#open('account-finder'),
    });
  }

  connectedCallback() {
    super.connectedCallback();
    route.addEventListener('change', this.#routed);
    route.takeOver(document);
    pulse.start();
    this.#show(false);
  }

  firstUpdated() {
    route.tidy();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    route.removeEventListener('change', this.#routed);
  }

  render() {
    return html` <nav aria-label="Skip"><a class="skip" href="#main" @click=${this.#skip}>Skip to content</a></nav>
      <div class="app">
        <navigation-rail .tenant=${this.tenant.value?.name ?? this.me.value?.tenant ?? ''} .page=${this.current ?? ''}></navigation-rail>
        <div class="page">
          <top-bar .me=${this.me.value} @find=${() => this.#open('account-finder')} @show-keys=${() => this.#open('key-sheet')}></top-bar>
          <main id="main" tabindex="-1">${this.page}</main>
        </div>
      </div>
      <account-finder></account-finder>
      <key-sheet></key-sheet>
      <notice-line></notice-line>`;
  }

  async #show(newPage) {
    const {page} = route.current;
    if (page !== this.current) {
      this.current = page;
      const shown = await pages[page]();
      if (page !== this.current) {
        return;
      }
      this.page = shown;
    }
    if (newPage) {
      await this.updateComplete;
      this.renderRoot.querySelector('main').focus({preventScroll: true});
    }
  }

  #open(name) {
    this.renderRoot.querySelector(name).open();
  }

  #skip(event) {
    event.preventDefault();
    this.renderRoot.querySelector('main').focus();
  }
}

customElements.define('holdfast-console', HoldfastConsole);

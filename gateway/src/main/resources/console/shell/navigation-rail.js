import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {icon} from '../pieces/icon.js';
import {api} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {count} from '../core/wording.js';

/** Where one can go: only what exists. */
class NavigationRail extends LitElement {
  static properties = {tenant: {}, page: {}};

  static styles = [
    foundation,
    css`
      nav {
        height: 100%;
        background: var(--rail);
        border-right: 1px solid var(--line);
      }
      .in {
        position: sticky;
        top: 0;
        padding: 8px;
        color: inherit;
      }
      .tenant {
        display: flex;
        align-items: center;
        gap: 8px;
        height: 32px;
        padding: 0 8px;
        margin-bottom: 12px;
        font-weight: 600;
      }
      .tenant span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .mark {
        width: 20px;
        height: 20px;
      }
      .mark rect {
        fill: var(--ink);
      }
      .mark path {
        fill: none;
        stroke: var(--on-ink);
        stroke-width: 1.9;
        stroke-linecap: round;
      }
      a {
        display: flex;
        align-items: center;
        gap: 9px;
        height: 30px;
        padding: 0 8px;
        border-radius: var(--r-2);
        color: var(--ink-2);
        font-weight: 500;
      }
      a:hover {
        background: var(--selected);
      }
      a[aria-current] {
        background: var(--current);
        color: var(--ink);
      }
      a .n {
        margin-left: auto;
        font-size: var(--t-sm);
        color: var(--ink-3);
      }
      a[aria-current] .n {
        color: var(--ink-2);
      }
      .ic {
        color: var(--ink-3);
      }
      a[aria-current] .ic {
        color: var(--ink);
      }
      .apart {
        margin-top: 16px;
        padding-top: 16px;
        border-top: 1px solid var(--line);
      }
      @media (max-width: 1180px) {
        a {
          justify-content: center;
          padding: 0;
        }
        a span,
        a .n,
        .tenant span {
          display: none;
        }
        .tenant {
          justify-content: center;
          padding: 0;
        }
      }
      @media (max-width: 720px) {
        nav {
          position: fixed;
          inset: auto 0 0 0;
          z-index: 6;
          height: auto;
          border-right: 0;
          border-top: 1px solid var(--line);
        }
        .in {
          position: static;
          padding: 4px 6px calc(4px + env(safe-area-inset-bottom));
          display: flex;
          justify-content: space-around;
        }
        .tenant {
          display: none;
        }
        ul {
          display: contents;
        }
        .apart {
          margin: 0;
          padding: 0;
          border: 0;
        }
        a {
          flex-direction: column;
          gap: 2px;
          width: min(72px, 19vw);
          height: 46px;
          font-size: var(--t-xs);
          line-height: 12px;
        }
        a span:not(.n) {
          display: block;
        }
      }
    `,
  ];

  portfolio = new Answer(this, {key: () => 'portfolio', scope: 'health:read', ask: (signal) => api.get('/api/v1/portfolio', {}, signal)});
  alerts = new Answer(this, {
    key: () => 'alerts',
    scope: 'alerts:read',
    ask: (signal) => api.get('/api/v1/alerts', {state: 'open', limit: 200}, signal),
  });

  render() {
    const open = this.alerts.value;
    return html`<nav aria-label="Main">
      <div class="in">
        <div class="tenant">
          <svg class="mark" viewBox="0 0 20 20" aria-hidden="true">
            <rect width="20" height="20" rx="5"></rect>
            <path d="M6.5 4.6v10.8M13.5 4.6v10.8M3.9 10c1.3-2 3.9-2 6.1 0s4.8 2 6.1 0"></path></svg
          ><span>${this.tenant}</span>
        </div>
        <ul>
          ${this.#place('portfolio', '/portfolio', 'Portfolio', ['portfolio', 'account'], this.portfolio.value?.accounts)}
          ${this.#place('revenue', '/revenue', 'Revenue', ['revenue'])}
          ${this.#place('alerts', '/alerts', 'Alerts', ['alerts'], open && (open.next ? `${open.items.length}+` : open.items.length))}
          ${this.#place('models', '/models', 'Models', ['models', 'model', 'backtest'])}
        </ul>
        <ul class="apart">
          ${this.#place('document', '/docs', 'API', [])}
        </ul>
      </div>
    </nav>`;
  }

  #place(symbol, href, word, pages, n) {
    const label = n ? `${word}, ${typeof n === 'number' ? count(n) : n}` : word;
    return html`<li>
      <a href=${href} title=${word} aria-label=${label} aria-current=${pages.includes(this.page) ? 'page' : nothing}
        >${icon(symbol)}<span>${word}</span> ${n ? html`<span class="n">${typeof n === 'number' ? count(n) : n}</span>` : nothing}</a
      >
    </li>`;
  }
}

customElements.define('navigation-rail', NavigationRail);

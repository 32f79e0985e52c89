import {LitElement, html, css} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {icon} from '../pieces/icon.js';
import {preferences} from '../core/preferences.js';
import './live-state.js';
import './person-menu.js';

/** The same on every page: search, live state, theme, keys, person. Emits `find` and `show-keys`. */
class TopBar extends LitElement {
  static properties = {me: {attribute: false}};

  static styles = [
    foundation,
    controls,
    css`
      :host {
        position: sticky;
        top: 0;
        z-index: 5;
      }
      header {
        display: flex;
        align-items: center;
        gap: 8px;
        height: 48px;
        padding: 0 28px;
        background: var(--canvas);
        border-bottom: 1px solid var(--line);
      }
      .find {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 20rem;
        height: 30px;
        padding: 0 6px 0 9px;
        border: 1px solid var(--line-strong);
        border-radius: var(--r-2);
        background: var(--canvas);
        color: var(--ink-3);
        cursor: text;
        text-align: left;
      }
      .find span {
        flex: 1;
        white-space: nowrap;
      }
      @media (max-width: 1180px) {
        header {
          padding: 0 20px;
        }
      }
      @media (max-width: 720px) {
        header {
          padding: 0 12px;
        }
        .find {
          width: 36px;
          height: 36px;
          padding: 0;
          justify-content: center;
          border: 0;
        }
        .find kbd,
        .opt {
          display: none;
        }
        .find span {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
    `,
  ];

  #mod = /mac|iphone|ipad/i.test(navigator.userAgentData?.platform ?? navigator.userAgent) ? '⌘K' : 'Ctrl K';

  render() {
    return html`<header>
      <button class="find" type="button" aria-haspopup="dialog" @click=${() => this.#send('find')}>
        ${icon('find')}<span>Search or jump</span><kbd aria-hidden="true">${this.#mod}</kbd>
      </button>
      <div class="sp"></div>
      <live-state></live-state>
      <button
        class="iconbtn"
        type="button"
        aria-label="Switch between light and dark"
        title="Light or dark"
        @click=${() => preferences.switchTheme()}
      >
        ${icon('theme')}
      </button>
      <button
        class="iconbtn opt"
        type="button"
        aria-label="Keyboard shortcuts"
        aria-haspopup="dialog"
        title="Keys"
        @click=${() => this.#send('show-keys')}
      >
        ${icon('help')}
      </button>
      <person-menu .me=${this.me}></person-menu>
    </header>`;
  }

  #send(name) {
    this.dispatchEvent(new CustomEvent(name));
  }
}

customElements.define('top-bar', TopBar);

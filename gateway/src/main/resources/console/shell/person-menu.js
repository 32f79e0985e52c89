import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {api, csrfToken} from '../core/api.js';
import {initials} from '../core/wording.js';

/** Who is signed in, with which roles, and the way out. */
class PersonMenu extends LitElement {
  static properties = {me: {attribute: false}, shown: {state: true}, failed: {state: true}};

  static styles = [
    foundation,
    controls,
    css`
      :host {
        position: relative;
      }
      .av {
        display: grid;
        place-items: center;
        width: 26px;
        height: 26px;
        border-radius: 50%;
        background: var(--ink);
        color: var(--on-ink);
        font-size: 10px;
        line-height: 1;
        font-weight: 600;
        letter-spacing: 0.02em;
      }
      .av::before {
        content: attr(data-initials);
      }
      .menu {
        position: absolute;
        right: 0;
        top: 38px;
        width: 264px;
        padding: 12px 14px;
        border: 1px solid var(--line-strong);
        border-radius: var(--r-3);
        background: var(--raised);
        box-shadow: var(--shadow-2);
      }
      dl {
        margin: 8px 0 12px;
      }
      dl div {
        display: flex;
        justify-content: space-between;
        gap: 12px;
        padding: 4px 0;
        border-top: 1px solid var(--line);
        font-size: var(--t-sm);
        line-height: 18px;
      }
      dt {
        color: var(--ink-3);
      }
      dd {
        text-align: right;
        overflow-wrap: anywhere;
      }
      .who {
        overflow-wrap: anywhere;
        font-weight: 600;
      }
      .menu .btn {
        width: 100%;
      }
      .menu .btn + .btn {
        margin-top: 6px;
      }
      .failed {
        margin-top: 8px;
        font-size: var(--t-sm);
        line-height: 18px;
      }
    `,
  ];

  #outside = (event) => !event.composedPath().includes(this) && (this.shown = false);

  connectedCallback() {
    super.connectedCallback();
    addEventListener('pointerdown', this.#outside);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('pointerdown', this.#outside);
  }

  render() {
    const me = this.me ?? {};
    const name = me.name || me.email || me.subject || '';
    return html` <button
        class="iconbtn"
        type="button"
        aria-label="${name || 'Person'}, profile"
        aria-expanded=${String(Boolean(this.shown))}
        @click=${() => (this.shown = !this.shown)}
        @keydown=${this.#escape}
      >
        <span class="av" data-initials=${initials(name)}></span>
      </button>
      ${
        this.shown
          ? html`<div class="menu" @keydown=${this.#escape}>
              <p class="who">${name}</p>
              <dl>
                ${
                  me.email && me.email !== name
                    ? html`<div>
                        <dt>E-mail</dt>
                        <dd>${me.email}</dd>
                      </div>`
                    : nothing
                }
                <div>
                  <dt>Tenant</dt>
                  <dd>${me.tenant}</dd>
                </div>
                <div>
                  <dt>Roles</dt>
                  <dd>${me.roles?.length ? me.roles.join(', ') : 'none'}</dd>
                </div>
                <div>
                  <dt>Scopes</dt>
                  <dd>${me.scopes?.length ?? 0}</dd>
                </div>
              </dl>
              <form method="post" action="/logout" @submit=${this.#sign}>
                <input type="hidden" name="_csrf" />
                <button class="btn" type="submit">Sign out</button>
                <button class="btn" type="button" @click=${this.#everywhere}>Sign out everywhere</button>
              </form>
              ${this.failed ? html`<p class="failed" role="alert">${this.failed}</p>` : nothing}
            </div>`
          : nothing
      }`;
  }

  #sign(event) {
    event.target.elements._csrf.value = csrfToken();
  }

  /** The other sessions first; this one ends as ever, with the provider's. */
  async #everywhere(event) {
    const {form} = event.target;
    this.failed = '';
    try {
      await api.remove('/api/v1/me/sessions?others=true');
      form.requestSubmit();
    } catch (refusal) {
      this.failed = `You are still signed in elsewhere. ${refusal.message}`;
    }
  }

  #escape(event) {
    if (event.key === 'Escape' && this.shown) {
      this.shown = false;
      this.renderRoot.querySelector('.iconbtn').focus();
    }
  }
}

customElements.define('person-menu', PersonMenu);

import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {plural} from '../core/wording.js';
import {placeWords} from './fault-places.js';
import {faultWords} from './fault-words.js';

const SHOWN = 8;

/** What keeps a draft from being saved, each with the way to its field. Emits `fault-opened` with the fault. */
class FaultList extends LitElement {
  static properties = {faults: {attribute: false}, model: {attribute: false}, all: {state: true}};

  static styles = [
    foundation,
    controls,
    css`
      section {
        margin: 14px 0 16px;
        padding: 12px 14px;
        border: 2px solid var(--ink);
        border-radius: var(--r-3);
      }
      h2 {
        font-size: var(--t-md);
        line-height: var(--l-md);
        letter-spacing: 0;
      }
      h2:focus {
        outline: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 8px;
        margin-top: 4px;
      }
      button.place {
        min-height: 24px;
        padding: 0;
        border: 0;
        background: none;
        font-weight: 500;
        text-align: left;
        text-decoration: underline;
        text-underline-offset: 3px;
        text-decoration-thickness: 1px;
        cursor: pointer;
      }
      li span {
        padding-block: 2px;
        color: var(--ink-2);
      }
      .more {
        margin: 6px 0 0 -8px;
      }
    `,
  ];

  focus() {
    this.renderRoot.querySelector('h2').focus();
  }

  render() {
    const {faults} = this;
    if (!faults.length) {
      return nothing;
    }
    const shown = this.all ? faults : faults.slice(0, SHOWN);
    return html`<section aria-labelledby="title">
      <h2 id="title" tabindex="-1">Not saved: ${plural(faults.length, 'fault')} to mend</h2>
      <ul>
        ${shown.map(
          (fault) =>
            html`<li>
              <button class="place" type="button" @click=${() => this.dispatchEvent(new CustomEvent('fault-opened', {detail: fault}))}>${placeWords(this.model, fault.pointer)}</button
              ><span>${faultWords(fault)}</span>
            </li>`,
        )}
      </ul>
      ${shown.length < faults.length ? html`<button class="btn q s more" type="button" @click=${() => (this.all = true)}>All ${faults.length}</button>` : nothing}
    </section>`;
  }
}

customElements.define('fault-list', FaultList);

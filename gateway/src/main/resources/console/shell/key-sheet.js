import {LitElement, html, css} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {icon} from '../pieces/icon.js';
import {preferences} from '../core/preferences.js';
import {overlay, openOver} from './overlay.js';

const groups = [
  [
    'Go',
    [
      ['Portfolio', ['G', 'P'], true],
      ['Revenue', ['G', 'R'], true],
      ['Alerts', ['G', 'A'], true],
      ['Models', ['G', 'M'], true],
      ['Search or jump', ['Ctrl', 'K']],
    ],
  ],
  [
    'Lists',
    [
      ['Next, previous', ['J', 'K']],
      ['Open', ['O']],
      ['Filter', ['/']],
      ['Acknowledge an alert', ['A']],
    ],
  ],
  [
    'Here',
    [
      ['Undo', ['Z']],
      ['Keys', ['?']],
      ['Close', ['Esc']],
      ['Walk a chart', ['←', '→']],
    ],
  ],
];

/** The keys, and the switch that turns single keys off (WCAG 2.1.4). */
class KeySheet extends LitElement {
  static properties = {on: {state: true}};

  static styles = [
    foundation,
    controls,
    overlay,
    css`
      .keys {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0 28px;
        padding: 4px 14px 10px;
      }
      .keys div {
        display: flex;
        justify-content: space-between;
        align-items: center;
        min-height: 28px;
        color: var(--ink-2);
      }
      .keys dd {
        display: flex;
        gap: 4px;
        align-items: center;
        color: var(--ink-3);
        font-size: var(--t-sm);
      }
      label {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 10px 14px;
        border-top: 1px solid var(--line);
        color: var(--ink-2);
      }
      input {
        width: 16px;
        height: 16px;
        accent-color: var(--ink);
      }
      @media (max-width: 720px) {
        .keys {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.on = preferences.get('keys', 'on') === 'on';
  }

  open() {
    openOver(this.renderRoot.querySelector('dialog'));
  }

  render() {
    return html`<dialog aria-labelledby="title">
      <div class="head">
        <h2 id="title">Keyboard</h2>
        <button class="iconbtn" type="button" aria-label="Close" @click=${(event) => event.target.closest('dialog').close()}>
          ${icon('close')}
        </button>
      </div>
      ${groups.map(
        ([title, rows]) =>
          html`<h3>${title}</h3>
            <dl class="keys">
              ${rows.map(
                ([word, caps, then]) =>
                  html`<div>
                    <dt>${word}</dt>
                    <dd>${caps.map((cap, index) => html`${index && then ? 'then' : ''}<kbd>${cap}</kbd>`)}</dd>
                  </div>`,
              )}
            </dl>`,
      )}
      <label><input type="checkbox" .checked=${this.on} @change=${this.#switch} />Single keys on this browser</label>
    </dialog>`;
  }

  #switch(event) {
    this.on = event.target.checked;
    preferences.set('keys', this.on ? 'on' : 'off');
  }
}

customElements.define('key-sheet', KeySheet);

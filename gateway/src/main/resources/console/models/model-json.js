import {LitElement, html, css, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {icon} from '../pieces/icon.js';
import {notices} from '../core/notices.js';
import {plural} from '../core/wording.js';
import {jsonPlaces, lineOf} from './json-places.js';
import {jsonText} from './json-text.js';

/** The whole model as JSON, as the API has it; that of a draft is edited here. */
class ModelJson extends LitElement {
  static properties = {document: {attribute: false}, editing: {attribute: false}, version: {attribute: false}};

  static styles = [
    foundation,
    controls,
    sections,
    css`
      pre,
      textarea {
        width: 100%;
        margin: 14px 0 0;
        padding: 12px 14px;
        border: 1px solid var(--line-strong);
        border-radius: var(--r-2);
        background: var(--canvas);
        color: var(--ink);
        font: 400 var(--t-sm)/18px var(--mono);
        tab-size: 2;
        white-space: pre;
        overflow-x: auto;
      }
      textarea {
        display: block;
        min-height: 60vh;
        border-color: var(--control);
        resize: vertical;
      }
      h3:focus {
        outline: none;
      }
      h3 {
        margin-top: 12px;
      }
      li {
        display: flex;
        gap: 8px;
        align-items: baseline;
        margin-top: 4px;
      }
      li .btn {
        flex: none;
      }
      .said {
        margin-top: 12px;
        font-weight: 500;
      }
    `,
  ];

  /** Where a person goes on whose draft was not saved. */
  focus() {
    this.renderRoot.querySelector('h3')?.focus();
  }

  /** Goes to the line of a place. */
  goTo(pointer) {
    const field = this.renderRoot.querySelector('textarea');
    const {value} = field;
    const line = lineOf(value, jsonPlaces(value), pointer);
    const lines = value.split('\n');
    const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    field.focus();
    field.setSelectionRange(from, from + lines[line - 1].length);
    field.scrollTop = Math.max(0, (line - 6) * 18);
  }

  render() {
    const {editing} = this;
    const text = editing ? editing.text : jsonText(this.document);
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">JSON</h2>
        <p>${editing ? 'For everything that has no field: names, measures, further axes and signals' : 'As the API has it'}</p>
        <span class="sp"></span>
        <button class="btn q s" type="button" @click=${() => this.#copy(text)}>${icon('copy')}Copy</button>
      </header>
      ${editing ? this.#editor(text) : html`<pre tabindex="0" role="region" aria-label="The model as JSON">${text}</pre>`}
    </section>`;
  }

  #editor(text) {
    const {editing} = this;
    return html`${editing.unreadable ? html`<p class="said" id="said" role="status">Not to be read as JSON: ${editing.unreadable}</p>` : this.#faults(text)}
      <textarea
        aria-labelledby="title"
        aria-invalid=${editing.unreadable || editing.faults.length ? 'true' : nothing}
        aria-describedby=${editing.unreadable ? 'said' : nothing}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        wrap="off"
        rows=${Math.min(60, text.split('\n').length + 1)}
        .value=${live(text)}
        @input=${(event) => editing.typeJson(event.target.value)}
      ></textarea>`;
  }

  #faults(text) {
    const faults = this.editing.toMend;
    if (!faults.length) {
      return nothing;
    }
    const places = jsonPlaces(text);
    return html`<h3 tabindex="-1">Not saved: ${plural(faults.length, 'fault')} to mend</h3>
      <ul>
      ${faults.map(
        ({pointer, detail}) =>
          html`<li>
            <button class="btn s" type="button" @click=${() => this.goTo(pointer)}>Line ${lineOf(text, places, pointer)}</button>
            <span><span class="mono">${pointer || '/'}</span> ${detail}</span>
          </li>`,
      )}
    </ul>`;
  }

  async #copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      notices.toast('JSON copied');
    } catch {
      notices.toast('Your browser does not let this page copy. Select the text instead.');
    }
  }
}

customElements.define('model-json', ModelJson);

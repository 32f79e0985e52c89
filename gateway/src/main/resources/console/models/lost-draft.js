import {LitElement, html, css} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {api} from '../core/api.js';
import {modelLink, route} from '../core/route.js';
import {keptEdits} from './kept-edits.js';

/** A draft that is gone: the way on, with the edits that were not saved if there are any. */
class LostDraft extends LitElement {
  static properties = {modelId: {}, fault: {state: true}, busy: {state: true}};

  static styles = [
    foundation,
    controls,
    css`
      p {
        margin-bottom: 12px;
        font-weight: 500;
      }
    `,
  ];

  render() {
    const kept = keptEdits.of(this.modelId);
    return html`${kept ? html`<p>${this.fault ?? 'Edits of it that were not saved are still in this browser.'}</p>` : ''}
      <div class="btns">
        ${kept ? html`<button class="btn pri" type="button" aria-disabled=${String(Boolean(this.busy))} @click=${() => this.#begin(kept)}>Begin a draft with them</button>` : ''}
        <a class="btn" href="/models">Open models</a>
      </div>`;
  }

  async #begin({document}) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    try {
      const {id} = await api.post('/api/v1/scoring-models', {model: document});
      keptEdits.forget(this.modelId);
      route.moved(modelLink(id));
    } catch (error) {
      this.fault = `Not begun. ${error.message}`;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('lost-draft', LostDraft);

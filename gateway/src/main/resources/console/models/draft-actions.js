import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {notices} from '../core/notices.js';
import {route} from '../core/route.js';
import {plural} from '../core/wording.js';
import {sortedOut} from './model-lists.js';
import './discard-draft.js';
import './publish-draft.js';

/** What can be done with a draft. Emits `draft-changed` when it was, `draft-refused` when it has faults. */
class DraftActions extends LitElement {
  static properties = {editing: {attribute: false}, name: {}, changes: {type: Number}, models: {attribute: false}, version: {attribute: false}};

  static styles = [
    foundation,
    controls,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  render() {
    const {editing} = this;
    const {inForce} = sortedOut(this.models ?? []);
    return html`<discard-draft
        .editing=${editing}
        .name=${this.name}
        .changes=${this.changes ? `its ${plural(this.changes, 'difference')}` : 'all that is in it'}
        .version=${this.version}
      ></discard-draft>
      ${editing.dirty ? html`<button class="btn" type="button" @click=${this.#revert}>Undo edits</button>` : nothing}
      <button class="btn ${editing.dirty ? 'pri' : ''}" type="button" aria-disabled=${String(!editing.dirty || editing.busy)} @click=${this.#save}>
        ${editing.busy ? 'Saving…' : 'Save draft'}
      </button>
      <publish-draft
        .editing=${editing}
        .inForce=${inForce}
        .blocked=${this.#whyNotPublish()}
        .version=${this.version}
        @published=${() => this.#tell('draft-changed')}
      ></publish-draft>`;
  }

  #whyNotPublish() {
    if (this.editing.overtaken) {
      return 'First say whose edits shall stay.';
    }
    if (this.editing.dirty) {
      return 'Save the draft first: only what is saved is published.';
    }
    return this.models ? '' : 'The model in force has not loaded yet.';
  }

  async #save() {
    const {editing} = this;
    if (!editing.dirty || editing.busy) {
      return;
    }
    if (editing.unreadable) {
      route.set({view: 'json'});
      notices.toast('The JSON cannot be read; mend it first.');
    } else if (await editing.save()) {
      notices.toast('Draft saved');
      this.#tell('draft-changed');
    } else if (editing.toMend.length) {
      this.#tell('draft-refused');
    }
  }

  #revert() {
    const undo = this.editing.revert();
    notices.toast('Edits undone', {undo});
  }

  #tell(name) {
    this.dispatchEvent(new CustomEvent(name));
  }
}

customElements.define('draft-actions', DraftActions);

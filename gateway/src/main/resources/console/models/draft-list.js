import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {modelLink} from '../core/route.js';
import {moment, person, plural} from '../core/wording.js';
import {differences} from './model-difference.js';
import {originOf} from './model-lists.js';
import {modelListStyle} from './model-list-style.js';

/** Models in the making; nothing is scored by them. */
class DraftList extends LitElement {
  static properties = {drafts: {attribute: false}, inForce: {attribute: false}};

  static styles = [
    foundation,
    sections,
    tables,
    modelListStyle,
    css`
      th:nth-child(1) {
        width: 38%;
      }
      th:nth-child(2) {
        width: 40%;
      }
      .none {
        padding: 12px 0;
        color: var(--ink-2);
      }
    `,
  ];

  render() {
    const {drafts} = this;
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">Drafts</h2>
        <p>${drafts.length || nothing}</p>
      </header>
      ${drafts.length ? this.#table(drafts) : html`<p class="none"><b>No draft.</b> A change of the score begins with one; nothing is scored by it until it is published.</p>`}
    </section>`;
  }

  #table(drafts) {
    return html`<table class="tbl">
      <thead>
        <tr>
          <th scope="col">Draft</th>
          <th scope="col">${this.inForce ? `Against ${this.inForce.id}` : ''}</th>
          <th scope="col" class="num">Last change</th>
        </tr>
      </thead>
      <tbody>
        ${drafts.map(
          (draft) =>
            html`<tr>
              <th scope="row">
                <a class="open-name" href=${modelLink(draft.id)}>${draft.model.name}</a><small>${originOf(draft) ? `From ${originOf(draft)}` : 'Written from scratch'}</small>
              </th>
              <td>${this.#changes(draft)}</td>
              <td class="num">${moment(draft.changedAt)}<small>${person(draft.changedBy)}</small></td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #changes(draft) {
    const changes = this.inForce ? differences(this.inForce.model, draft.model).length : 0;
    return this.inForce ? (changes ? plural(changes, 'difference') : 'No difference yet') : '';
  }
}

customElements.define('draft-list', DraftList);

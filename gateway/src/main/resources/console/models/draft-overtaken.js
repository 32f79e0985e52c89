import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {tables} from '../styles/tables.js';
import {moment, person} from '../core/wording.js';
import {differenceTable} from './difference-table.js';
import {differenceTableStyle} from './difference-table-style.js';
import {differences} from './model-difference.js';

/** Somebody else saved the draft while it was edited here: whose shall stay. */
class DraftOvertaken extends LitElement {
  static properties = {editing: {attribute: false}, version: {attribute: false}};

  static styles = [
    foundation,
    controls,
    tables,
    differenceTableStyle,
    css`
      section {
        margin: 14px 0 16px;
        padding: 12px 14px 14px;
        border: 1px solid var(--line-strong);
        border-radius: var(--r-3);
        background: var(--raised);
        box-shadow: var(--shadow-1);
      }
      h2 {
        font-size: var(--t-md);
        line-height: var(--l-md);
        letter-spacing: 0;
      }
      p {
        color: var(--ink-2);
      }
      .tbl {
        margin: 6px 0 12px;
        font-size: var(--t-sm);
      }
      .btns {
        margin-top: 10px;
      }
    `,
  ];

  render() {
    const {overtaken, document} = this.editing;
    if (!overtaken) {
      return nothing;
    }
    const {item} = overtaken;
    const rows = differences(item.model, document);
    return html`<section role="alert" aria-labelledby="title">
      <h2 id="title">${person(item.changedBy)} saved this draft on ${moment(item.changedAt)}, after you had read it</h2>
      <p>Your edits are still here and not saved. ${rows.length ? 'This is where yours and theirs differ:' : 'They say the same.'}</p>
      ${rows.length ? differenceTable(rows, 'Theirs', 'Yours') : nothing}
      <div class="btns">
        <button class="btn" type="button" @click=${() => this.editing.takeTheirs()}>Take theirs</button>
        <button class="btn" type="button" @click=${() => this.editing.keepMine()}>Go on with mine</button>
      </div>
    </section>`;
  }
}

customElements.define('draft-overtaken', DraftOvertaken);

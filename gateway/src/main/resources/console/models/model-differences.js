import {LitElement, html, css} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {pick} from '../pieces/pick.js';
import {csvButton} from '../pieces/section-buttons.js';
import {downloadCsv} from '../core/csv.js';
import {route} from '../core/route.js';
import {plural} from '../core/wording.js';
import {differenceTable} from './difference-table.js';
import {differenceTableStyle} from './difference-table-style.js';
import {differences} from './model-difference.js';

/** What a model says otherwise than another one. */
class ModelDifferences extends LitElement {
  static properties = {
    document: {attribute: false},
    name: {},
    against: {attribute: false},
    others: {attribute: false},
  };

  static styles = [
    foundation,
    controls,
    sections,
    tables,
    differenceTableStyle,
    css`
      .none {
        padding: 14px 0;
        color: var(--ink-2);
      }
    `,
  ];

  render() {
    const {against} = this;
    const rows = against ? differences(against.model, this.document) : [];
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">Differences</h2>
        <p>${rows.length ? `${plural(rows.length, 'change')} from ${against.name}` : ''}</p>
        <span class="sp"></span>
        ${this.others.length ? pick('Compare with', this.others, against?.id, (id) => route.set({against: id}, {replace: true}), 's') : ''} ${rows.length ? csvButton(() => this.#save(rows)) : ''}
      </header>
      ${rows.length ? differenceTable(rows, against.name, this.name) : html`<p class="none">${this.#none(against)}</p>`}
    </section>`;
  }

  #none(against) {
    return against
      ? html`<b>No difference.</b> ${this.name} says the same as ${against.name}: every account would have the same score.`
      : html`<b>Nothing to compare with.</b> This is the only model there is.`;
  }

  #save(rows) {
    downloadCsv(
      'model-differences',
      [
        ['part', ({part}) => part],
        ['what', ({what}) => what],
        [this.against.name, ({before}) => before],
        [this.name, ({after}) => after],
      ],
      rows,
    );
  }
}

customElements.define('model-differences', ModelDifferences);

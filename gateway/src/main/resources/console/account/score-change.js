import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {csvButton} from '../pieces/section-buttons.js';
import {bodyOf} from '../pieces/section-state.js';
import {accountPath, api} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {downloadCsv} from '../core/csv.js';
import {isKnown} from '../core/known.js';
import {dated, day, signed} from '../core/wording.js';
import {changeWords, partWords} from './change-reading.js';

/** What made the score another one since a day: one row per part, which sum to the change as printed. */
class ScoreChange extends LitElement {
  static properties = {accountId: {}, from: {}, to: {}};

  static styles = [
    foundation,
    controls,
    sections,
    tables,
    css`
      .said {
        padding: 12px 0 4px;
      }
      th small {
        display: block;
        font-size: var(--t-sm);
        line-height: var(--l-sm);
        font-weight: 400;
        color: var(--ink-2);
        white-space: normal;
      }
      .tbl tbody th,
      .tbl tbody td {
        height: auto;
        padding-block: 8px;
        white-space: normal;
        vertical-align: top;
      }
    `,
  ];

  change = new Answer(this, {
    key: () => (this.from ? [this.accountId, this.from, this.to] : null),
    scope: 'health:read',
    ask: (signal) => api.get(accountPath(this.accountId, '/health/change'), {from: this.from, to: this.to}, signal),
    live: () => !this.to,
    every: 3,
  });

  render() {
    if (!this.from) {
      return nothing;
    }
    const {value} = this.change;
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">What changed</h2>
        <p>since ${day(this.from)}</p>
        <span class="sp"></span>
        ${value?.parts.length ? csvButton(() => this.#save(value)) : nothing}
      </header>
      ${bodyOf(this.change, 'The change', (change) => this.#told(change), {rows: 3, scope: 'health:read'})}
    </section>`;
  }

  #told(change) {
    return html`<p class="said">${changeWords(change)}</p>
      ${change.parts.length ? this.#table(change) : nothing}`;
  }

  #table({change, parts, to}) {
    return html`<table class="tbl">
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col" class="num">Points</th>
        </tr>
      </thead>
      <tbody>
        ${parts.map(
          (part) =>
            html`<tr>
              <th scope="row">${part.name}<small>${dated(partWords(part), to)}</small></th>
              <td class="num">${signed(part.points, 2)}</td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Change</th>
          <td class="num">${isKnown(change) ? signed(change, 2) : ''}</td>
        </tr>
      </tfoot>
    </table>`;
  }

  #save({parts}) {
    downloadCsv(
      `change-${this.accountId}`,
      [
        ['kind', (part) => part.kind],
        ['key', (part) => part.key],
        ['points', (part) => part.points],
        ['sentence', (part) => part.sentence],
      ],
      parts,
    );
  }
}

customElements.define('score-change', ScoreChange);

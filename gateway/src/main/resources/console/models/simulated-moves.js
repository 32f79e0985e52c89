import {LitElement, html, css, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {bands} from '../styles/bands.js';
import {bandShape} from '../pieces/band-shape.js';
import {accountLink} from '../core/route.js';
import {count, money, score, signed} from '../core/wording.js';
import {changeOf, nextSort, sorted, wordOf} from './simulation-reading.js';

const columns = [
  ['name', 'Account'],
  ['from', 'Band now'],
  ['to', 'After'],
  ['change', 'Score', 'num'],
  ['arr', 'ARR', 'num'],
];

/** Who would move band, in the order one asks for. */
class SimulatedMoves extends LitElement {
  static properties = {found: {attribute: false}, sort: {state: true}};

  static styles = [
    foundation,
    controls,
    sections,
    tables,
    bands,
    css`
      th button {
        height: 24px;
        margin: 0 -4px;
        padding: 0 4px;
        border: 0;
        border-radius: var(--r-1);
        background: none;
        color: inherit;
        cursor: pointer;
      }
      th button:hover,
      [aria-sort] button {
        color: var(--ink);
      }
      td small {
        font-size: inherit;
        color: var(--ink-3);
      }
      .none {
        padding: 12px 0;
        color: var(--ink-2);
      }
    `,
  ];

  constructor() {
    super();
    this.sort = '-arr';
  }

  render() {
    const {moving, movingAccounts} = this.found;
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">Who would move</h2>
        <p>${moving > movingAccounts.length ? `The ${count(movingAccounts.length)} of the most annual revenue, of ${count(moving)}` : moving || nothing}</p>
      </header>
      ${movingAccounts.length ? this.#table(movingAccounts) : html`<p class="none"><b>Nobody would move band.</b> Scores may differ within a band.</p>`}
    </section>`;
  }

  #table(accounts) {
    return html`<div class="scrolls" tabindex="0" role="region" aria-label="Accounts that would move, scrolls sideways">
      <table class="tbl">
        <thead>
          <tr>
            ${columns.map((column) => this.#head(column))}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            sorted(accounts, this.sort),
            ({accountId}) => accountId,
            (row) => this.#row(row),
          )}
        </tbody>
      </table>
    </div>`;
  }

  #head([column, words, classes = '']) {
    const isThis = this.sort.replace(/^-/, '') === column;
    const way = this.sort.startsWith('-') ? 'descending' : 'ascending';
    return html`<th scope="col" class=${classes} aria-sort=${isThis ? way : nothing}>
      <button type="button" @click=${() => (this.sort = nextSort(this.sort, column))}>
        ${words}${isThis ? html`<span aria-hidden="true"> ${way === 'ascending' ? '↑' : '↓'}</span>` : nothing}
      </button>
    </th>`;
  }

  #row(row) {
    const change = changeOf(row);
    return html`<tr>
      <th scope="row"><a class="open-name" href=${accountLink(row.accountId)}>${row.name}</a></th>
      <td class="nw"><span class="bl">${bandShape(row.from)}${wordOf(row.from)}</span></td>
      <td class="nw"><span class="bl">${bandShape(row.to)}${wordOf(row.to)}</span></td>
      <td class="num">${score(row.scoreBefore)} → ${score(row.scoreAfter)} <small>${change ? signed(change) : ''}</small></td>
      <td class="num">${money(row.arr, this.found.currency) || 'none'}</td>
    </tr>`;
  }
}

customElements.define('simulated-moves', SimulatedMoves);

import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {csvButton} from '../pieces/section-buttons.js';
import {bodyOf} from '../pieces/section-state.js';
import {downloadCsv} from '../core/csv.js';
import {accountLink} from '../core/route.js';
import {count, movedMoney, words} from '../core/wording.js';

const SHOWN = 9;

/** The single movements that made most of the bridge. */
class LargestMovements extends LitElement {
  static properties = {movements: {attribute: false}, from: {}, to: {}, currency: {}, version: {attribute: false}};

  static styles = [
    foundation,
    controls,
    sections,
    tables,
    css`
      .tbl :is(th, td) {
        height: 34px;
      }
      .tbl tbody th {
        white-space: normal;
      }
      .kind {
        color: var(--ink-2);
        white-space: nowrap;
      }
    `,
  ];

  render() {
    const all = this.movements.value;
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">Largest movements</h2>
        <p>${all ? `${Math.min(SHOWN, all.length)} of ${count(all.length)}` : nothing}</p>
        <span class="sp"></span>
        ${all?.length ? csvButton(this.#save) : nothing}
      </header>
      ${bodyOf(this.movements, 'Movements', (movements) => this.#table(movements), {rows: SHOWN, scope: 'metrics:read'})}
    </section>`;
  }

  #table(movements) {
    if (!movements.length) {
      return html`<p class="foot">0 movements in this period.</p>`;
    }
    return html`<table class="tbl">
      <thead class="vh">
        <tr>
          <th scope="col">Account</th>
          <th scope="col">Movement</th>
          <th scope="col">MRR</th>
        </tr>
      </thead>
      <tbody>
        ${movements.slice(0, SHOWN).map(
          (one) =>
            html`<tr>
              <th scope="row">
                <a class="open-name" href=${accountLink(one.accountId)}>${one.name ?? one.accountName ?? one.accountId}</a>
              </th>
              <td class="kind">${words(one.kind)}${one.churnKind && one.churnKind !== 'unclassified' ? `, ${one.churnKind}` : ''}</td>
              <td class="num w5 ${Number(one.amount) < 0 ? 'out' : 'in'}">${movedMoney(one.amount, one.currency ?? this.currency)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #save() {
    downloadCsv(
      `mrr-movements-${this.from}-${this.to}`,
      [
        ['on', (one) => one.on],
        ['account_id', (one) => one.accountId],
        ['kind', (one) => one.kind],
        ['churn_kind', (one) => one.churnKind],
        ['reason', (one) => one.reason],
        ['amount', (one) => one.amount],
        ['currency', (one) => one.currency ?? this.currency],
      ],
      this.movements.value,
    );
  }
}

customElements.define('largest-movements', LargestMovements);

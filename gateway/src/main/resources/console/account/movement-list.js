import {LitElement, html} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {bodyOf} from '../pieces/section-state.js';
import {accountPath, api} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {day, movedMoney, words} from '../core/wording.js';
import {sideStyle} from './side-style.js';

const SHOWN = 8;

/** The account's last entries in the MRR ledger. */
class MovementList extends LitElement {
  static properties = {accountId: {}};

  static styles = [foundation, sections, sideStyle];

  movements = new Answer(this, {
    key: () => this.accountId,
    scope: 'metrics:read',
    ask: (signal) => api.get(accountPath(this.accountId, '/mrr-movements'), {limit: 200}, signal),
    every: 6,
  });

  render() {
    const items = this.movements.value?.items ?? [];
    return html`<section class="side" aria-labelledby="title">
      <header>
        <h2 id="title">MRR movements</h2>
        <p>${items.length > SHOWN ? `last ${SHOWN} of ${items.length}` : ''}</p>
      </header>
      ${bodyOf(this.movements, 'Movements', (value) => this.#list(value), {rows: 3, scope: 'metrics:read'})}
    </section>`;
  }

  #list({items, currency}) {
    if (!items.length) {
      return html`<p class="empty"><b>0 movements.</b> The first subscription makes the first one.</p>`;
    }
    return html`<ul class="list">
      ${items
        .toSorted((a, b) => b.on.localeCompare(a.on))
        .slice(0, SHOWN)
        .map(
          (one) =>
            html`<li>
              <span>${words(one.kind)}${one.churnKind ? `, ${one.churnKind}` : ''}</span
              ><span class="w5 ${Number(one.amount) < 0 ? 'out' : 'in'}">${movedMoney(one.amount, one.currency ?? currency)}</span
              ><small>${day(one.on)}${one.reason ? `, ${words(one.reason).toLowerCase()}` : ''}</small>
            </li>`,
        )}
    </ul>`;
  }
}

customElements.define('movement-list', MovementList);

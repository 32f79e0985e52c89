import {LitElement, html, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {bodyOf} from '../pieces/section-state.js';
import {accountPath, api} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {sum, toNumber} from '../core/exact.js';
import {day, movedMoney, plural, words} from '../core/wording.js';
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
    const items = this.#moved();
    return html`<section class="side" aria-labelledby="title">
      <header>
        <h2 id="title">MRR movements</h2>
        <p>${items.length > SHOWN ? `last ${SHOWN} of ${items.length}` : ''}</p>
      </header>
      ${bodyOf(this.movements, 'Movements', (value) => this.#list(value, items), {rows: 3, scope: 'metrics:read'})}
    </section>`;
  }

  #list({items: all, currency}, items) {
    if (!all.length) {
      return html`<p class="empty"><b>0 movements.</b> The first subscription makes the first one.</p>`;
    }
    const rates = all.filter(({kind}) => kind === 'fx');
    return html`<ul class="list">
      ${items.slice(0, SHOWN).map((one) => this.#row(one, currency))} ${rates.length ? this.#rates(rates, currency) : nothing}
    </ul>`;
  }

  #row({kind, churnKind, amount, on, reason, currency: own}, currency) {
    return html`<li>
      <span>${words(kind)}${churnKind ? `, ${churnKind}` : ''}</span>
      <span class="w5 ${Number(amount) < 0 ? 'out' : 'in'}">${movedMoney(amount, own ?? currency)}</span>
      <small>${day(on)}${reason ? `, ${words(reason).toLowerCase()}` : ''}</small>
    </li>`;
  }

  /** Changing rates move every month a little; they are told together. */
  #rates(rates, currency) {
    const net = toNumber(sum(rates.map(({amount}) => amount)));
    return html`<li>
      <span>FX, net</span><span class="w5 ${net < 0 ? 'out' : 'in'}">${movedMoney(net, rates[0].currency ?? currency)}</span>
      <small>${plural(rates.length, 'entry', 'entries')} of exchange rates</small>
    </li>`;
  }

  #moved() {
    return (this.movements.value?.items ?? []).filter(({kind}) => kind !== 'fx').toSorted((a, b) => b.on.localeCompare(a.on));
  }
}

customElements.define('movement-list', MovementList);

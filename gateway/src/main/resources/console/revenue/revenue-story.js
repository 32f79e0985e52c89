import {LitElement, html, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {Answer} from '../core/answer.js';
import {accountLink} from '../core/route.js';
import {fixed, money, month, movedMoney, percent} from '../core/wording.js';
import {wonAndLost} from './ledger-reading.js';
import {movementsBetween} from './period-movements.js';

const TOLD = 3;

/** The period in three sentences; each figure is on this page. */
class RevenueStory extends LitElement {
  static properties = {row: {attribute: false}, currency: {}, nrr: {attribute: false}};

  static styles = [foundation, sections];

  movements = new Answer(this, {
    key: () => this.row && [this.row.from, this.row.to],
    scope: 'metrics:read',
    ask: (signal) => movementsBetween(this.row.from, this.row.to, signal),
    every: 3,
  });

  render() {
    const {row, currency} = this;
    const {won, lost} = wonAndLost(row);
    const change = Number(row.end) - Number(row.start);
    const span = row.from === row.to ? `in ${month(row.to)}` : `from ${month(row.from)} to ${month(row.to)}`;
    return html`<p class="lead">
      ${Math.round(change) === 0 ? `MRR stayed at ${money(row.end, currency)} ${span}.` : `MRR ${change > 0 ? 'grew' : 'fell'} by ${money(Math.abs(change), currency)} to ${money(row.end, currency)} ${span}: ${money(won, currency)} won, ${money(lost, currency)} lost.`}
      ${this.#rate()} ${this.#losses(lost)}
    </p>`;
  }

  #rate() {
    const {value, previous} = this.nrr ?? {};
    if (value === null || value === undefined || previous === null || previous === undefined) {
      return nothing;
    }
    const points = (Number(value) - Number(previous)) * 100;
    return `NRR over 12 months ${Math.abs(points) < 0.05 ? 'stayed at' : `${points < 0 ? 'fell' : 'rose'} ${fixed(Math.abs(points))} points to`} ${percent(value, 1)}.`;
  }

  #losses(lost) {
    const losses = (this.movements.value ?? []).filter(({kind}) => kind === 'contraction' || kind === 'churn').slice(0, TOLD);
    if (!losses.length || lost <= 0) {
      return nothing;
    }
    const share = losses.reduce((total, {amount}) => total - Number(amount), 0) / lost;
    return html`${percent(share, 0)} of what was lost is ${losses.length === 1 ? 'one account' : `${losses.length} movements`}:
    ${losses.map((one, index) => html`${index ? ', ' : ''}<a class="u" href=${accountLink(one.accountId)}>${one.name ?? one.accountId} <span class="nw">${movedMoney(one.amount, this.currency)}</span></a>`)}.`;
  }
}

customElements.define('revenue-story', RevenueStory);

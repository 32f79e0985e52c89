import {LitElement, html, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {isKnown} from '../core/known.js';
import {accountLink} from '../core/route.js';
import {fixed, money, month, movedMoney, percent} from '../core/wording.js';
import {printedChange, wonAndLost} from './ledger-reading.js';

const TOLD = 3;

/** The period in three sentences; each figure is on this page. */
class RevenueStory extends LitElement {
  static properties = {row: {attribute: false}, movements: {attribute: false}, currency: {}, nrr: {attribute: false}};

  static styles = [foundation, sections];

  render() {
    const {row} = this;
    const span = row.from === row.to ? `in ${month(row.to)}` : `from ${month(row.from)} to ${month(row.to)}`;
    return html`<p class="lead">${this.#change(row, span)} ${this.#rate()} ${this.#losses(wonAndLost(row).lost)}</p>`;
  }

  #change(row, span) {
    const {currency} = this;
    const {end, change, won, lost, fx, restatement} = printedChange(row);
    const moved = change
      ? `${change > 0 ? 'grew' : 'fell'} by ${money(Math.abs(change), currency)} to ${money(end, currency)}`
      : `stayed at ${money(end, currency)}`;
    const parts = [
      `${won ? money(won, currency) : 'nothing'} won`,
      `${lost ? money(lost, currency) : 'nothing'} lost`,
      fx ? `${movedMoney(fx, currency)} by exchange rates` : '',
      restatement ? `${movedMoney(restatement, currency)} restated` : '',
    ];
    return `MRR ${moved} ${span}: ${parts.filter(Boolean).join(', ')}.`;
  }

  #rate() {
    const {value, previous} = this.nrr ?? {};
    if (!isKnown(value) || !isKnown(previous)) {
      return nothing;
    }
    const points = (Number(value) - Number(previous)) * 100;
    return `NRR over 12 months ${Math.abs(points) < 0.05 ? 'stayed at' : `${points < 0 ? 'fell' : 'rose'} ${fixed(Math.abs(points))} points to`} ${percent(value, 1)}.`;
  }

  #losses(lost) {
    const losses = (this.movements ?? []).filter(({kind}) => kind === 'contraction' || kind === 'churn').slice(0, TOLD);
    if (!losses.length || lost <= 0) {
      return nothing;
    }
    const share = losses.reduce((total, {amount}) => total - Number(amount), 0) / lost;
    return html`${percent(share, 0)} of what was lost is ${losses.length === 1 ? 'one account' : `${losses.length} movements`}:
    ${losses.map((one, index) => html`${index ? ', ' : ''}${this.#link(one)}`)}.`;
  }

  #link({accountId, name, amount}) {
    return html`<a class="u" href=${accountLink(accountId)}
      >${name ?? accountId} <span class="nw">${movedMoney(amount, this.currency)}</span></a
    >`;
  }
}

customElements.define('revenue-story', RevenueStory);

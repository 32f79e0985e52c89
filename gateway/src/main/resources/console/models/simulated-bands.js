import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {bands} from '../styles/bands.js';
import {bandShape} from '../pieces/band-shape.js';
import {count, money, movedMoney, plural, signed} from '../core/wording.js';
import {directions, wordOf} from './simulation-reading.js';

/** How many accounts and how much revenue each band has, before and after; what moves, in a sentence. */
class SimulatedBands extends LitElement {
  static properties = {found: {attribute: false}};

  static styles = [
    foundation,
    sections,
    tables,
    bands,
    css`
      .lead {
        margin-bottom: 16px;
      }
      .tbl {
        max-width: 760px;
      }
      td.same {
        color: var(--ink-3);
      }
    `,
  ];

  render() {
    const {found} = this;
    return html`<p class="lead">${this.#sentence(found)}</p>
      <div class="scrolls" tabindex="0" role="region" aria-label="Bands before and after, scrolls sideways">
        <table class="tbl">
          <caption class="vh">
            Accounts and annual revenue of each band, before and after
          </caption>
          <thead>
            <tr>
              <th scope="col">Band</th>
              <th scope="col" class="num">Accounts now</th>
              <th scope="col" class="num">After</th>
              <th scope="col" class="num">Change</th>
              <th scope="col" class="num">ARR now</th>
              <th scope="col" class="num">After</th>
              <th scope="col" class="num">Change</th>
            </tr>
          </thead>
          <tbody>
            ${found.bands.map((band) => this.#row(band))}
          </tbody>
        </table>
      </div>
      <p class="foot">
        Revenue at risk, by the bands’ prior: ${this.#money(found.revenueAtRiskBefore)} now, ${this.#money(found.revenueAtRiskAfter)} after.
        ${
          found.simulated < found.accounts
            ? html`<b>${count(found.simulated)} of ${plural(found.accounts, 'account')} were looked at</b>, those of the most annual revenue;
                ${count(found.accounts - found.simulated)} are left out.`
            : nothing
        }
      </p>`;
  }

  #row({band, accountsBefore, accountsAfter, arrBefore, arrAfter}) {
    const accounts = accountsAfter - accountsBefore;
    const arr = Number(arrAfter) - Number(arrBefore);
    return html`<tr>
      <th scope="row"><span class="bl">${bandShape(band)}${wordOf(band)}</span></th>
      <td class="num">${count(accountsBefore)}</td>
      <td class="num">${count(accountsAfter)}</td>
      <td class="num ${accounts ? 'w5' : 'same'}">${accounts ? signed(accounts) : '0'}</td>
      <td class="num">${this.#money(arrBefore)}</td>
      <td class="num">${this.#money(arrAfter)}</td>
      <td class="num ${arr ? 'w5' : 'same'}">${arr ? movedMoney(arr, this.found.currency) : '0'}</td>
    </tr>`;
  }

  #sentence({moving, simulated, moves}) {
    if (!moving) {
      return html`<b>Nobody would move.</b> ${simulated === 1 ? 'The one account keeps' : `All ${count(simulated)} accounts keep`} the band that
        ${simulated === 1 ? 'it has' : 'they have'}.`;
    }
    const {better, worse, other} = directions(moves);
    const parts = [
      [worse, 'to a worse band'],
      [better, 'to a better one'],
      [other, 'to or from unknown'],
    ].filter(([{accounts}]) => accounts);
    return html`<b>${count(moving)} of ${plural(simulated, 'account')} would move band:</b>
      ${parts.map(([{accounts, arr}, words]) => `${count(accounts)} ${words} with ${this.#money(arr)} of ARR`).join(', ')}.`;
  }

  #money(value) {
    return money(value, this.found.currency);
  }
}

customElements.define('simulated-bands', SimulatedBands);

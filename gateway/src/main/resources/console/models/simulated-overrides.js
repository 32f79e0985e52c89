import {LitElement, html, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {bands} from '../styles/bands.js';
import {bandShape} from '../pieces/band-shape.js';
import {accountLink} from '../core/route.js';
import {count, money} from '../core/wording.js';
import {wordOf} from './simulation-reading.js';

/** Accounts that stay where a person put them, whatever the model. */
class SimulatedOverrides extends LitElement {
  static properties = {found: {attribute: false}};

  static styles = [foundation, sections, tables, bands];

  render() {
    const {overridden, overriddenAccounts, currency} = this.found;
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">Held by an override</h2>
        <p>
          ${overridden > overriddenAccounts.length ? `${count(overriddenAccounts.length)} of ${count(overridden)}. ` : nothing}They stay where a person put
          them
        </p>
      </header>
      <div class="scrolls" tabindex="0" role="region" aria-label="Accounts with an override, scrolls sideways">
        <table class="tbl">
          <thead>
            <tr>
              <th scope="col">Account</th>
              <th scope="col">Band, kept</th>
              <th scope="col">By the model alone</th>
              <th scope="col" class="num">ARR</th>
            </tr>
          </thead>
          <tbody>
            ${overriddenAccounts.map(
              (row) =>
                html`<tr>
                  <th scope="row"><a class="open-name" href=${accountLink(row.accountId)}>${row.name}</a></th>
                  <td class="nw"><span class="bl">${bandShape(row.band)}${wordOf(row.band)}</span></td>
                  <td class="nw"><span class="bl">${bandShape(row.computedBand)}${wordOf(row.computedBand)}</span></td>
                  <td class="num">${money(row.arr, currency) || 'none'}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }
}

customElements.define('simulated-overrides', SimulatedOverrides);

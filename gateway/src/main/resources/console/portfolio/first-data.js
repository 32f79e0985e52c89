import {LitElement, html, css} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {icon} from '../pieces/icon.js';
import {notices} from '../core/notices.js';

const firstLines = () => `curl -X POST "${location.origin}/api/v1/imports?kind=accounts" \\
  -H "Authorization: Bearer $TOKEN" -H "Content-Type: text/csv" \\
  --data-binary $'account_id,name,owner_email\\nacme,Acme Ltd,you@example.com'`;

const needs = [
  ['Accounts', 'import, kind accounts', 'Everything: a score and a ledger belong to an account'],
  ['Usage', 'Segment SDK on /v1/batch, or import, kind usage', 'Product adoption and core features: 65% of the score'],
  ['Tickets and meetings', 'import, kinds tickets, meetings, surveys', 'Support ticket velocity and silence: 20% of the score'],
  ['Subscriptions', 'import, kind subscriptions', 'MRR, revenue at risk, NRR and GRR'],
  ['Invoices', 'Stripe webhook, or import, kind invoices', 'Commercial alignment: 15% of the score'],
];

/** The portfolio before the first account: what is missing, what it costs, one way forward. */
class FirstData extends LitElement {
  static styles = [
    foundation,
    controls,
    sections,
    tables,
    css`
      .card {
        max-width: 860px;
        border: 1px solid var(--line-strong);
        border-radius: var(--r-3);
        background: var(--raised);
        box-shadow: var(--shadow-1);
        padding: 16px 18px 18px;
        margin-bottom: 40px;
      }
      .card p {
        color: var(--ink-2);
        margin-top: 2px;
        max-width: 72ch;
      }
      pre {
        margin: 14px 0;
        padding: 12px 14px;
        border-radius: var(--r-2);
        background: var(--sunken);
        font: 400 var(--t-sm)/1.6 var(--mono);
        overflow-x: auto;
        white-space: pre;
      }
      .sec {
        max-width: 860px;
      }
      td {
        color: var(--ink-2);
      }
      @media (max-width: 720px) {
        .tbl td,
        .tbl tbody th {
          padding-block: 8px;
        }
      }
    `,
  ];

  render() {
    return html` <div class="ph">
        <div>
          <h1>Portfolio</h1>
          <p>0 accounts. No data has arrived for this tenant yet.</p>
        </div>
      </div>
      <section class="card" aria-labelledby="start">
        <h2 id="start">Send the first account</h2>
        <p>
          One line makes an account; it stands here within seconds, with band unknown until use and support data say more.
          <span class="mono">$TOKEN</span> is an access token with the scope <span class="mono">imports:write</span>.
        </p>
        <pre tabindex="0" aria-label="Command">${firstLines()}</pre>
        <div class="btns">
          <button class="btn pri" type="button" @click=${this.#copy}>${icon('copy')}Copy command</button
          ><a class="btn" href="/docs">API documentation</a>
        </div>
      </section>
      <section class="sec" aria-labelledby="needs">
        <header>
          <h2 id="needs">What each source feeds</h2>
          <p>Missing signals are redistributed, never counted as bad</p>
        </header>
        <table class="tbl">
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">Comes in by</th>
              <th scope="col">What it feeds</th>
            </tr>
          </thead>
          <tbody>
            ${needs.map(
              ([source, way, cost]) =>
                html`<tr>
                  <th scope="row">${source}</th>
                  <td>${way}</td>
                  <td>${cost}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </section>`;
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(firstLines());
      notices.toast('Command copied');
    } catch {
      notices.toast('The browser did not allow copying; select the text instead');
    }
  }
}

customElements.define('first-data', FirstData);

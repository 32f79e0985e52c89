import {LitElement, html, css} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {bodyOf} from '../pieces/section-state.js';
import {accountPath, api} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {words} from '../core/wording.js';
import {sideStyle} from './side-style.js';

const states = {met: 'Met', partly: 'Partly', failed: 'Not met', unknown: 'Not known'};
const isNone = (value) => value === null || value === undefined;

/** How well the account fits the ideal customer profile, and each reason. It has no past: it is of what is recorded now. */
class AccountFit extends LitElement {
  static properties = {accountId: {}};

  static styles = [
    foundation,
    sections,
    sideStyle,
    css`
      .list small.bad {
        color: var(--ink);
      }
    `,
  ];

  fit = new Answer(this, {
    key: () => [this.accountId],
    scope: 'accounts:read',
    ask: (signal) => api.get(accountPath(this.accountId, '/fit'), {}, signal),
    live: () => true,
    every: 6,
  });

  render() {
    const version = this.fit.value?.profileVersion;
    return html`<section class="side" aria-labelledby="title">
      <header>
        <h2 id="title">Fit</h2>
        <p>${isNone(version) ? '' : `Profile v${version}`}</p>
      </header>
      ${bodyOf(this.fit, 'The fit', (found) => (isNone(found.profileVersion) ? this.#none() : this.#list(found)), {rows: 3, scope: 'accounts:read'})}
    </section>`;
  }

  #none() {
    return html`<p class="empty"><b>No ideal customer profile yet.</b> An admin publishes one with POST /api/v1/fit-profile/versions.</p>`;
  }

  #list({verdict, score, coverage, reasons}) {
    const known = `${Math.round(Number(coverage) * 100)}% of the profile is known`;
    return html`<ul class="list">
      <li class="sum">
        <span class="term">${words(verdict)}</span><span>${isNone(score) ? 'No score' : Math.round(Number(score))}</span><small>${known}</small>
      </li>
      ${reasons.map(
        ({attribute, required, state, sentence}) => html`<li>
          <span class="term">${words(attribute.replace('traits.', ''))}${required ? ', required' : ''}</span><span>${states[state]}</span
          ><small class=${state === 'failed' ? 'bad' : ''}>${sentence}</small>
        </li>`,
      )}
    </ul>`;
  }
}

customElements.define('account-fit', AccountFit);

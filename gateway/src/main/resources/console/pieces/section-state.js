import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {clock} from '../core/wording.js';

/** The body of a section that has nothing to show yet: waiting, refused or failed. One per section, never per page. */
class SectionState extends LitElement {
  static properties = {answer: {attribute: false}, what: {}, scope: {}, whole: {type: Boolean}, rows: {type: Number}, version: {attribute: false}};

  static styles = [
    foundation,
    controls,
    css`
      .row {
        display: grid;
        grid-template-columns: 1fr 60px 80px;
        gap: 16px;
        height: 36px;
        align-items: center;
        border-bottom: 1px solid var(--line);
      }
      .bone {
        height: 10px;
        border-radius: 3px;
        background: linear-gradient(90deg, var(--sunken) 30%, var(--selected) 50%, var(--sunken) 70%);
        background-size: 300% 100%;
      }
      .row:nth-child(3n) .bone:first-child {
        width: 48%;
      }
      .row:nth-child(3n + 1) .bone:first-child {
        width: 62%;
      }
      .row:nth-child(3n + 2) .bone:first-child {
        width: 40%;
      }
      .quiet > * {
        visibility: hidden;
      }
      .quiet {
        border-color: transparent;
      }
      .said {
        padding: 14px 0;
        color: var(--ink-2);
        max-width: 64ch;
      }
      .said b {
        color: var(--ink);
      }
      .btns {
        padding-bottom: 14px;
      }
      @media (prefers-reduced-motion: no-preference) {
        .bone {
          animation: shimmer 1.6s linear infinite;
        }
        @keyframes shimmer {
          from {
            background-position: 100% 0;
          }
          to {
            background-position: -50% 0;
          }
        }
      }
    `,
  ];

  constructor() {
    super();
    this.rows = 4;
    this.what = 'This section';
  }

  render() {
    const {answer} = this;
    if (!answer) {
      return nothing;
    }
    if (answer.waiting) {
      return html`<div role="status"><span class="vh">${answer.slow ? 'Loading' : ''}</span></div>
        <div aria-hidden="true">
          ${Array.from(
            {length: this.rows},
            () =>
              html`<div class="row ${answer.slow ? '' : 'quiet'}">
                <div class="bone"></div>
                <div class="bone"></div>
                <div class="bone"></div>
              </div>`,
          )}
        </div>`;
    }
    if (answer.refusal?.status === 403) {
      const scope = answer.refusal.problem.scope ?? this.scope;
      const many = /(s|value)$/.test(this.what);
      return html`<p class="said">
        <b
          >${this.what} ${many ? 'need' : 'needs'}
          ${scope ? html`the scope <span class="mono">${scope}</span>` : 'a permission you do not have'}.</b
        >
        An administrator of your identity provider can grant it. ${this.whole ? nothing : 'The rest of the page is complete without it.'}
      </p>`;
    }
    if (answer.refusal) {
      const {refusal} = answer;
      return html`<p class="said" role="alert">
          <b>${this.what} did not load${answer.failedAt ? ` at ${clock(answer.failedAt)}` : ''}.</b>
          ${refusal.away ? 'Its service is away for the moment; this page asks again every few seconds.' : refusal.message}
          ${refusal.problem.reference ? html`Reference <span class="mono">${refusal.problem.reference}</span>.` : nothing}
        </p>
        <div class="btns"><button class="btn" type="button" @click=${() => answer.again()}>Try again</button></div>`;
    }
    return nothing;
  }
}

customElements.define('section-state', SectionState);

/**
 * The body of a section: what `show` makes of the value, or its state.
 * A value that could not be refreshed stays. `whole`: there is nothing else on the page.
 */
export function bodyOf(answer, what, show, {rows = 4, scope, whole = false} = {}) {
  if (answer.value === undefined) {
    return html`<section-state .answer=${answer} .version=${Symbol()} what=${what} scope=${scope ?? ''} ?whole=${whole} .rows=${rows}></section-state>`;
  }
  return show(answer.value);
}

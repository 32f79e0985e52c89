import {LitElement, html, css} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {count, words} from '../core/wording.js';
import {aucBar} from './auc-scale.js';
import {aucScaleStyle} from './auc-scale-style.js';
import {aucText} from './backtest-reading.js';

/** The AUC of each segment. */
class BacktestSegments extends LitElement {
  static properties = {segments: {attribute: false}, by: {}};

  static styles = [
    foundation,
    sections,
    tables,
    aucScaleStyle,
    css`
      .bar {
        width: 34%;
        min-width: 140px;
      }
      @media (max-width: 480px) {
        .bar {
          min-width: 88px;
        }
      }
    `,
  ];

  render() {
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">Segments</h2>
        <p>By ${this.by}</p>
      </header>
      <div class="scrolls" tabindex="0" role="region" aria-label="Segments, scrolls sideways">
        <table class="tbl">
          <thead>
            <tr>
              <th scope="col">${words(this.by)}</th>
              <th scope="col" class="num">Accounts</th>
              <th scope="col" class="num">Left</th>
              <th scope="col" class="num">AUC</th>
              <th scope="col" class="bar">0.3 to 1</th>
            </tr>
          </thead>
          <tbody>
            ${bySize(this.segments).map(
              (one) =>
                html`<tr>
                  <th scope="row">${one.segment === 'unknown' ? 'Not named' : one.segment === 'other' ? 'All others' : one.segment}</th>
                  <td class="num">${count(one.accounts)}</td>
                  <td class="num">${count(one.departures)}</td>
                  <td class="num">${aucText(one.auc?.value) || '–'}</td>
                  <td class="bar">${one.auc ? aucBar(one.auc) : ''}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="foot">Of a segment with fewer than five departures nothing is said (–).</p>
    </section>`;
  }
}

/** Those of which something can be said come first. */
const bySize = (segments) => segments.toSorted((a, b) => b.departures - a.departures || b.accounts - a.accounts);

customElements.define('backtest-segments', BacktestSegments);

import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {bands} from '../styles/bands.js';
import {bandShape} from '../pieces/band-shape.js';
import {bodyOf} from '../pieces/section-state.js';
import {placed} from '../core/placed.js';
import {sum, toNumber} from '../core/exact.js';
import {bandOrder, bandWords, count, day, shortMoney} from '../core/wording.js';

const place = (band) => bandOrder.indexOf(band);
const isWorse = ({from, to}) => place(to) > place(from);

/** Who crossed a band in the last week, worse on the left, better on the right, one row per pair of bands. */
class MovedBand extends LitElement {
  static properties = {portfolio: {attribute: false}, version: {attribute: false}};

  static styles = [
    foundation,
    sections,
    tables,
    bands,
    css`
      .sides {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0 1px;
        margin: 12px 0 6px;
      }
      .sides b {
        display: block;
        font-size: var(--t-xl);
        line-height: var(--l-xl);
        font-weight: 600;
        letter-spacing: -0.017em;
      }
      .sides div + div {
        padding-left: 16px;
        border-left: 1px solid var(--line);
      }
      .sides span {
        color: var(--ink-2);
        font-size: var(--t-sm);
      }
      td,
      .tbl thead th {
        height: 32px;
      }
      .mid {
        text-align: center;
        white-space: nowrap;
        padding: 0 4px;
      }
      .pair,
      .bar {
        display: inline-flex;
        align-items: center;
        gap: 5px;
      }
      .bar {
        gap: 6px;
      }
      .bar i {
        height: 12px;
        border-radius: 1px;
      }
      .left .bar {
        display: flex;
        justify-content: flex-end;
      }
      .side-bar {
        width: 84px;
      }
      .tbl .side-bar {
        padding: 0 4px;
      }
      .none {
        padding: 14px 0;
        color: var(--ink-2);
      }
      @media (max-width: 1180px) and (min-width: 721px) {
        .body {
          display: grid;
          grid-template-columns: 1fr 1.4fr;
          gap: 32px;
          align-items: start;
        }
      }
    `,
  ];

  render() {
    const value = this.portfolio.value?.moved;
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">Moved band</h2>
        <p>${value ? `${day(value.from)} to ${day(value.to)}` : nothing}</p>
      </header>
      ${bodyOf(this.portfolio, 'Moved bands', (portfolio) => this.#body(portfolio), {rows: 5, scope: 'health:read'})}
    </section>`;
  }

  #body({moved, currency}) {
    const transitions = moved.transitions ?? [];
    const known = transitions.filter(({from, to}) => from && to && from !== 'unknown' && to !== 'unknown');
    const strange = transitions.filter((transition) => !known.includes(transition)).reduce((n, {accounts}) => n + accounts, 0);
    const total = (wanted) => toNumber(sum(known.filter(wanted).map(({mrr}) => mrr)));
    const accounts = (wanted) => known.filter(wanted).reduce((n, transition) => n + transition.accounts, 0);
    const isBetter = (transition) => !isWorse(transition);
    return html`<div class="body">
        <div class="sides">
          <div><b>${count(accounts(isWorse))} worse</b><span>${shortMoney(total(isWorse), currency)} MRR</span></div>
          <div><b>${count(accounts(isBetter))} better</b><span>${shortMoney(total(isBetter), currency)} MRR</span></div>
        </div>
        ${known.length ? this.#table(this.#pairs(known), currency) : html`<p class="none">No account crossed a band in these days.</p>`}
      </div>
      ${strange ? html`<p class="foot">${count(strange)} more came from or went to unknown: too little data, not a fall.</p>` : nothing}`;
  }

  /** One row per pair of bands, however far apart, neighbours first. */
  #pairs(transitions) {
    const pairs = new Map();
    for (const transition of transitions) {
      const [upper, lower] = [transition.from, transition.to].sort((a, b) => place(a) - place(b));
      const pair = pairs.get(`${upper}|${lower}`) ?? {upper, lower};
      pair[isWorse(transition) ? 'worse' : 'better'] = transition;
      pairs.set(`${upper}|${lower}`, pair);
    }
    return [...pairs.values()].sort((a, b) => place(a.upper) - place(b.upper) || place(a.lower) - place(b.lower));
  }

  #table(pairs, currency) {
    const most = Math.max(...pairs.flatMap(({worse, better}) => [worse?.accounts ?? 0, better?.accounts ?? 0]));
    const bar = (moved) => html`<i class="mark ${moved.to}" ${placed({width: `${Math.max(3, (moved.accounts / most) * 52)}px`})}></i>`;
    return html`<table class="tbl">
      <thead>
        <tr>
          <th scope="col" class="num" colspan="2">Worsened</th>
          <th scope="col" class="mid">Between</th>
          <th scope="col" colspan="2">Improved</th>
        </tr>
      </thead>
      <tbody>
        ${pairs.map(
          ({upper, lower, worse, better}) =>
            html`<tr>
              <td class="num i3">${worse ? shortMoney(worse.mrr, currency) : ''}</td>
              <td class="left side-bar">${worse ? html`<span class="bar"><b>${worse.accounts}</b>${bar(worse)}</span>` : nothing}</td>
              <td class="mid">
                <span class="pair">${bandShape(upper)}<span class="i3" aria-hidden="true">/</span>${bandShape(lower)}</span
                ><span class="vh">${bandWords[upper]} and ${bandWords[lower]}</span>
              </td>
              <td class="side-bar">${better ? html`<span class="bar">${bar(better)}<b>${better.accounts}</b></span>` : nothing}</td>
              <td class="num i3">${better ? shortMoney(better.mrr, currency) : ''}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

customElements.define('moved-band', MovedBand);

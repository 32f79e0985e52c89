import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {placed} from '../core/placed.js';
import {bandWords, day, daysBetween, money, percent, plural, score, signed, words} from '../core/wording.js';
import {bandFloors} from './health-reading.js';

/** Score with its scale, probability, revenue at risk, MRR and renewal. */
class AccountFigures extends LitElement {
  static properties = {
    account: {attribute: false},
    health: {attribute: false},
    before: {attribute: false},
    asOf: {},
    version: {attribute: false},
  };

  static styles = [
    foundation,
    sections,
    css`
      .hero {
        grid-template-columns: minmax(0, 1.62fr) minmax(0, 1.1fr) minmax(0, 1.1fr) minmax(0, 0.86fr) minmax(0, 1.06fr);
        margin-bottom: 24px;
      }
      .score {
        display: flex;
        align-items: center;
        gap: 14px;
        margin-top: 5px;
        min-height: 2.75rem;
      }
      .score b {
        min-width: 1.2em;
        font-size: var(--t-2xl);
        line-height: var(--l-2xl);
        font-weight: 600;
        letter-spacing: -0.035em;
      }
      .score .w {
        flex: 1;
        min-width: 0;
      }
      .score p {
        display: flex;
        align-items: center;
        gap: 8px;
        margin-bottom: 8px;
        white-space: nowrap;
        overflow: hidden;
      }
      .scale {
        position: relative;
        height: 20px;
      }
      .scale i {
        position: absolute;
        top: 0;
        height: 6px;
      }
      .scale i:first-child {
        border-radius: 3px 0 0 3px;
      }
      .scale i:nth-child(4) {
        border-radius: 0 3px 3px 0;
      }
      .pin {
        position: absolute;
        top: -3px;
        width: 3px;
        height: 12px;
        margin-left: -1.5px;
        border-radius: 1px;
        background: var(--ink);
        box-shadow: 0 0 0 2px var(--canvas);
      }
      .was {
        position: absolute;
        top: -1px;
        width: 8px;
        height: 8px;
        margin-left: -4px;
        border-radius: 50%;
        border: 1.5px solid var(--ink);
        background: var(--canvas);
      }
      .scale span {
        position: absolute;
        top: 9px;
        translate: -50% 0;
        font-size: var(--t-xs);
        line-height: 12px;
        color: var(--ink-3);
      }
      .critical {
        background: var(--critical-mark);
      }
      .at_risk {
        background: var(--at_risk-mark);
      }
      .watch {
        background: var(--watch-mark);
      }
      .healthy {
        background: var(--healthy-mark);
      }
      .none {
        height: 6px;
        border-radius: 3px;
        background: repeating-linear-gradient(135deg, var(--data-2) 0 1px, transparent 1px 5px);
      }
      .strip dd.c {
        overflow-wrap: anywhere;
      }
      @media (max-width: 1180px) {
        .hero {
          grid-template-columns: repeat(4, minmax(0, 1fr));
        }
        .hero > div:first-child {
          grid-column: 1 / -1;
          border-bottom: 1px solid var(--line);
        }
        .hero > div:nth-child(2) {
          border-left: 0;
        }
      }
      @media (max-width: 720px) {
        .hero {
          grid-template-columns: 1fr 1fr;
        }
        .hero > div:nth-child(4) {
          border-left: 0;
        }
        .hero > div:nth-child(n + 4) {
          border-top: 1px solid var(--line);
        }
        .hero dd.v {
          height: auto;
          white-space: normal;
        }
      }
    `,
  ];

  render() {
    const account = this.account ?? {};
    const health = this.health?.value;
    const now = this.asOf ? ', today' : '';
    const {probability, mrr, arr, currency, revenueAtRisk, renewsOn} = account;
    const known = this.account !== undefined;
    const days = renewsOn
      ? daysBetween((this.asOf ? undefined : health?.at?.slice(0, 10)) ?? new Date().toISOString().slice(0, 10), renewsOn)
      : null;
    return html`<dl class="strip hero">
      <div>
        <dt>
          Health score${health?.model ? `, ${words(health.model)}` : ''}
          ${health && health.coverage !== undefined ? html`<span>Coverage ${percent(health.coverage)}</span>` : nothing}
        </dt>
        <dd class="score">
          <b>${health ? score(health.score) : this.health?.refusal ? '–' : ''}</b>
          <div class="w">${health ? this.#scale(health) : this.health?.refusal?.status === 403 ? 'Needs health:read' : nothing}</div>
        </dd>
      </div>
      <div>
        <dt>Churn probability${now}</dt>
        <dd class="v">${known ? html`${percent(probability) || 'none'} <small>in 12 months</small>` : ''}</dd>
        <dd class="c">${known ? 'Prior for the band, not learnt' : ''}</dd>
      </div>
      <div>
        <dt>Revenue at risk${now}</dt>
        <dd class="v">${known ? money(revenueAtRisk, currency) || 'none' : ''}</dd>
        <dd class="c">${known && Number(arr) ? `${percent(probability)} × ${money(arr, currency)} a year` : ''}</dd>
      </div>
      <div>
        <dt>MRR${now}</dt>
        <dd class="v">${known ? money(mrr, currency) || 'none' : ''}</dd>
        <dd class="c">${known && Number(arr) ? `ARR ${money(arr, currency)}` : known ? 'No live contract' : ''}</dd>
      </div>
      <div>
        <dt>Renewal${now}</dt>
        <dd class="v">
          ${!known ? '' : days === null ? 'No date' : days >= 0 ? html`${days} days <small>${day(renewsOn, health?.at)}</small>` : html`Passed <small>${day(renewsOn, health?.at)}</small>`}
        </dd>
        <dd class="c">
          ${known && days !== null && days < 0 ? `${-days} days ago, still open` : known && days === null ? 'Open-ended contract or none' : ''}
        </dd>
      </div>
    </dl>`;
  }

  #scale(health) {
    const floors = bandFloors(health);
    if (health.score === null || health.score === undefined) {
      return html`<p><span class="w5">Too little is known</span></p>
        <div class="none" role="img" aria-label="No score"></div>`;
    }
    const parts = [
      ['critical', 0, floors.at_risk],
      ['at_risk', floors.at_risk, floors.watch],
      ['watch', floors.watch, floors.healthy],
      ['healthy', floors.healthy, 100],
    ];
    const was = this.before?.score;
    const hasWas = was !== null && was !== undefined;
    const change = hasWas ? Number(health.score) - Number(was) : null;
    return html`<p>
        ${hasWas ? html`<span class="w5">${signed(change)} since ${day(this.before.at, health.at)}</span>` : html`<span class="i3">No score 30 days before</span>`}<span
          class="i3"
          >${health.frozen ? 'frozen: the account left' : this.#inBand(health)}</span
        >
      </p>
      <div
        class="scale"
        role="img"
        aria-label="${score(health.score)} of 100, ${bandWords[health.band]}. Critical below ${floors.at_risk}, at risk below ${floors.watch}, watch below ${floors.healthy}.${hasWas ? ` It was ${score(was)} on ${day(this.before.at)}.` : ''}"
      >
        ${parts.map(([band, from, to]) => html`<i class="mark ${band}" ${placed({left: `calc(${from}% + ${from ? 1 : 0}px)`, width: `calc(${to - from}% - ${from && to < 100 ? 2 : 1}px)`})}></i>`)}
        ${hasWas ? html`<em class="was" ${placed({left: `${was}%`})}></em>` : nothing}<em
          class="pin"
          ${placed({left: `${health.score}%`})}
        ></em>
        ${[floors.at_risk, floors.watch, floors.healthy].map((floor) => html`<span ${placed({left: `${floor}%`})}>${floor}</span>`)}
      </div>`;
  }

  #inBand({band, bandSince, at}) {
    return bandSince ? `${bandWords[band].toLowerCase()} for ${plural(daysBetween(bandSince, at), 'day')}` : nothing;
  }
}

customElements.define('account-figures', AccountFigures);

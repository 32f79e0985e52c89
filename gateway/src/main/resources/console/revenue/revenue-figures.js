import {LitElement, html, css, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {sections} from '../styles/sections.js';
import {isKnown} from '../core/known.js';
import {placed} from '../core/placed.js';
import {fixed, money, month, movedMoney, percent, shortMoney, signed} from '../core/wording.js';
import {printedChange, wonAndLost} from './ledger-reading.js';

/** Benchmarks stand beside twelve-month windows only. */
const benchmarks = {
  nrr: {
    from: 1.05,
    to: 1.15,
    scale: [0.8, 1.3],
    word: (value) => (value >= 1.15 ? 'over 105 to 115' : value >= 1.05 ? 'within 105 to 115' : `${fixed((1.05 - value) * 100)} below 105`),
  },
  grr: {scale: [0.6, 1], word: (value) => `${fixed((1 - value) * 100)} lost of 100`},
  logo: {
    from: 0.8,
    to: 0.9,
    scale: [0.6, 1],
    word: (value) =>
      value >= 0.9
        ? 'over 90, exceptional'
        : value >= 0.85
          ? 'over 85, strong'
          : value >= 0.8
            ? 'over 80, healthy'
            : `${fixed((0.8 - value) * 100)} below 80`,
  },
};

/** The six figures of the chosen period. */
class RevenueFigures extends LitElement {
  static properties = {rows: {attribute: false}, period: {}, currency: {}, summary: {attribute: false}, version: {attribute: false}};

  static styles = [
    foundation,
    sections,
    css`
      .kpi {
        grid-template-columns: repeat(6, minmax(0, 1fr));
        margin-bottom: 24px;
      }
      dd.c {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .bullet {
        position: relative;
        height: 6px;
        margin-top: 12px;
        border-radius: 3px;
        background: var(--sunken);
      }
      .bullet i {
        position: absolute;
        top: 0;
        height: 6px;
        background: var(--data-3);
      }
      .bullet b {
        position: absolute;
        top: -2px;
        width: 10px;
        height: 10px;
        margin-left: -5px;
        border-radius: 50%;
        background: var(--ink);
        box-shadow: 0 0 0 2px var(--canvas);
      }
      .line {
        width: 100%;
        height: 20px;
        margin-top: 4px;
        overflow: visible;
      }
      .line path {
        fill: none;
        stroke: var(--ink);
        stroke-width: 1.5;
        vector-effect: non-scaling-stroke;
        stroke-linejoin: round;
      }
      @media (max-width: 1180px) {
        .kpi {
          grid-template-columns: repeat(3, minmax(0, 1fr));
        }
        .kpi > div:nth-child(4) {
          border-left: 0;
        }
        .kpi > div:nth-child(n + 4) {
          border-top: 1px solid var(--line);
        }
      }
      @media (max-width: 720px) {
        .kpi {
          grid-template-columns: 1fr 1fr;
        }
        .kpi > div:nth-child(odd) {
          border-left: 0;
        }
        .kpi > div:nth-child(4) {
          border-left: 1px solid var(--line);
        }
        .kpi > div:nth-child(n + 3) {
          border-top: 1px solid var(--line);
        }
      }
    `,
  ];

  render() {
    const {rows, period, currency, summary} = this;
    const row = rows.find((one) => one.period === period);
    const {won, lost} = wonAndLost(row);
    const {value} = summary;
    const name = month(period, 'short');
    const {change} = printedChange(row);
    const churned = `${shortMoney(Math.abs(row.churn), currency)} of ${shortMoney(row.start, currency)}`;
    return html`<dl class="strip kpi">
      <div>
        <dt>MRR, ${month(period)}</dt>
        <dd class="v">${money(row.end, currency)}</dd>
        <dd class="c">${movedMoney(change, currency)}. ARR ${shortMoney(Number(row.end) * 12, currency, 2)}</dd>
        <dd aria-hidden="true">${this.#trend()}</dd>
      </div>
      ${this.#rate('NRR, 12 months', value?.nrr12m, 1, benchmarks.nrr)} ${this.#rate('GRR, 12 months', value?.grr12m, 1, benchmarks.grr)}
      ${this.#rate('Logo retention, 12 months', value?.logoRetention12m, 1, benchmarks.logo)}
      ${this.#rate(`Revenue churn, ${name}`, value?.revenueChurn, 2, {word: () => churned, none: 'No MRR at the start'})}
      ${this.#ratio(`Quick ratio, ${name}`, value?.quickRatio, lost > 0 ? `${shortMoney(won, currency)} won, ${shortMoney(lost, currency)} lost` : 'Nothing was lost')}
    </dl>`;
  }

  #rate(title, figure, decimals, {from, to, scale, word, none}) {
    if (!isKnown(figure?.value)) {
      return html`<div>
        <dt>${title}</dt>
        <dd class="v">${figure ? 'none' : '\u00a0'}</dd>
        <dd class="c">${figure ? (none ?? 'No MRR 12 months before') : this.#why()}</dd>
      </div>`;
    }
    const value = Number(figure.value);
    const place = (one) => `${Math.min(100, Math.max(0, ((one - scale[0]) / (scale[1] - scale[0])) * 100))}%`;
    return html`<div>
      <dt>${title}</dt>
      <dd class="v">
        ${percent(value, decimals)}
        <small>${isKnown(figure.previous) ? signed((value - Number(figure.previous)) * 100, decimals) : nothing}</small>
      </dd>
      <dd class="c">${word(value)}</dd>
      ${
        scale
          ? html`<dd aria-hidden="true">
              <div class="bullet">
                ${from ? html`<i ${placed({left: place(from), right: `calc(100% - ${place(to)})`})}></i>` : nothing}<b
                  ${placed({left: place(value)})}
                ></b>
              </div>
            </dd>`
          : nothing
      }
    </div>`;
  }

  #ratio(title, figure, words) {
    return html`<div>
      <dt>${title}</dt>
      <dd class="v">${figure ? this.#withChange(figure) : '\u00a0'}</dd>
      <dd class="c">${figure ? words : this.#why()}</dd>
    </div>`;
  }

  #withChange({value, previous}) {
    if (!isKnown(value)) {
      return 'none';
    }
    return html`${fixed(value)} <small>${isKnown(previous) ? signed(Number(value) - Number(previous), 1) : nothing}</small>`;
  }

  #why() {
    const {refusal} = this.summary;
    return refusal ? (refusal.status === 403 ? 'Needs metrics:read' : 'Did not load') : '\u00a0';
  }

  #trend() {
    const end = this.rows.findIndex((row) => row.period === this.period);
    const values = this.rows.slice(Math.max(0, end - 11), end + 1).map((row) => Number(row.end));
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const points = values.map(
      (value, index) =>
        `${((index * 100) / Math.max(1, values.length - 1)).toFixed(1)} ${(17 - ((value - low) / (high - low || 1)) * 14).toFixed(1)}`,
    );
    return html`<svg class="line" viewBox="0 0 100 20" preserveAspectRatio="none"><path d="M${points.join('L')}"></path></svg>`;
  }
}

customElements.define('revenue-figures', RevenueFigures);

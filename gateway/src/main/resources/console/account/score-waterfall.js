import {LitElement, html, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {bands} from '../styles/bands.js';
import {tables} from '../styles/tables.js';
import {csvButton} from '../pieces/section-buttons.js';
import {bodyOf} from '../pieces/section-state.js';
import {downloadCsv} from '../core/csv.js';
import {placed} from '../core/placed.js';
import {dated, day, fixed, percent, placesOf, score, signed} from '../core/wording.js';
import {bandFloors, readHealth} from './health-reading.js';
import {ghostSide} from './ghost-side.js';
import {knownSignals} from './known-signals.js';
import './signal-facts.js';
import {waterfallNotes} from './score-waterfall-notes.js';
import {waterfallZones} from './score-waterfall-zones.js';
import {waterfallNarrowStyle} from './score-waterfall-narrow-style.js';
import {waterfallStyle} from './score-waterfall-style.js';

const lost = (points) => (points === 0 ? '0.0' : `−${fixed(points)}`);

/** Why the score is what it is: a table in which each signal takes its points from 100, drawn as a waterfall. */
class ScoreWaterfall extends LitElement {
  static properties = {health: {attribute: false}, before: {attribute: false}, version: {attribute: false}, fall: {state: true}};

  static styles = [foundation, controls, sections, tables, bands, waterfallStyle, waterfallNarrowStyle];

  #size = new ResizeObserver(() => this.requestUpdate());

  connectedCallback() {
    super.connectedCallback();
    this.#size.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#size.disconnect();
  }

  /** How wide the waterfall is, in pixels: what is written in it depends on that. */
  updated() {
    this.fall = this.renderRoot.querySelector('thead .fall')?.clientWidth ?? 0;
  }

  render() {
    const health = this.health?.value;
    const reading = readHealth(health, this.before);
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">
          ${reading ? `Why the score is ${score(health.score)}` : health ? health.override ? 'Why there is no computed score' : 'Why there is no score' : 'Why the score is what it is'}
        </h2>
        <p>${reading ? 'Points taken from 100 by each signal' : nothing}</p>
        <span class="sp"></span>
        ${reading ? csvButton(() => this.#save(health, reading)) : nothing}
      </header>
      ${bodyOf(this.health, 'The explanation', (value) => (reading ? this.#table(value, reading) : this.#unknown(value)), {rows: 12, scope: 'health:read'})}
      <signal-facts></signal-facts>
    </section>`;
  }

  #table(health, reading) {
    const floors = bandFloors(health);
    let left = 100;
    const weight = (ratio) => percent(ratio, placesOf(reading.rows.map((row) => row.weight)));
    const after = (points) => {
      const from = left;
      left -= points;
      return {from, to: left};
    };
    const body = reading.axes.map(
      (axis) =>
        html` <tr class="axis">
            <th scope="rowgroup">${axis.name}</th>
            <td class="fall">${this.#thread(left)}</td>
            <td class="num">${axis.signals.length ? weight(axis.weight) : 'none'}</td>
            <td class="num">${axis.score === null ? '' : fixed(axis.score, 0)}</td>
            <td class="num">${axis.signals.length ? lost(axis.printed) : ''}</td>
            ${this.#change(axis.change)}
          </tr>
          ${axis.signals.map((row) => this.#signal(row, after(row.printed), weight(row.weight)))} ${axis.absent.map((row) => this.#absent(row, left))}`,
    );
    return html`<div class="scrolls" tabindex="0" role="region" aria-label="Explanation, scrolls sideways">
        <table class="wft">
          <colgroup>
            <col />
            <col class="c2" />
            <col class="c3" />
            <col class="c3" />
            <col class="c3" />
            <col class="c4" />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Signal and evidence</th>
              <th scope="col" class="fall">${waterfallZones(floors)}</th>
              <th scope="col" class="num">Weight</th>
              <th scope="col" class="num">Signal</th>
              <th scope="col" class="num">Points</th>
              <th scope="col" class="num">30 days</th>
            </tr>
          </thead>
          <tbody class="zoned" ${placed({'--a': `${floors.at_risk}%`, '--w': `${floors.watch}%`, '--h': `${floors.healthy}%`})}>
            <tr class="total">
              <th scope="row">Start</th>
              <td class="fall"><s class="start"></s><em ${placed({left: '100%', top: '50%', bottom: '-1px'})}></em></td>
              <td></td>
              <td></td>
              <td class="num">100.0</td>
              <td></td>
            </tr>
            ${body} ${reading.missing.map((row) => this.#absent(row, left))} ${reading.override ? this.#override(reading) : nothing}
            <tr class="total">
              <th scope="row">Score</th>
              <td class="fall">
                <s class="end mark ${health.band}" ${placed({width: `${reading.printedScore}%`})}></s
                ><em ${placed({left: `${reading.printedScore}%`, top: '0', bottom: '50%'})}></em>
                ${this.#ghost(reading, health)}
              </td>
              <td class="num">${weight(1)}</td>
              <td></td>
              <td class="num">${fixed(reading.printedScore)}</td>
              ${this.#change(reading.printedBefore === null ? null : reading.printedScore - reading.printedBefore)}
            </tr>
          </tbody>
        </table>
      </div>
      <p class="foot">
        Points = weight × (100 − signal) ÷ 100, rounded so that the column adds up as printed:
        100.0${reading.axes
          .filter((axis) => axis.signals.length)
          .map((axis) => ` − ${fixed(axis.printed)}`)
          .join('')}
        = ${fixed(reading.printedComputed)}${reading.override ? `, overridden to ${fixed(reading.printedScore)}` : ''}. ${waterfallNotes(reading, health)}
      </p>`;
  }

  /** Where the score stood before, when that is far enough from where it stands. */
  #ghost({printedBefore, printedScore}, health) {
    if (printedBefore === null || Math.abs(printedBefore - printedScore) < 8) {
      return nothing;
    }
    const words = `${Math.round(printedBefore)} on ${day(this.before.at, health.at)}`;
    const side = ghostSide(printedBefore, printedScore, this.fall);
    return html`<span class="ghost ${side ?? ''}" title=${words} ${placed({left: `${printedBefore}%`})}
      >${side ? words : html`<span class="vh">${words}</span>`}</span
    >`;
  }

  /** A person's judgement moves the computed score up or down. */
  #override({override, printedComputed, printedScore}) {
    const [left, right] = [Math.min(printedComputed, printedScore), Math.max(printedComputed, printedScore)];
    return html`<tr class="axis">
      <th scope="row">Override<small>${override.reason}; by ${override.by}, until ${day(override.expiresOn)}</small></th>
      <td class="fall"><s class="start" ${placed({left: `${left}%`, width: `${right - left}%`})}></s></td>
      <td class="num">none</td>
      <td class="num">${fixed(override.score, 0)}</td>
      <td class="num">${signed(override.printed, 1)}</td>
      ${this.#change(this.before ? override.change : null)}
    </tr>`;
  }

  #signal(row, {from, to}, weight) {
    const width = from - to;
    return html`<tr class="sub">
      <th scope="row">${row.name}${this.#evidence(row)}</th>
      <td class="fall">
        ${
          width > 0
            ? html`<em ${placed({left: `${from}%`, top: '0', bottom: '50%'})}></em><s ${placed({left: `${to}%`, width: `${width}%`})}></s
                ><em ${placed({left: `${to}%`, top: '50%', bottom: '-1px'})}></em>`
            : this.#thread(from)
        }
      </td>
      <td class="num i2">${weight}</td>
      <td class="num i2">${fixed(row.score, 0)}</td>
      <td class="num w5">${lost(row.printed)}</td>
      ${this.#change(row.change)}
    </tr>`;
  }

  /** The evidence opens the facts it was computed from. */
  #evidence({evidence, facts}) {
    const open = (event) => this.renderRoot.querySelector('signal-facts').open(facts, this.health.value.knownAt, event.currentTarget);
    return evidence
      ? html`<small
          ><button type="button" class="evidence" aria-haspopup="dialog" @click=${open}>
            ${dated(evidence, this.health.value.at)}
          </button></small
        >`
      : nothing;
  }

  #absent(row, at) {
    return html`<tr class="sub">
      <th scope="row">
        Missing: ${row.name.toLowerCase()}<small
          >${row.why ? `${row.why}; its weight goes to the others` : 'No data; its weight goes to the others'}</small
        >
      </th>
      <td class="fall">${this.#thread(at)}<s class="miss" ${placed({left: `${at}%`})}></s></td>
      <td class="num i3">none</td>
      <td class="num i3">none</td>
      <td class="num i3"></td>
      <td></td>
    </tr>`;
  }

  #thread(at) {
    return html`<em ${placed({left: `${at}%`, top: '0', bottom: '-1px'})}></em>`;
  }

  #change(change) {
    return html`<td class="num i2">${change === null ? '' : signed(change, 1)}</td>`;
  }

  #unknown(health) {
    return html`${health.override ? html`<p class="said"><b>Overridden to ${fixed(health.score)}</b> by ${health.override.by} until ${day(health.override.expiresOn)}: ${health.override.reason}</p>` : nothing}
      <p class="said">
        <b>Coverage ${percent(health.coverage)}, 50% needed.</b>
        ${health.axes?.length ? 'No score is drawn from too little; these are its parts.' : 'Nothing was known about this account then.'}
      </p>
      ${knownSignals(health)}`;
  }

  #save(health, reading) {
    const rows = reading.axes.flatMap((axis) => axis.signals.map((row) => ({axis: axis.key, ...row})));
    downloadCsv(
      `score-${health.accountId ?? 'account'}`,
      [
        ['axis', (row) => row.axis],
        ['signal', (row) => row.key],
        ['evidence', (row) => row.evidence],
        ['weight', (row) => row.weight],
        ['signal_score', (row) => row.score],
        ['points_taken', (row) => row.printed],
        ['change_30_days', (row) => row.change],
      ],
      rows,
    );
  }
}

customElements.define('score-waterfall', ScoreWaterfall);

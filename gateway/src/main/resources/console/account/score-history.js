import {LitElement, html, nothing} from 'lit';
import {foundation} from '../styles/foundation.js';
import {controls} from '../styles/controls.js';
import {sections} from '../styles/sections.js';
import {tables} from '../styles/tables.js';
import {bands} from '../styles/bands.js';
import {bandShape} from '../pieces/band-shape.js';
import {choiceBar} from '../pieces/choice-bar.js';
import {bodyOf} from '../pieces/section-state.js';
import {accountPath, api} from '../core/api.js';
import {Answer} from '../core/answer.js';
import {downloadCsv} from '../core/csv.js';
import {daysBefore} from '../core/days.js';
import {isKnown} from '../core/known.js';
import {csvButton} from '../pieces/section-buttons.js';
import {route} from '../core/route.js';
import {bandWords, dated, day, fixed} from '../core/wording.js';
import {happeningWords} from './happening-reading.js';
import {bandFloors} from './health-reading.js';
import {gathered, scoreHistoryChart} from './score-history-chart.js';
import '../charts/drawn-chart.js';
import {scoreHistoryStyle} from './score-history-style.js';

const ranges = [
  ['90', '90 days'],
  ['180', '180'],
  ['365', '1 year'],
];

/** How the score moved, over the bands, with what happened on the same time axis. */
class ScoreHistory extends LitElement {
  static properties = {accountId: {}, asOf: {}, leftOn: {}, range: {}, health: {attribute: false}};

  static styles = [foundation, controls, sections, tables, bands, scoreHistoryStyle];

  #days = () => this.range ?? '90';

  history = new Answer(this, {
    key: () => this.#range(),
    scope: 'health:read',
    ask: (signal) => api.all(accountPath(this.accountId, '/health/history'), {from: this.#from(), to: this.#to()}, signal),
    live: () => !this.asOf,
    every: 3,
  });
  events = new Answer(this, {
    key: () => this.#range(),
    scope: 'health:read',
    ask: (signal) => api.all(accountPath(this.accountId, '/events'), {from: this.#from(), to: this.#to()}, signal),
    live: () => !this.asOf,
    every: 3,
  });
  alerts = new Answer(this, {
    key: () => ['alerts', this.accountId],
    scope: 'alerts:read',
    ask: (signal) => api.get('/api/v1/alerts', {account: this.accountId, limit: 100}, signal),
    live: () => !this.asOf,
    every: 3,
  });

  render() {
    const shown = this.#happenings();
    return html`<section class="sec" aria-labelledby="title">
      <header>
        <h2 id="title">Score and events</h2>
        <p>${day(this.#from(), this.#to())} to ${day(this.#to())}</p>
        <span class="sp"></span>
        ${choiceBar('Range', ranges, this.#days(), (range) => route.set({range: range === '90' ? '' : range}, {replace: true}))}
        ${csvButton(this.#save)}
      </header>
      ${bodyOf(this.history, 'The history', (days) => this.#body(days, shown), {rows: 7, scope: 'health:read'})}
    </section>`;
  }

  #body(days, happenings) {
    const groups = gathered(happenings, this.#from(), this.#to(), this.clientWidth || 800);
    if (!days.some(({score}) => isKnown(score))) {
      return html`<p class="foot">No score in these days: too little was known.</p>
        ${
          happenings.length
            ? html`<ol class="ev">
                ${groups.map((group, index) => this.#group(group, index + 1))}
              </ol>`
            : nothing
        }`;
    }
    const floors = bandFloors(this.health);
    const {says, marks, draw} = scoreHistoryChart({
      items: days,
      groups,
      floors,
      from: this.#from(),
      to: this.#to(),
      band: days.at(-1).band,
    });
    return html`<div class="plot">
        <drawn-chart
          .height=${278}
          .data=${JSON.stringify([days, groups, floors])}
          .draw=${draw}
          says=${says}
          .marks=${marks}
        ></drawn-chart>
      </div>
      ${
        groups.length
          ? html`<ol class="ev">
              ${groups.map((group, index) => this.#group(group, index + 1))}
            </ol>`
          : html`<p class="foot">No events in these days.</p>`
      }
      <details>
        <summary>View as table</summary>
        <div class="tall" tabindex="0" role="region" aria-label="Score by day">
          <table class="tbl d">
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col" class="num">Score</th>
                <th scope="col">Band</th>
              </tr>
            </thead>
            <tbody>
              ${days.toReversed().map(
                (item) =>
                  html`<tr>
                    <th scope="row">${day(item.at, this.#to())}</th>
                    <td class="num">${isKnown(item.score) ? fixed(item.score) : '–'}</td>
                    <td><span class="bl">${bandShape(item.band)}${bandWords[item.band] ?? ''}</span></td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>`;
  }

  /** A mark of the chart with what it stands for. */
  #group({happenings, more}, number) {
    return html`<li>
      <span class="no">${number}</span>
      <ul>
        ${happenings.map((one) => html`<li><span class="i3">${day(one.at, this.#to())}</span><span>${this.#words(one)}</span></li>`)}
        ${more ? html`<li><span></span><span class="i3">and ${more} more</span></li>` : nothing}
      </ul>
    </li>`;
  }

  #words(happening) {
    return dated(happeningWords(happening, this.accountId), this.#to());
  }

  /** Events of the account and its alerts, in time. */
  #happenings() {
    const [from, to] = [this.#from(), this.#to()];
    const inside = ({at}) => at && at.slice(0, 10) >= from && at.slice(0, 10) <= to;
    const alerts = (this.alerts.value?.items ?? []).map((alert) => ({
      at: alert.at,
      lane: 'alert',
      kind: 'alert',
      title: `Alert: ${alert.title}`,
    }));
    const events = (this.events.value ?? []).map((event) => ({...event, lane: 'event'}));
    return [...events, ...alerts].filter(inside).sort((a, b) => (a.at < b.at ? -1 : 1));
  }

  /** Nothing is asked until it is known whether the account left: its history ends that day. */
  #range() {
    return this.leftOn === undefined ? null : [this.accountId, this.#from(), this.#to()];
  }

  #to() {
    const to = (this.asOf ?? this.health?.at ?? new Date().toISOString()).slice(0, 10);
    return this.leftOn && this.leftOn < to ? this.leftOn : to;
  }

  #from() {
    return daysBefore(this.#to(), Number(this.#days()));
  }

  #save() {
    downloadCsv(
      `score-history-${this.accountId}`,
      [
        ['at', (item) => item.at],
        ['score', (item) => item.score],
        ['band', (item) => item.band],
      ],
      this.history.value ?? [],
    );
  }
}

customElements.define('score-history', ScoreHistory);
